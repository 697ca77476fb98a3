import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { BulkPreview } from '../../libs/tasks/src/bulk.view';
import type { Overview } from '../../libs/tasks/src/overview.view';
import type { TaskDetail, TaskPage, TaskSummary } from '../../libs/tasks/src/task.view';
import { RecurrenceService } from '../../libs/tasks/src/recurrence.service';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

// Five thousand at once take their time on a busy machine.
jest.setTimeout(60_000);

let application: TestApplication;
let admin: Browserless;
let units: { root: UnitView; housing: UnitView; street: UnitView };
let officer: SignedIn;
let liaison: SignedIn;
let leader: SignedIn;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string) => admin.post<UnitView>('/units', { parentId: root.id, name, aliases: [] }, 201);
  units = { root, housing: await add('区住建局'), street: await add('东风街道') };
  officer = await addPerson(application, 'officer', 'staff', units.housing);
  liaison = await addPerson(application, 'liaison', 'liaison', units.housing);
  leader = await addPerson(application, 'leader', 'leader', units.root);
});
afterAll(() => application?.close());

const titled = (title: string, more: object = {}) => ({ title, leadUnitId: units.housing.id, ...more });
const create = (title: string, more: object = {}) => admin.post<TaskDetail>('/tasks', titled(title, more), 201);
const get = (task: { id: string }, as = admin) => as.get<TaskDetail>(`/tasks/${task.id}`);
const move = (as: Browserless, task: TaskDetail, name: string, more: object = {}) =>
  as.post<TaskDetail>(`/tasks/${task.id}/${name}`, { version: task.version, ...more });

/** On record, assigned to the officer and accepted by him. */
async function underWay(title: string, dueOn = '2026-12-31'): Promise<TaskDetail> {
  let task = await create(title, { dueOn });
  task = await move(admin, task, 'assign', { leadUnitId: units.housing.id, assigneeId: officer.id, dueOn });
  return move(officer.client, await get(task, officer.client), 'accept');
}

describe('a task by hand', () => {
  it('starts as a draft, with person and leader of the right units only', async () => {
    const task = await create('改造老旧小区', { dueOn: '2026-12-31', assigneeId: officer.id, leaderId: leader.id });
    expect(task).toMatchObject({ status: 'drafted', assignedOn: null, assigneeName: officer.name, source: null });
    expect(task).toMatchObject({ leaderName: leader.name, text: '改造老旧小区', kind: 'commitment' });
    await expect(create('无此领导', { leaderId: officer.id })).rejects.toThrow('person.not-leader');
    await expect(create('别处的人', { leadUnitId: units.street.id, assigneeId: officer.id })).rejects.toThrow(
      'person.not-assignable',
    );
    await expect(create('没有这一天', { dueOn: '2027-02-29' })).rejects.toThrow('完成时限须为有效日期');
  });

  it('立巡立交 is assigned at once and due by the hour', async () => {
    const urgent = await admin.post<TaskDetail>('/tasks/urgent', titled('清理消防通道', { hours: 3 }), 201);
    expect(urgent).toMatchObject({ status: 'assigned', kind: 'urgent', originalDueOn: urgent.dueOn });
    const hours = (Date.parse(String(urgent.dueAt)) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(2.9);
    expect(hours).toBeLessThanOrEqual(3);
    const later = { dueOn: '2027-01-01', reason: '来不及' };
    await expect(move(admin, urgent, 're-date', later)).rejects.toThrow('task.urgent-hour');
  });
});

describe('decomposition 1 → n', () => {
  it('rolls progress up by weight and waits for its parts', async () => {
    let whole = await underWay('整治背街小巷');
    const parts = await liaison.client.post<TaskSummary[]>(
      `/tasks/${whole.id}/parts`,
      {
        version: whole.version,
        parts: [
          titled('修补路面', { assigneeId: officer.id, weight: 3 }),
          titled('更换路灯', { dueOn: '2026-11-30', weight: 1 }),
        ],
      },
      201,
    );
    expect(parts.map(({ status }) => status)).toEqual(['assigned', 'assigned']);
    const elsewhere = { version: whole.version + 1, parts: [titled('别的单位', { leadUnitId: units.street.id })] };
    await expect(liaison.client.post(`/tasks/${whole.id}/parts`, elsewhere)).rejects.toThrow('unit.unknown');
    const late = { version: whole.version + 1, parts: [titled('太晚', { dueOn: '2027-01-01' })] };
    await expect(admin.post(`/tasks/${whole.id}/parts`, late)).rejects.toThrow('task.part-too-late');

    let road = await get(parts.find(({ title }) => title === '修补路面') as TaskSummary, officer.client);
    road = await move(officer.client, road, 'accept');
    road = await move(officer.client, road, 'progress', { percent: 40, narrative: '完成 4 条。' });
    whole = await get(whole, officer.client);
    expect(whole).toMatchObject({
      progress: 30,
      blocked: [{ move: 'submit', why: expect.stringContaining('分解任务') }],
    });
    await expect(move(officer.client, whole, 'submit', { narrative: '完成' })).rejects.toThrow(
      'task.lacks-children-done',
    );
    whole = await move(officer.client, whole, 'progress', { percent: 99, narrative: '总体推进。' });
    expect(whole.progress).toBe(30);

    road = await move(officer.client, road, 'submit', { narrative: '全部完成。' });
    await move(admin, road, 'close');
    const lamps = await get(parts.find(({ title }) => title === '更换路灯') as TaskSummary);
    expect(lamps.whole).toMatchObject({ id: whole.id });
    await move(admin, lamps, 'drop', { reason: '由市里统一更换' });
    whole = await get(whole, officer.client);
    expect(whole).toMatchObject({ progress: 100, blocked: [], moves: expect.arrayContaining(['submit']) });
  });
});

describe('milestones', () => {
  it('have deadlines of their own and must be reached before submitting', async () => {
    let task = await underWay('整顿软弱涣散党组织', '2026-10-31');
    const milestones = [
      { title: '整顿一批', dueOn: '2026-06-30' },
      { title: '提升一批', dueOn: '2026-10-31' },
    ];
    const plan = (as: Browserless, list: object[]) =>
      as.send('PUT', `/tasks/${task.id}/milestones`, { version: task.version, milestones: list });
    expect((await plan(officer.client, milestones)).statusCode).toBe(403);
    expect((await plan(admin, [{ title: '太晚', dueOn: '2026-11-01' }])).body).toContain('task.milestone-too-late');
    expect((await plan(liaison.client, milestones)).statusCode).toBe(204);
    task = await get(task, officer.client);
    expect(task.milestones).toMatchObject(milestones);
    await expect(move(officer.client, task, 'submit', { narrative: '好了' })).rejects.toThrow('milestones-done');
    for (const { id } of task.milestones) {
      await officer.client.post(`/tasks/${task.id}/milestones/${id}/reach`, { version: task.version }, 204);
      task = await get(task, officer.client);
    }
    expect(task.milestones.every(({ doneOn }) => doneOn !== null)).toBe(true);
    expect(task.history[0]).toMatchObject({ action: 'milestone', changes: [{ to: '完成：提升一批' }] });
    expect((await move(officer.client, task, 'submit', { narrative: '好了' })).status).toBe('submitted');
  });
});

describe('as time passes', () => {
  it('a recurring duty brings forth one occurrence per period, also those of an outage, and none twice', async () => {
    const duty = await underWay('开展志愿服务', '2027-12-31');
    const recur = (version: number, every: string | null) =>
      admin.send('PUT', `/tasks/${duty.id}/recurrence`, { version, every });
    expect((await recur(duty.version, 'month')).statusCode).toBe(204);
    const db = application.app.get(DataSource);
    await db.query(`UPDATE task SET assigned_on = assigned_on - 70 WHERE id = $1`, [duty.id]);
    const recurrence = application.app.get(RecurrenceService);
    await db.query('DELETE FROM task WHERE parent_id = $1', [duty.id]);
    await Promise.all([recurrence.bringForthAll(), recurrence.bringForthAll()]);
    const { parts, kind, moves } = await get(duty);
    expect(kind).toBe('duty');
    expect(moves).not.toContain('decompose');
    expect(parts).toHaveLength(new Set(parts.map(({ title }) => title)).size);
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(parts.every((part) => part.kind === 'occurrence' && part.status === 'accepted')).toBe(true);
    expect(parts.map(({ dueOn }) => dueOn)).toEqual(parts.map(({ dueOn }) => dueOn).toSorted());
    const { version } = await get(duty);
    expect((await recur(version, null)).statusCode).toBe(204);
    expect(await recurrence.bringForthAll()).toBe(0);
  });

  it('a report of a period that is over stays marked as late', async () => {
    let task = await underWay('每月报送进展', '2027-12-31');
    const change = { version: task.version, reportEvery: 'month' };
    task = await admin.post(`/tasks/${task.id}/change`, change);
    const db = application.app.get(DataSource);
    await db.query(`UPDATE task SET assigned_on = assigned_on - 40 WHERE id = $1`, [task.id]);
    task = await get(task, officer.client);
    expect(task.reporting.at(-1)).toMatchObject({ state: 'missing' });
    expect(task.reporting[0]).toMatchObject({ state: 'open' });
    const periodStart = task.reporting.at(-1)?.start;
    const words = { percent: 20, narrative: '补报上期进展。' };
    await expect(move(officer.client, task, 'progress', { ...words, periodStart: '2020-01-01' })).rejects.toThrow(
      'task.no-such-period',
    );
    task = await move(officer.client, task, 'progress', { ...words, periodStart });
    task = await move(officer.client, task, 'progress', { percent: 30, narrative: '本期进展。' });
    expect(task.progressEntries.map(({ late }) => late)).toEqual([false, true]);
    expect([task.reporting.at(-1)?.state, task.reporting[0].state]).toEqual(['late', 'reported']);
  });
});

describe('beside the straight way', () => {
  it('suspends and comes back to where it was', async () => {
    let task = await underWay('建设口袋公园');
    task = await move(officer.client, task, 'submit', { narrative: '完成。' });
    await expect(move(officer.client, task, 'suspend', { reason: '等资金' })).rejects.toThrow('task.not-yours');
    task = await move(leader.client, await get(task, leader.client), 'suspend', { reason: '资金未到位' });
    expect(task).toMatchObject({ status: 'suspended', light: null });
    task = await move(admin, task, 'resume', { reason: '资金已到位' });
    expect(task.status).toBe('submitted');
  });

  it('re-dates without losing the original deadline, hands over without losing the stage, reopens', async () => {
    let task = await underWay('修订管理办法', '2026-11-30');
    task = await move(admin, task, 're-date', { dueOn: '2027-01-31', reason: '上位法修订' });
    expect(task).toMatchObject({ dueOn: '2027-01-31', originalDueOn: '2026-11-30', status: 'accepted' });
    task = await move(liaison.client, task, 'hand-over', { assigneeId: liaison.id });
    expect(task).toMatchObject({ assigneeId: liaison.id, status: 'accepted' });
    task = await move(liaison.client, task, 'submit', { narrative: '已印发。' });
    task = await move(admin, task, 'close');
    task = await move(admin, task, 'reopen', { reason: '回头看发现没有执行' });
    expect(task).toMatchObject({ status: 'in-progress', closedOn: null });
  });

  it('shows a task to its hooked leader from elsewhere', async () => {
    const other = await addPerson(application, 'street-leader', 'leader', units.street);
    const task = await create('专项督导', { leadUnitId: units.street.id, leaderId: other.id });
    await move(admin, task, 'assign', { leadUnitId: units.street.id });
    expect((await other.client.get<TaskPage>('/tasks')).rows.map(({ id }) => id)).toEqual([task.id]);
    await expect(other.client.get(`/tasks/${(await underWay('与他无关')).id}`)).rejects.toThrow('task.unknown');
  });
});

describe('two people at once', () => {
  it('refuses the second with what the first one changed', async () => {
    const task = await underWay('更新台账');
    await move(officer.client, task, 'progress', { percent: 35, narrative: '完成三成。' });
    const answer = await admin.send('POST', `/tasks/${task.id}/re-date`, {
      ...{ version: task.version, dueOn: '2027-01-31', reason: '顺延' },
    });
    expect(answer.statusCode).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({
      code: 'task.changed',
      detail: expect.stringContaining(officer.name),
      since: [
        {
          by: officer.name,
          action: 'progress',
          changes: expect.arrayContaining([{ field: 'progress', from: '0', to: '35' }]),
        },
      ],
    });
  });

  it('takes the version seen from If-Match and answers with an ETag', async () => {
    const task = await underWay('使用标签');
    const url = `/tasks/${task.id}/re-date`;
    const ask = { dueOn: '2027-01-31', reason: '顺延' };
    const seen = await admin.send('GET', `/tasks/${task.id}`);
    expect(seen.headers.etag).toBe(`"${task.version}"`);
    const stale = await admin.send('POST', url, ask, { 'if-match': `"${task.version - 1}"` });
    expect([stale.statusCode, stale.body]).toEqual([409, expect.stringContaining('task.changed')]);
    const torn = await admin.send('POST', url, { ...ask, version: 1 }, { 'if-match': `"${task.version}"` });
    expect([torn.statusCode, torn.body]).toEqual([422, expect.stringContaining('input.if-match')]);
    const done = await admin.send('POST', url, ask, { 'if-match': `"${task.version}"` });
    expect([done.statusCode, done.headers.etag]).toEqual([200, `"${task.version + 1}"`]);
    expect((await admin.send('POST', url, ask)).statusCode).toBe(422);
  });
});

describe('the first page', () => {
  it('counts what one may see by light and status, in sight of everything as in sight of one unit', async () => {
    const everything = await admin.get<Overview>('/overview');
    const own = await liaison.client.get<Overview>('/overview');
    const housing = everything.units.find(({ unitId }) => unitId === units.housing.id);
    expect(own.units).toEqual([housing]);
    expect(own.drafted).toBe(0);
    expect(everything.drafted).toBeGreaterThan(0);
    expect(everything.open).toBeGreaterThan(own.open);
    const late = await underWay('早该完成', '2020-01-31');
    expect((await admin.get<Overview>('/overview')).overdue).toBe(everything.overdue + 1);
    const mine = await officer.client.get<Overview>('/overview');
    expect(mine.myTasks[0]).toMatchObject({ id: late.id, light: 'red' });
  });
});

describe('five thousand at once', () => {
  it('are shown, and then all done with their history, or none', async () => {
    const db = application.app.get(DataSource);
    await db.query(
      `INSERT INTO task (code, title, text, lead_unit_id, created_by_id, due_on)
       SELECT 'B-' || lpad(n::text, 5, '0'), '批量任务' || n, '批量任务', $1, $2, DATE '2026-12-31'
       FROM generate_series(1, 5000) n`,
      [units.housing.id, officer.id],
    );
    const tasks = await db.query<{ id: string }[]>(`SELECT id FROM task WHERE code LIKE 'B-%'`);
    const ask = { taskIds: tasks.map(({ id }) => id), move: 'assign', assigneeId: officer.id, dueOn: '2026-12-15' };
    const { preview, total, refused, rows } = await admin.post<BulkPreview>('/tasks/bulk/preview', ask);
    expect([total, refused, rows.length]).toEqual([5000, 0, 5000]);
    expect(rows[0].changes).toEqual(expect.arrayContaining([{ field: 'assignee', from: null, to: officer.name }]));
    expect(await admin.post('/tasks/bulk', { ...ask, preview })).toEqual({ done: 5000 });
    const [counts] = await db.query(
      `SELECT count(*)::int AS tasks, (SELECT count(*)::int FROM history h JOIN task x ON x.id = h.subject_id
         WHERE x.code LIKE 'B-%' AND h.action = 'assign') AS deeds
       FROM task WHERE code LIKE 'B-%' AND status = 'assigned' AND assignee_id = $1 AND due_on = DATE '2026-12-15'
         AND original_due_on = DATE '2026-12-15'`,
      [officer.id],
    );
    expect(counts).toEqual({ tasks: 5000, deeds: 5000 });
    const one = await get(tasks[0], officer.client);
    await move(officer.client, one, 'accept');
    const again = { ...ask, move: 're-date', dueOn: '2027-01-15', reason: '统一顺延' };
    const shown = await admin.post<BulkPreview>('/tasks/bulk/preview', again);
    await move(officer.client, await get(one, officer.client), 'progress', { percent: 10, narrative: '开始。' });
    await expect(admin.post('/tasks/bulk', { ...again, preview: shown.preview })).rejects.toThrow('task.bulk-changed');
    const [{ moved }] = await db.query(
      `SELECT count(*)::int AS moved FROM task WHERE code LIKE 'B-%' AND due_on <> DATE '2026-12-15'`,
    );
    expect(moved).toBe(0);
    const tooMany = { ...ask, taskIds: [...ask.taskIds, officer.id] };
    await expect(admin.post('/tasks/bulk/preview', tooMany)).rejects.toThrow('一次最多处理 5000 项任务');
  });
});
