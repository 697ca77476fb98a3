import type { ResponsibilityView, SupportView } from '../../libs/tasks/src/responsibility/responsibility.view';
import type { UnitName, UnitView } from '../../libs/organisation/src/unit.view';
import type { TaskDetail, TaskPage } from '../../libs/tasks/src/task.view';
import type { ImportResult } from '../../libs/reports/src/report.view';
import type { ReportDetail } from '../../libs/review/src/review.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

let application: TestApplication;
let admin: Browserless;
let units: Record<'root' | 'education' | 'finance' | 'health' | 'grid', UnitView>;
let officer: SignedIn;
let liaison: SignedIn;
let finance: SignedIn;
let clerk: SignedIn;
let health: SignedIn;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string, more: object = {}) =>
    admin.post<UnitView>('/units', { parentId: root.id, name, ...more }, 201);
  units = {
    root,
    education: await add('区教育局'),
    finance: await add('区财政局'),
    health: await add('区卫健局'),
    grid: await add('市供电公司', { external: true, contact: '王工 0871-65550000' }),
  };
  officer = await addPerson(application, 'officer', 'staff', units.education);
  liaison = await addPerson(application, 'liaison', 'liaison', units.education);
  finance = await addPerson(application, 'finance', 'liaison', units.finance);
  clerk = await addPerson(application, 'clerk', 'staff', units.finance);
  health = await addPerson(application, 'health', 'liaison', units.health);
});
afterAll(() => application?.close());

const get = (task: { id: string }, as = admin) => as.get<TaskDetail>(`/tasks/${task.id}`);
const duties = (task: { id: string }, as = admin) => as.get<ResponsibilityView>(`/tasks/${task.id}/responsibility`);
const move = (as: Browserless, task: TaskDetail, name: string, more: object = {}) =>
  as.post<TaskDetail>(`/tasks/${task.id}/${name}`, { version: task.version, ...more });
const set = (as: Browserless, task: TaskDetail, list: object[]) =>
  as.send('PUT', `/tasks/${task.id}/support`, { version: task.version, units: list });
const partOf = async (task: TaskDetail, unit: UnitView, as = admin): Promise<SupportView> =>
  (await duties(task, as)).support.find(({ unitId }) => unitId === unit.id) as SupportView;
const report = (as: Browserless, task: TaskDetail, part: SupportView, percent: number) =>
  as.send('POST', `/tasks/${task.id}/support/${part.id}/reports`, {
    ...{ version: part.version, percent, narrative: `完成 ${percent}%。` },
  });

/** Led by the education bureau, accepted by its officer, supported by these units. */
async function supported(title: string, ...by: UnitView[]): Promise<TaskDetail> {
  const charge = { leadUnitId: units.education.id, assigneeId: officer.id, dueOn: '2027-06-30' };
  const draft = await admin.post<TaskDetail>('/tasks', { title, ...charge }, 201);
  const list = by.map(({ id, name }) => ({ unitId: id, duty: `${name}的配合内容` }));
  expect((await set(admin, draft, list)).statusCode).toBe(204);
  await move(admin, await get(draft), 'assign', charge);
  return move(officer.client, await get(draft, officer.client), 'accept');
}

describe('supporting units 配合单位', () => {
  it('are set by the supervisor or the lead unit’s liaison, never by others', async () => {
    let task = await supported('新建公办幼儿园');
    expect((await set(officer.client, task, [])).body).toContain('task.not-yours');
    expect((await set(finance.client, task, [])).body).toContain('task.unknown');
    const both = [{ unitId: units.finance.id, duty: '保障资金' }, { unitId: units.grid.id }];
    // The liaison may ask external bodies and units below his own; sisters are for the supervisor to ask.
    expect((await set(liaison.client, task, both)).body).toContain('unit.unknown');
    expect((await set(admin, task, [both[0]])).statusCode).toBe(204);
    task = await get(task);
    expect((await set(liaison.client, task, both)).statusCode).toBe(204);
    expect((await set(liaison.client, task, both)).body).toContain('task.changed');
    task = await get(task);
    expect((await set(admin, task, [{ unitId: units.education.id }])).body).toContain('support.is-lead');
    expect((await set(admin, task, [both[0], both[0]])).statusCode).toBe(422);
    expect(task.history[0]).toMatchObject({
      ...{ action: 'set-support', by: liaison.name },
      changes: [{ field: 'support', from: '区财政局（保障资金）', to: '区财政局（保障资金）；市供电公司' }],
    });
    const offered = (as: Browserless) => as.get<UnitName[]>(`/units/supporting?unitId=${units.education.id}`);
    expect((await offered(liaison.client)).map(({ name }) => name)).toEqual(['区教育局', '市供电公司']);
    expect(await offered(officer.client)).toEqual([]);
  });

  it('see the task and report their own part only', async () => {
    const drafted = await admin.post<TaskDetail>('/tasks', { title: '还没交办', leadUnitId: units.education.id }, 201);
    expect((await set(admin, drafted, [{ unitId: units.finance.id }])).statusCode).toBe(204);
    await expect(get(drafted, finance.client)).rejects.toThrow('task.unknown');

    const task = await supported('扩建第二实验小学', units.finance, units.health);
    const seen = await get(task, finance.client);
    expect(seen).toMatchObject({ moves: ['report-support'], blocked: [] });
    for (const [name, more] of [
      ['accept', {}],
      ['progress', { percent: 10, narrative: '代报' }],
      ['submit', { narrative: '代报' }],
      ['hand-over', {}],
      ['drop', { reason: '不做了' }],
    ] as const) {
      await expect(move(finance.client, seen, name, more)).rejects.toThrow(/task\.(not-yours|move-impossible)/);
    }
    expect((await report(finance.client, task, await partOf(task, units.health), 50)).body).toContain(
      'support.not-yours',
    );
    expect((await report(officer.client, task, await partOf(task, units.finance), 50)).body).toContain(
      'task.not-yours',
    );

    const part = await partOf(task, units.finance, finance.client);
    expect(part).toMatchObject({ percent: 0, duty: '区财政局的配合内容', mayReport: true, mayHandOver: true });
    const twice = await Promise.all([30, 40].map((percent) => report(finance.client, task, part, percent)));
    expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
    const after = await get(task, officer.client);
    expect(after).toMatchObject({ progress: 0, progressEntries: [], version: task.version });
    expect((await partOf(task, units.finance, officer.client)).reports).toHaveLength(1);
    expect((await partOf(task, units.health, officer.client)).mayReport).toBe(false);
  });

  it('are in the lists of their unit and of the person they name', async () => {
    const task = await supported('校园周边整治', units.finance);
    const listed = async (as: Browserless, query: string) =>
      (await as.get<TaskPage>(`/tasks?${query}`)).rows.some(({ id }) => id === task.id);
    expect(await listed(finance.client, 'supporting=true')).toBe(true);
    expect(await listed(finance.client, 'mine=true')).toBe(false);
    expect(await listed(health.client, '')).toBe(false);
    expect(await listed(clerk.client, '')).toBe(false);
    const part = await partOf(task, units.finance, finance.client);
    const name = (personId: string, as = finance.client) =>
      as.post(`/tasks/${task.id}/support/${part.id}/person`, { version: part.version, personId }, 204);
    await expect(name(officer.id)).rejects.toThrow('person.not-assignable');
    await expect(name(clerk.id, officer.client)).rejects.toThrow('support.not-yours');
    await name(clerk.id);
    expect(await listed(clerk.client, 'supporting=true')).toBe(true);
    expect((await get(task, clerk.client)).moves).toEqual(['report-support']);
    const named = await partOf(task, units.finance, clerk.client);
    expect(named).toMatchObject({ person: { name: clerk.name }, mayReport: true, mayHandOver: false });
    expect((await report(clerk.client, task, named, 60)).statusCode).toBe(204);
  });

  it('hold the submission until they are done or the supervisor waives them', async () => {
    const task = await supported('更新校车', units.finance, units.health);
    const blocked = await get(task, officer.client);
    expect(blocked.blocked).toEqual([{ move: 'submit', why: expect.stringContaining('配合单位') }]);
    await expect(move(officer.client, blocked, 'submit', { narrative: '完成' })).rejects.toThrow(
      'task.lacks-support-done',
    );
    expect((await report(finance.client, task, await partOf(task, units.finance), 100)).statusCode).toBe(204);
    expect(await partOf(task, units.finance)).toMatchObject({ doneOn: expect.any(String), light: 'green' });
    const other = await partOf(task, units.health);
    const waive = (as: Browserless, version: number, waived: boolean) =>
      as.post(`/tasks/${task.id}/support/${other.id}/waive`, { version, waived, reason: '无需体检' }, 204);
    await expect(waive(liaison.client, other.version, true)).rejects.toThrow('403');
    await waive(admin, other.version, true);
    await waive(admin, other.version + 1, false);
    expect((await get(task, officer.client)).moves).not.toContain('submit');
    await waive(admin, other.version + 2, true);
    await move(officer.client, await get(task, officer.client), 'submit', { narrative: '完成' });
    expect((await report(finance.client, task, await partOf(task, units.finance), 10)).body).toContain(
      'task.move-impossible',
    );
  });

  it('stay when they have reported', async () => {
    const task = await supported('校舍安全排查', units.finance);
    await report(finance.client, task, await partOf(task, units.finance), 20);
    expect((await set(admin, await get(task), [])).body).toContain('support.reported');
    const kept = [{ unitId: units.finance.id, duty: '安排资金' }, { unitId: units.health.id }];
    expect((await set(admin, await get(task), kept)).statusCode).toBe(204);
    expect(await partOf(task, units.finance)).toMatchObject({ percent: 20, duty: '安排资金' });
    await expect(admin.delete(`/units/${units.health.id}`)).rejects.toThrow('unit.not-empty');
  });

  it('that the report names come with the task when it is accepted', async () => {
    const text = `关于2026年工作情况的报告（区教育局）\n三、下一步工作打算\n一是改造供暖管网。11月底前完成改造，由区教育局牵头，区财政局配合。\n`;
    const answer = await admin.upload('/documents', '报告.txt', Buffer.from(text), { receivedOn: '2026-10-10' });
    const { reports } = JSON.parse(answer.body) as ImportResult;
    const desk = await admin.get<ReportDetail>(`/reports/${reports[0].id}`);
    const itemIds = desk.items.map(({ id }) => id);
    await admin.post(`/reports/${desk.id}/items/accept`, { itemIds });
    const { rows } = await admin.get<TaskPage>(`/tasks?reportId=${desk.id}`);
    expect((await duties(rows[0])).support.map(({ unitName }) => unitName)).toEqual(['区财政局']);
    await admin.post(`/reports/${desk.id}/items/restore`, { itemIds });
  });
});
