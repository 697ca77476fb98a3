import { DataSource, type DeepPartial } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Milestone } from '../../libs/tasks/src/milestone.entity';
import { Task } from '../../libs/tasks/src/task.entity';
import type { TaskPage } from '../../libs/tasks/src/task.view';
import type { TaskCalendar, TaskCounts, TaskTimeline } from '../../libs/tasks/src/views/task-views.view';
import { startApplication, type TestApplication } from '../support/application';
import { growSubTree, type SubTree } from '../support/sub-tree';
import { setClock } from '../support/set-clock';

let application: TestApplication;
let east: SubTree;
beforeAll(async () => {
  application = await startApplication();
  setClock(application, '2026-06-15T10:00:00+08:00');
  const [root] = await application.admin.get<UnitView[]>('/units');
  east = await growSubTree(application, root, '东');
});
afterAll(() => application?.close());

let made = 0;
const aTask = (more: DeepPartial<Task>) =>
  application.app
    .get(DataSource)
    .getRepository(Task)
    .save({
      ...{ code: `V-${String(++made).padStart(4, '0')}`, title: `任务${made}`, text: '内容', status: 'assigned' },
      ...{ leadUnitId: east.below.id, createdById: east.people.supervisor.id, ...more },
    });
const ofBelow = () => `unitId=${east.below.id}`;
const clear = () => application.app.get(DataSource).query('DELETE FROM task WHERE lead_unit_id = $1', [east.below.id]);
afterEach(() => clear());

describe('the counts of the board', () => {
  const counts = async (who: SubTree['people'][keyof SubTree['people']], query: string) => {
    const { rows, total } = await who.client.get<TaskCounts>(`/tasks/counts?${query}`);
    return { total, ...Object.fromEntries(rows.map((row) => [row.status, row.total])) };
  };

  it('are those of the list, in the order of the life cycle, and know no drafts that a person may not see', async () => {
    for (const status of ['submitted', 'drafted', 'assigned', 'assigned'] as const) await aTask({ status });
    const { supervisor, liaison } = east.people;
    expect(await counts(supervisor, ofBelow())).toEqual({ total: 4, drafted: 1, assigned: 2, submitted: 1 });
    expect(await counts(liaison, ofBelow())).toEqual({ total: 3, assigned: 2, submitted: 1 });
    const { rows } = await supervisor.client.get<TaskCounts>(`/tasks/counts?${ofBelow()}`);
    expect(rows.map(({ status }) => status)).toEqual(['drafted', 'assigned', 'submitted']);
  });

  it('keep every filter of the list', async () => {
    const { supervisor } = east.people;
    await aTask({ title: '修缮供水管网', dueOn: '2026-06-01' });
    await aTask({ title: '修缮校舍', dueOn: '2026-12-01' });
    for (const filter of [
      'light=red',
      'dueTo=2026-06-30',
      `q=${encodeURIComponent('供水管网')}`,
      'status=closed',
      'mine=true',
    ]) {
      const list = await supervisor.client.get<TaskPage>(`/tasks?${ofBelow()}&${filter}`);
      expect([filter, await counts(supervisor, `${ofBelow()}&${filter}`)]).toMatchObject([
        filter,
        { total: list.total },
      ]);
    }
    expect(await counts(supervisor, `${ofBelow()}&light=red`)).toEqual({ total: 1, assigned: 1 });
  });
});

describe('deadlines from and to', () => {
  it('keep both days and leave out what has no deadline', async () => {
    const days = ['2026-06-01', '2026-06-02', '2026-06-03', null];
    for (const dueOn of days) await aTask({ dueOn });
    const found = async (query: string) =>
      (await east.people.supervisor.client.get<TaskPage>(`/tasks?${ofBelow()}&${query}`)).rows.map(
        ({ dueOn }) => dueOn,
      );
    expect(await found('dueFrom=2026-06-02')).toEqual(['2026-06-02', '2026-06-03']);
    expect(await found('dueTo=2026-06-02')).toEqual(['2026-06-01', '2026-06-02']);
    expect(await found('dueFrom=2026-06-02&dueTo=2026-06-02')).toEqual(['2026-06-02']);
    await expect(found('dueFrom=2026-02-30')).rejects.toThrow('input.invalid');
  });
});

describe('the calendar', () => {
  const calendar = (query: string) =>
    east.people.supervisor.client.get<TaskCalendar>(`/tasks/calendar?${ofBelow()}&${query}`);

  it('counts all that is due on a day and reads the first few', async () => {
    for (let n = 0; n < 5; n++) await aTask({ dueOn: '2026-06-30' });
    await aTask({ dueOn: '2026-06-30', status: 'closed', closedOn: '2026-06-10', closedAt: new Date() });
    await aTask({ dueOn: '2026-06-01' });
    await aTask({ dueOn: '2026-07-01' });
    const { rows, total } = await calendar('from=2026-06-01&to=2026-06-30&limit=2');
    expect(rows.map(({ day, total: all, open, tasks }) => [day, all, open, tasks.length])).toEqual([
      ['2026-06-01', 1, 1, 1],
      ['2026-06-30', 6, 5, 2],
    ]);
    expect(total).toBe(7);
    expect(rows[0].tasks[0]).toMatchObject({ dueOn: '2026-06-01', light: 'red', leadUnitName: east.below.name });
  });

  it('is empty where nothing is due, and refuses a stretch that is too long or runs backwards', async () => {
    expect(await calendar('from=2026-06-01&to=2026-06-30')).toEqual({ rows: [], total: 0 });
    await expect(calendar('from=2026-01-01&to=2026-12-31')).rejects.toThrow('task.stretch');
    await expect(calendar('from=2026-06-30&to=2026-06-01')).rejects.toThrow('task.stretch');
    await expect(calendar('from=2026-06-01')).rejects.toThrow('input.invalid');
  });
});

describe('the timeline', () => {
  const timeline = (query: string) =>
    east.people.supervisor.client.get<TaskTimeline>(`/tasks/timeline?unitId=${east.unit.id}&${query}`);
  const june = 'from=2026-06-01&to=2026-06-30';
  const titles = async (query: string) =>
    (await timeline(query)).rows.filter(({ leadUnitId }) => leadUnitId === east.below.id).map(({ title }) => title);

  it('shows what is under way in the stretch', async () => {
    const closed = { status: 'closed' as const, closedAt: new Date('2026-05-20') };
    await aTask({ title: '跨过本月', assignedOn: '2026-01-01', dueOn: '2026-12-31' });
    await aTask({ title: '逾期未结', assignedOn: '2026-01-01', dueOn: '2026-03-31' });
    await aTask({
      title: '早已办结',
      assignedOn: '2026-01-01',
      dueOn: '2026-03-31',
      ...closed,
      closedOn: '2026-05-20',
    });
    await aTask({
      title: '逾期办结',
      assignedOn: '2026-01-01',
      dueOn: '2026-03-31',
      ...closed,
      closedOn: '2026-06-02',
    });
    await aTask({ title: '长期坚持', assignedOn: '2026-02-01', dueOn: null });
    await aTask({ title: '下月交办', assignedOn: '2026-07-01', dueOn: '2026-12-31' });
    await aTask({ title: '没有日期', status: 'drafted', dueOn: null });
    expect(await titles(june)).toEqual(['逾期未结', '逾期办结', '跨过本月', '长期坚持']);
    // What is overdue goes on until today, not into the future.
    expect(await titles('from=2026-07-01&to=2026-07-31')).toEqual(['跨过本月', '下月交办', '长期坚持']);
  });

  it('tells stages and the deadline before an extension', async () => {
    const { id } = await aTask({ assignedOn: '2026-05-01', dueOn: '2026-06-30', originalDueOn: '2026-05-31' });
    const stage = { title: '先行整顿', dueOn: '2026-06-10' };
    await application.app
      .get(DataSource)
      .getRepository(Milestone)
      .save({ taskId: id, ...stage });
    const row = (await timeline(june)).rows.find((one) => one.id === id);
    expect(row).toMatchObject({ assignedOn: '2026-05-01', originalDueOn: '2026-05-31', unitTotal: 1 });
    expect(row?.milestones).toEqual([{ ...stage, doneOn: null }]);
  });

  it('goes on page by page through the units, each task once', async () => {
    for (const leadUnitId of [east.unit.id, east.below.id])
      for (let n = 0; n < 5; n++)
        await aTask({ leadUnitId, assignedOn: '2026-05-01', dueOn: `2026-06-0${(n % 3) + 1}` });
    const all = await timeline(june);
    const walked: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: TaskTimeline = await timeline(`${june}&limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.total).toBe(cursor ? null : all.total);
      walked.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(all.rows.map(({ id }) => id));
    expect(walked.length).toBeGreaterThanOrEqual(10);
    expect(new Set(walked).size).toBe(walked.length);
    const units = all.rows.map(({ leadUnitId }) => leadUnitId);
    expect(units.filter((unit, n) => n === 0 || units[n - 1] !== unit).length).toBe(new Set(units).size);
    await application.app
      .get(DataSource)
      .query(`DELETE FROM task WHERE lead_unit_id = $1 AND code LIKE 'V-%'`, [east.unit.id]);
  });

  it('keeps to what a person may see', async () => {
    const mine = await aTask({ assigneeId: east.people.staff.id, assignedOn: '2026-05-01', dueOn: '2026-06-30' });
    await aTask({ assignedOn: '2026-05-01', dueOn: '2026-06-30' });
    const { rows, total } = await east.people.staff.client.get<TaskTimeline>(`/tasks/timeline?${ofBelow()}&${june}`);
    expect(rows.map(({ id, unitTotal }) => [id, unitTotal])).toEqual([[mine.id, 1]]);
    expect(total).toBe(1);
  });
});
