import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../apps/api/src/problem.filter';
import type { ConfirmLedger, LedgerSettings } from '../../libs/tasks/src/ledger-import/ledger.dto';
import type { LedgerFile, LedgerImported, LedgerPreview } from '../../libs/tasks/src/ledger-import/ledger.view';
import type { TestApplication } from './application';
import type { Answer, Browserless } from './browserless';
import { importAs, xlsx, type Row } from './organisation-file';

const EXAMPLES = join(__dirname, '../../examples');
export const LEDGER_NAME = '2026年重点工作台账.xlsx';
export const exampleLedger = (): Buffer => readFileSync(join(EXAMPLES, LEDGER_NAME));

/** The example organisation; gives a way to sign its people in. */
export async function exampleOrganisation(
  application: TestApplication,
): Promise<(login: string) => Promise<Browserless>> {
  const { body } = await importAs(application.admin, readFileSync(join(EXAMPLES, 'organisation.xlsx')));
  const passwords = new Map(body.oneTimePasswords.map(({ login, password }) => [login, password]));
  return (login) => application.signIn(login, passwords.get(login) as string);
}

type Answered<T> = { status: number; body: T & Problem };
const answered = <T>({ statusCode, body }: Answer): Answered<T> => ({
  status: statusCode,
  body: JSON.parse(body) as T & Problem,
});

/** A ledger in the hands of one person, as the wizard of the web goes about it. */
export class LedgerDesk {
  constructor(
    private readonly client: Browserless,
    readonly bytes: Uint8Array,
    private readonly fileName = LEDGER_NAME,
  ) {}

  async read(fields: Record<string, string> = {}): Promise<Answered<LedgerFile>> {
    return answered(await this.client.upload('/ledger-imports/read', this.fileName, this.bytes, fields));
  }

  /** What the wizard starts from: the first sheet as it was recognised. */
  async settings(changes: Partial<LedgerSettings> = {}): Promise<LedgerSettings> {
    const { name, headRow, columns, year, units } = (await this.read()).body.sheets[0];
    return {
      ...{ sheet: name, headRow, year, units, statuses: 'draft', people: [], duplicates: [] },
      fields: columns.map(({ field }) => field),
      ...changes,
    };
  }

  async preview(settings: LedgerSettings): Promise<Answered<LedgerPreview>> {
    const fields = { settings: JSON.stringify(settings) };
    return answered(await this.client.upload('/ledger-imports/preview', this.fileName, this.bytes, fields));
  }

  async confirm(ask: ConfirmLedger): Promise<Answered<LedgerImported>> {
    const fields = { settings: JSON.stringify(ask) };
    return answered(await this.client.upload('/ledger-imports', this.fileName, this.bytes, fields));
  }

  /** Previews and confirms what was seen. */
  async take(changes: Partial<LedgerSettings> = {}, skipErrors = false): Promise<Answered<LedgerImported>> {
    const settings = await this.settings(changes);
    const { body } = await this.preview(settings);
    return this.confirm({ ...settings, preview: body.preview, skipErrors });
  }
}

export const LEDGER_HEADS = ['工作任务', '牵头单位', '责任人', '完成时限', '进展情况', '完成率', '状态'];

/** A ledger of these rows below the usual heads. */
export const ledgerOf = async (client: Browserless, ...rows: Row[]): Promise<LedgerDesk> =>
  new LedgerDesk(client, await xlsx({ 台账: [LEDGER_HEADS, ...rows] }), '台账.xlsx');
