import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { LedgerImportView } from '../../libs/tasks/src/ledger-import/ledger.view';
import type { TaskDetail, TaskPage } from '../../libs/tasks/src/task.view';
import type { ResponsibilityView } from '../../libs/tasks/src/responsibility/responsibility.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { exampleLedger, exampleOrganisation, LedgerDesk, ledgerOf, LEDGER_HEADS, LEDGER_NAME } from '../support/ledger';
import { xlsx, type Row } from '../support/organisation-file';

let application: TestApplication;
let signIn: (login: string) => Promise<Browserless>;
let supervisor: Browserless;
let units: UnitView[];
beforeAll(async () => {
  application = await startApplication();
  signIn = await exampleOrganisation(application);
  supervisor = await signIn('zhoumingyuan');
  units = await supervisor.get<UnitView[]>('/units');
});
afterEach(async () => {
  const db = application.app.get(DataSource);
  await db.query('DELETE FROM task; DELETE FROM ledger_import; DELETE FROM ledger_mapping; DELETE FROM stored_file');
});
afterAll(() => application?.close());

const ledger = (...rows: Row[]) => ledgerOf(supervisor, ...rows);
const tasksOf = (importId: string, client = supervisor) =>
  client.get<TaskPage>(`/tasks?ledgerImportId=${importId}&limit=200`);
const stored = async (...tables: string[]) => {
  const db = application.app.get(DataSource);
  const counts = tables.map(async (table) => {
    const [{ n }] = await db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`);
    return n;
  });
  return Promise.all(counts);
};
const EVERYTHING = ['task', 'progress_entry', 'ledger_import', 'ledger_mapping', 'stored_file'];
const idOf = (name: string) => units.find((unit) => unit.name === name)?.id as string;

it('reads the example ledger and says what every row would become, and stores nothing', async () => {
  const desk = new LedgerDesk(supervisor, exampleLedger());
  const { body: file } = await desk.read();
  expect(file.others).toEqual(['联系人']);
  expect(file.sheets[0]).toMatchObject({
    name: '重点工作',
    title: '青岚区2026年重点工作台账',
    headRow: 4,
    year: 2026,
    rows: 10,
  });
  expect(file.sheets[0].columns.map(({ letter, head, field }) => `${letter} ${head} ${field}`)).toEqual([
    'A 序号 null',
    'B 工作任务 title',
    'C 具体措施 text',
    'D 责任分工/牵头单位 leadUnit',
    'E 责任分工/配合单位 supportingUnits',
    'F 责任分工/责任人 assignee',
    'G 完成时限 dueOn',
    'H 进展情况 narrative',
    'I 完成率 percent',
    'J 状态 status',
    'K 备注 note',
  ]);
  const { status, body } = await desk.preview(await desk.settings());
  expect(status).toBe(200);
  expect(body.counts).toEqual({ create: 8, error: 2, duplicate: 0, warning: 4, withoutYear: 5 });
  expect(
    body.rows.map(({ row, title, leadUnitName, dueOn, fate }) => [row, title, leadUnitName, dueOn, fate].join(' ')),
  ).toEqual([
    '6 扩充优质学位：完成第二实验小学扩建工程竣工验收 区教育局 2026-08-31 create',
    '7 扩充优质学位：启动青石片区初中选址论证 区教育局 2026-09-30 create',
    '8 规范校园食堂管理 区教育局 2026-11-30 create',
    '9 老旧小区加装电梯 区住房和城乡建设局 2026-12-31 create',
    '11 燃气管道“带病运行”专项治理 区住房和城乡建设局 2026-06-30 create',
    '12 重大事故隐患动态清零 区应急管理局  create',
    '13 森林防火责任落实  2026-10-31 error',
    '14 汛前排查 区住房和城乡建设局  error',
    '16 石桥社区综合服务站建设 青石街道 2026-06-30 create',
    '17 柳溪社区停车难整治 青石街道 2026-10-20 create',
  ]);
  const errors = body.rows.flatMap(({ row, issues }) =>
    issues.filter(({ level }) => level === 'error').map(({ column, message }) => `${row} ${column} ${message}`),
  );
  expect(errors).toEqual([
    '13 责任分工 / 牵头单位 没有找到单位“区林业局”，或您无权向它交办任务',
    '14 完成时限 没有“2月30日”这一天，请改正日期',
  ]);
  expect(body.unknownUnits.find(({ name }) => name === '区林业局')?.rows).toBe(1);
  expect(await stored(...EVERYTHING)).toEqual([0, 0, 0, 0, 0]);
});

it('stores nothing while a row is wrong, and all sound rows when the others are left out', async () => {
  const desk = new LedgerDesk(supervisor, exampleLedger());
  const refused = await desk.take();
  expect(refused).toMatchObject({ status: 422, body: { code: 'ledger.has-errors' } });
  expect(refused.body.errors).toEqual([
    expect.objectContaining({ sheet: '重点工作', row: 13, field: '责任分工 / 牵头单位' }),
    expect.objectContaining({ sheet: '重点工作', row: 14, field: '完成时限' }),
  ]);
  expect(await stored(...EVERYTHING)).toEqual([0, 0, 0, 0, 0]);

  const taken = await desk.take({}, true);
  expect(taken).toMatchObject({
    status: 200,
    body: { tasks: 8, fileName: LEDGER_NAME, alreadyImported: false, moved: false },
  });
  const { rows } = await tasksOf(taken.body.id);
  expect(rows.map(({ status }) => status)).toEqual(Array(8).fill('drafted'));
  const canteen = rows.find(({ title }) => title === '规范校园食堂管理');
  const task = await supervisor.get<TaskDetail>(`/tasks/${canteen?.id}`);
  expect(task).toMatchObject({
    ...{ assigneeName: '陶晓雯', dueOn: '2026-11-30', progress: 60 },
    ledger: { fileName: LEDGER_NAME, sheet: '重点工作', row: 8, unverified: false, mayOpen: true },
    progressEntries: [{ narrative: '已检查 18 家，发现问题 23 个，整改 15 个', percent: 60, fromLedger: true }],
  });
  expect(task.text.split('\n')).toEqual([
    '对全区中小学食堂开展一次全面检查，建立台账并逐项整改',
    '类别：一、民生保障',
    '备注：区级重点督办',
    expect.stringMatching(/^配合单位：区市场监管局$/),
  ]);
  const supporting = await Promise.all(
    rows.map(({ id }) => supervisor.get<ResponsibilityView>(`/tasks/${id}/responsibility`)),
  );
  expect(supporting.flatMap(({ support }) => support.map(({ unitName }) => unitName))).toEqual(
    expect.arrayContaining(['区应急管理局', '石桥社区', '青石街道']),
  );
  const original = await supervisor.send('GET', `/ledger-imports/${taken.body.id}/original`);
  expect(original.rawPayload.equals(exampleLedger())).toBe(true);
});

it('takes the same confirmation twice as one, also at the same time', async () => {
  const desk = await ledger(['建学校', '区教育局', '', '6月底前'], ['修路', '区住建局', '', '年底前']);
  const settings = await desk.settings();
  const { preview } = (await desk.preview(settings)).body;
  const ask = { ...settings, preview, skipErrors: false };
  const answers = await Promise.all([desk.confirm(ask), desk.confirm(ask)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.map(({ body }) => body.alreadyImported).sort()).toEqual([false, true]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await stored('task', 'ledger_import')).toEqual([2, 1]);
});

it('shows what is tracked already, and takes it only when chosen', async () => {
  await (await ledger(['建学校', '区教育局'])).take();
  const desk = await ledger(['建学校', '区教育局'], ['修路', '区住建局'], ['修路', '住建局'], ['建学校', '区住建局']);
  const { body } = await desk.preview(await desk.settings());
  expect(body.rows.map(({ row, fate, duplicateOf }) => `${row} ${fate} ${duplicateOf}`)).toEqual([
    expect.stringMatching(/^2 duplicate 任务 20\d\d-\d{5}$/),
    '3 create null',
    '4 duplicate 第 3 行',
    '5 create null',
  ]);
  expect((await desk.take({ duplicates: [4] })).body.tasks).toBe(3);
  expect(await stored('task')).toEqual([4]);
});

it('refuses to store something else than the preview showed', async () => {
  const desk = await ledger(['建学校', '区教育局']);
  const settings = await desk.settings();
  const { preview } = (await desk.preview(settings)).body;
  const ask = { ...settings, preview, skipErrors: false };
  await (await ledger(['建学校', '区教育局'], ['修路', '区住建局'])).take();
  expect(await desk.confirm(ask)).toMatchObject({ status: 409, body: { code: 'ledger.changed' } });
});

it('maps an unknown name once for all rows, and remembers it with the columns', async () => {
  const rows: Row[] = [
    ['建学校', '区教育和体育局'],
    ['办比赛', '区教育和体育局'],
    ['修路', '区住建局'],
  ];
  const desk = await ledger(...rows);
  const first = (await desk.preview(await desk.settings())).body;
  expect(first.counts).toMatchObject({ create: 1, error: 2 });
  expect(first.unknownUnits).toMatchObject([{ name: '区教育和体育局', rows: 2 }]);
  expect(first.unknownUnits[0].suggestions[0].name).toBe('区教育局');
  const units = [{ name: '区教育和体育局', unitId: idOf('区教育局') }];
  const settings = await desk.settings({ units });
  settings.fields[4] = null;
  expect((await desk.take({ units, fields: settings.fields })).body.tasks).toBe(3);

  const later = await ledger(['办培训', '区教育和体育局']);
  const again = (await later.read()).body.sheets[0];
  expect(again.rememberedAt).not.toBeNull();
  expect(again.columns[4].field).toBeNull();
  expect((await later.preview(await later.settings())).body.rows).toMatchObject([
    { leadUnitName: '区教育局', fate: 'create' },
  ]);
});

it('takes tasks at the stage that the ledger says, closed ones unverified', async () => {
  const desk = await ledger(
    ['建学校', '区教育局', '', '2026年3月底前', '已建成', '100%', '已完成'],
    ['修路', '区住建局', '温立行', '2026年底', '正在施工', '40%', '进行中'],
    ['种树', '区住建局', '', '2026年底', '', '', '未启动'],
    ['改造', '区住建局', '', '', '', '', '暂缓'],
  );
  const { body } = await desk.take({ statuses: 'ledger' });
  const { rows } = await tasksOf(body.id);
  expect(rows.map(({ title, status, progress }) => `${title} ${status} ${progress}`).sort()).toEqual([
    '修路 in-progress 40',
    '建学校 closed 100',
    '改造 suspended 0',
    '种树 assigned 0',
  ]);
  const closed = rows.find(({ status }) => status === 'closed');
  expect(await supervisor.get<TaskDetail>(`/tasks/${closed?.id}`)).toMatchObject({
    closedOn: '2026-03-31',
    ledger: { unverified: true },
    progressEntries: [{ narrative: '已建成', fromLedger: true }],
  });
  // Who brought the ledger in did none of the work: he may still verify it.
  const open = rows.find(({ status }) => status === 'in-progress');
  const worker = await signIn('wenlixing');
  await worker.post(`/tasks/${open?.id}/submit`, { version: 1, narrative: '已完工' });
  await supervisor.post(`/tasks/${open?.id}/close`, { version: 2 });
});

it('asks who is meant where a unit has two people of that name', async () => {
  const add = (login: string) =>
    application.admin.post<{ id: string }>(
      '/people',
      { name: '王伟', login, positions: [], roles: [{ unitId: idOf('区教育局'), role: 'staff' }] },
      201,
    );
  await add('wangwei1');
  await add('wangwei2');
  const desk = await ledger(['建学校', '区教育局', '王伟']);
  const { body } = await desk.preview(await desk.settings());
  expect(body.counts.error).toBe(1);
  const [unclear] = body.unclearPeople;
  expect(unclear).toMatchObject({ name: '王伟', rows: 1 });
  expect(unclear.people).toHaveLength(2);
  const people = [{ unitId: unclear.unitId, name: '王伟', personId: unclear.people[1].id }];
  const taken = await desk.take({ people });
  expect((await tasksOf(taken.body.id)).rows[0].assigneeId).toBe(unclear.people[1].id);
});

it('is only for those who assign, and only for their units', async () => {
  const liaison = await signIn('xuyiming');
  const bytes = await xlsx({ 台账: [LEDGER_HEADS, ['建学校', '区教育局'], ['修路', '区住建局']] });
  expect(await new LedgerDesk(liaison, bytes).read()).toMatchObject({ status: 403 });

  const local = {
    name: '教育督办员',
    login: 'jiaoyuduban',
    positions: [],
    roles: [{ unitId: idOf('区教育局'), role: 'supervisor' }],
  };
  const added = await application.admin.post<{ oneTimePassword: string }>('/people', local, 201);
  const desk = new LedgerDesk(await application.signIn('jiaoyuduban', added.oneTimePassword), bytes);
  // Neither by its name nor by saying that it is meant.
  for (const said of [[], [{ name: '区住建局', unitId: idOf('区住房和城乡建设局') }]]) {
    const { body } = await desk.preview(await desk.settings({ units: said }));
    expect(body.rows.map(({ fate }) => fate)).toEqual(['create', 'error']);
    expect(body.unknownUnits[0].suggestions.map(({ name }) => name)).not.toContain('区住房和城乡建设局');
  }
  const { body } = await new LedgerDesk(supervisor, bytes).take();
  expect((await liaison.send('GET', `/ledger-imports/${body.id}/original`)).statusCode).toBe(404);
});

it('takes the whole import back while nothing of it has moved', async () => {
  const desk = await ledger(['建学校', '区教育局', '', '6月底前', '已选址'], ['修路', '区住建局', '', '年底前']);
  const { body } = await desk.take();
  const undone = await supervisor.post<LedgerImportView>(`/ledger-imports/${body.id}/undo`);
  expect(undone).toMatchObject({ undoneBy: '周明远' });
  expect(await stored('task', 'progress_entry', 'ledger_import')).toEqual([0, 0, 1]);
  expect((await supervisor.send('POST', `/ledger-imports/${body.id}/undo`)).statusCode).toBe(409);

  const again = await desk.take();
  expect(again.body).toMatchObject({ tasks: 2, alreadyImported: false });
  const [task] = (await tasksOf(again.body.id)).rows;
  await supervisor.post(`/tasks/${task.id}/assign`, { version: task.version, leadUnitId: task.leadUnitId });
  const refused = await supervisor.send('POST', `/ledger-imports/${again.body.id}/undo`);
  expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining('ledger.moved')]);
  expect(await stored('task')).toEqual([2]);
  expect(await supervisor.get<LedgerImportView[]>('/ledger-imports')).toMatchObject([
    { id: again.body.id, moved: true, undoneAt: null },
    { id: body.id, undoneBy: '周明远' },
  ]);
});

it('stores 5,000 rows in one go', async () => {
  const rows = Array.from({ length: 5000 }, (_, n): Row => [
    `任务${n}`,
    n % 2 ? '区教育局' : '区住建局',
    '',
    '年底前',
    `进展${n}`,
    '10%',
  ]);
  const { body } = await (await ledger(...rows)).take();
  expect(body.tasks).toBe(5000);
  expect(await stored('task', 'progress_entry')).toEqual([5000, 5000]);
  await supervisor.post(`/ledger-imports/${body.id}/undo`);
  expect(await stored('task', 'progress_entry')).toEqual([0, 0]);
}, 60_000);
