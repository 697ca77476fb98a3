import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { PeopleDirectory } from '#organisation/people-directory';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { dependsOnYear } from './due-cell';
import { LEDGER_FIELDS } from './fields';
import { ActorsDirectory } from './ledger-directory';
import { ledgerRows, textOf } from './ledger-rows';
import { ledgerTable, type LedgerTable } from './ledger-table';
import { ledgerSheets } from './ledger-workbook';
import type { LedgerSettings } from './ledger.dto';
import type { LedgerPreview } from './ledger.view';
import { peopleNamed, planRows, type RowPlan } from './row-plan';

export interface PlannedRow extends RowPlan {
  fate: 'create' | 'error' | 'duplicate';
  duplicateOf: string | null;
}

/** What a ledger would become. */
export interface LedgerPlan {
  heads: string[];
  rows: PlannedRow[];
  unknownUnits: LedgerPreview['unknownUnits'];
  unclearPeople: LedgerPreview['unclearPeople'];
  withoutYear: number;
  /** The same for the same outcome. */
  fingerprint: string;
}

/** Nobody maps more names than these by hand. */
const MOST_UNKNOWN = 300;

/** Works out what a ledger would become; changes nothing. */
@Injectable()
export class LedgerPlanner {
  constructor(
    private readonly units: UnitDirectory,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  /** Throws ledger.fields and ledger.empty. */
  async plan(db: EntityManager, actor: Actor, table: LedgerTable, settings: LedgerSettings): Promise<LedgerPlan> {
    checkFields(settings, table.columns.length);
    const written = ledgerRows(table, settings.fields);
    if (written.length === 0) throw noRows();
    const directories = { units: this.units, people: this.people };
    const directory = await ActorsDirectory.load(actor, directories, peopleNamed(written), settings);
    const planned = planRows(written, directory, { ...settings, today: this.clock.today() });
    const rows = await withDuplicates(db, planned, new Set(settings.duplicates));
    return {
      heads: table.columns.map(({ head }) => head),
      rows,
      unknownUnits: unknownUnits(planned, directory),
      unclearPeople: unclearPeople(planned),
      withoutYear: written.filter((row) => dependsOnYear(textOf(row, 'dueOn'))).length,
      fingerprint: fingerprint(rows),
    };
  }
}

/** The table of the sheet that was chosen. Throws ledger.file-* and ledger.no-table. */
export async function chosenTable(bytes: Buffer, { sheet, headRow }: LedgerSettings): Promise<LedgerTable> {
  const chosen = (await ledgerSheets(bytes)).find(({ name }) => name === sheet);
  const table = chosen && ledgerTable(chosen, headRow);
  if (!table) throw noTable();
  return table;
}

export const noTable = () =>
  new DomainError(
    'invalid',
    'ledger.no-table',
    '没有找到台账的表头（如工作任务、牵头单位、完成时限）。请检查是否选错文件，或写明表头在第几行。',
  );

export const noRows = () =>
  new DomainError('invalid', 'ledger.empty', '表头下面没有任务，请检查是否选错文件，或表头行是否选对。');

function checkFields({ fields }: LedgerSettings, columns: number): void {
  const refuse = (message: string) => new DomainError('invalid', 'ledger.fields', message);
  if (fields.length !== columns) throw refuse('文件的列与所选的对应关系不一致，请重新选择文件。');
  if (!fields.includes('title') && !fields.includes('text')) throw refuse('请指明哪一列是任务名称。');
  if (!fields.includes('leadUnit')) throw refuse('请指明哪一列是牵头单位。');
  const twice = fields.find((field, at) => field && !LEDGER_FIELDS[field].several && fields.indexOf(field) !== at);
  if (twice) throw refuse(`“${LEDGER_FIELDS[twice].label}”只能对应一列，请改正。`);
}

const keyOf = ({ leadUnit, title }: RowPlan) => `${leadUnit?.id} ${title}`;

/** Says of each row whether the same task is tracked already, or stands further up in the ledger. */
async function withDuplicates(db: EntityManager, rows: RowPlan[], taken: ReadonlySet<number>): Promise<PlannedRow[]> {
  const faulty = (row: RowPlan) => row.issues.some(({ level }) => level === 'error');
  const sound = rows.filter((row) => !faulty(row));
  const tracked = await db.query<{ unitId: string; title: string; code: string }[]>(
    `SELECT t.lead_unit_id AS "unitId", t.title, min(t.code) AS code
     FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[])) AS x(unit_id, title)
     JOIN task t ON t.lead_unit_id = x.unit_id AND md5(t.title) = md5(x.title) AND t.title = x.title
     WHERE t.status <> 'dropped' GROUP BY 1, 2`,
    [sound.map(({ leadUnit }) => leadUnit?.id), sound.map(({ title }) => title)],
  );
  const known = new Map(tracked.map(({ unitId, title, code }) => [`${unitId} ${title}`, `任务 ${code}`]));
  return rows.map((row) => {
    if (faulty(row)) return { ...row, fate: 'error', duplicateOf: null };
    const duplicateOf = known.get(keyOf(row)) ?? null;
    if (duplicateOf === null) known.set(keyOf(row), `第 ${row.row} 行`);
    return { ...row, fate: duplicateOf === null || taken.has(row.row) ? 'create' : 'duplicate', duplicateOf };
  });
}

function unknownUnits(rows: readonly RowPlan[], directory: ActorsDirectory): LedgerPlan['unknownUnits'] {
  const times = new Map<string, number>();
  for (const name of rows.flatMap((row) => row.unknownUnits)) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times]
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_UNKNOWN)
    .map(([name, count]) => ({ name, rows: count, suggestions: directory.names.nearest(name) }));
}

function unclearPeople(rows: readonly RowPlan[]): LedgerPlan['unclearPeople'] {
  const found = new Map<string, LedgerPlan['unclearPeople'][number]>();
  for (const one of rows.flatMap((row) => row.unclear)) {
    const key = `${one.unitId} ${one.name}`;
    const known = found.get(key) ?? { ...one, rows: 0 };
    found.set(key, { ...known, rows: known.rows + 1 });
  }
  return [...found.values()];
}

function fingerprint(rows: readonly PlannedRow[]): string {
  const outcome = rows.map(({ row, fate, title, text, leadUnit, assignee, leader, dueOn, status, progress }) => [
    ...[row, fate, title, text, leadUnit?.id, assignee?.id, leader?.id, dueOn, status, progress],
  ]);
  return createHash('sha256').update(JSON.stringify(outcome)).digest('hex');
}
