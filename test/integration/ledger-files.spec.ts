import { Workbook } from 'exceljs';
import { convert } from '../../libs/documents/src/libre-office/convert';
import { findOffice } from '../../libs/documents/src/libre-office/find-office';
import type { TaskPage } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { compoundFile } from '../support/compound-file';
import { exampleLedger, exampleOrganisation, LedgerDesk, ledgerOf, LEDGER_HEADS } from '../support/ledger';
import { xlsx } from '../support/organisation-file';

jest.setTimeout(60_000);

let application: TestApplication;
let supervisor: Browserless;
beforeAll(async () => {
  application = await startApplication();
  supervisor = await (await exampleOrganisation(application))('zhoumingyuan');
});
afterAll(() => application?.close());

const tasksOf = (importId: string) => supervisor.get<TaskPage>(`/tasks?ledgerImportId=${importId}&limit=200`);

it('keeps formulas as their result, and markup and signs as text', async () => {
  const bytes = await xlsx({ 台账: [LEDGER_HEADS, [], []] }, (workbook) => {
    const sheet = workbook.getWorksheet('台账');
    sheet
      ?.getRow(2)
      .splice(1, 0, '=HYPERLINK("x")', '区教育局', '', { formula: '"2026年"&"6月底"', result: '2026年6月底' });
    sheet
      ?.getRow(3)
      .splice(1, 0, '<b>@+-修路</b>', '区住建局', '', { formula: 'DATE(2028,2,29)', result: '2028-02-29' });
  });
  const { body } = await new LedgerDesk(supervisor, bytes).take();
  const { rows } = await tasksOf(body.id);
  expect(rows.map(({ title, dueOn }) => `${title} ${dueOn}`).sort()).toEqual([
    '<b>@+-修路</b> 2028-02-29',
    '=HYPERLINK("x") 2026-06-30',
  ]);
});

it.each<[string, () => Promise<Uint8Array> | Uint8Array, number, string]>([
  ['an empty file', () => Buffer.alloc(0), 422, 'ledger.file-empty'],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 415, 'ledger.file-unsupported'],
  [
    'a workbook with a password',
    () => compoundFile({ EncryptedPackage: Buffer.from('x') }),
    422,
    'ledger.file-protected',
  ],
  ['a letter of old Word', () => compoundFile({ WordDocument: Buffer.from('x') }), 415, 'ledger.file-unsupported'],
  ['a broken archive', () => Buffer.from('PK\u0003\u0004 cut off'), 422, 'ledger.file-damaged'],
  [
    'a table of something else',
    () =>
      xlsx({
        通讯录: [
          ['姓名', '年龄'],
          ['张三', 40],
        ],
      }),
    422,
    'ledger.no-table',
  ],
  ['more than 10 MB', () => Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 413, 'ledger.file-too-large'],
  [
    'more than 20,000 rows',
    () => Buffer.from(`工作任务,牵头单位\n${'建学校,区教育局\n'.repeat(20_001)}`),
    413,
    'ledger.file-too-large',
  ],
])('refuses %s in words', async (_what, make, status, code) => {
  const answer = await new LedgerDesk(supervisor, await make()).read();
  expect(answer).toMatchObject({ status, body: { code, detail: expect.stringMatching(/\p{Script=Han}.*。$/u) } });
});

it('refuses settings that do not fit the file', async () => {
  const desk = await ledgerOf(supervisor, ['建学校', '区教育局']);
  const settings = await desk.settings();
  const { fields } = settings;
  for (const wrong of [
    [...fields, null],
    fields.map((field) => (field === 'leadUnit' ? null : field)),
    fields.map(() => 'title' as const),
  ]) {
    expect(await desk.preview({ ...settings, fields: wrong })).toMatchObject({
      status: 422,
      body: { code: 'ledger.fields' },
    });
  }
  expect(await desk.preview({ ...settings, year: 26 })).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
});

it('offers a template that it understands by itself', async () => {
  const answer = await supervisor.send('GET', '/ledger-imports/template');
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('模板.xlsx'));
  expect((await new LedgerDesk(supervisor, answer.rawPayload).read()).body.code).toBe('ledger.empty');
  const workbook = new Workbook();
  await workbook.xlsx.load(answer.rawPayload as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const example = [
    '1',
    '规范校园食堂',
    '全面检查',
    '区教育局',
    '青石街道',
    '陶晓雯',
    '梁敬之',
    '年底前',
    '已查 18 家',
    '60%',
    '进行中',
  ];
  workbook
    .getWorksheet('台账')
    ?.getRow(2)
    .splice(1, 0, ...example);
  const filled = new LedgerDesk(supervisor, Buffer.from(await workbook.xlsx.writeBuffer()));
  expect((await filled.preview(await filled.settings())).body.rows).toEqual([
    expect.objectContaining({
      ...{ title: '规范校园食堂', leadUnitName: '区教育局', supportingUnitNames: ['青石街道'] },
      ...{ assigneeName: expect.stringContaining('陶晓雯'), leaderName: expect.stringContaining('梁敬之') },
      ...{ progress: 60, hasNarrative: true, fate: 'create', issues: [] },
    }),
  ]);
});

const installed = findOffice() !== undefined;
if (!installed) process.stderr.write('skipped: LibreOffice is not installed (apt install libreoffice-calc-nogui)\n');
(installed ? it : it.skip)('reads an .xls of old Excel as the .xlsx that it was made from', async () => {
  const modern = new LedgerDesk(supervisor, exampleLedger());
  const bytes = await convert(exampleLedger(), 'xlsx', 'xls');
  expect(Buffer.from(bytes ?? []).subarray(0, 4)).toEqual(Buffer.from('d0cf11e0', 'hex'));
  const old = new LedgerDesk(supervisor, bytes as Uint8Array, '2026年重点工作台账.xls');
  expect((await old.read()).body).toEqual((await modern.read()).body);
  const [ofOld, ofModern] = [await old.preview(await old.settings()), await modern.preview(await modern.settings())];
  expect(ofOld.body.rows).toEqual(ofModern.body.rows);
  expect(ofOld.body.rows).toHaveLength(10);

  const taken = await old.take({}, true);
  const { rows } = await tasksOf(taken.body.id);
  expect(rows).toHaveLength(taken.body.tasks);
  expect(rows.length).toBeGreaterThan(0);
  // What is kept is the file as it came in.
  const kept = await supervisor.send('GET', `/ledger-imports/${taken.body.id}/original`);
  expect(kept.rawPayload.equals(Buffer.from(bytes as Uint8Array))).toBe(true);
  expect(kept.headers['content-disposition']).toContain(encodeURIComponent('台账.xls'));
});

it('refuses an .xls that is cut off in words', async () => {
  const bytes = compoundFile({ Workbook: Buffer.from('\u0009\u0008 cut off') });
  const answer = await new LedgerDesk(supervisor, bytes, '台账.xls').read();
  expect(answer).toMatchObject({
    status: 415,
    body: { code: 'ledger.file-unsupported', detail: expect.stringContaining('.xls') },
  });
});
