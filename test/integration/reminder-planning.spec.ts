import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { PlanningService } from '../../libs/reminders/src/planning/planning.service';
import type { ReminderPoliciesView } from '../../libs/reminders/src/policy/reminder-policy.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import { addPerson, type SignedIn } from '../support/people';
import { setClock } from '../support/set-clock';

let application: TestApplication;
let db: DataSource;
let planning: PlanningService;
let root: UnitView;
let bureau: UnitView;

beforeAll(async () => {
  application = await startApplication();
  db = application.app.get(DataSource);
  planning = application.app.get(PlanningService);
  [root] = await application.admin.get<UnitView[]>('/units');
  bureau = await application.admin.post<UnitView>('/units', { parentId: root.id, name: '区住建局' }, 201);
});
afterAll(() => application?.close());

/** What one test plans is nothing to the next; nobody is asked for progress but where that is the question. */
beforeEach(async () => {
  setClock(application, '2026-09-02T09:00:00+08:00');
  await db.query('TRUNCATE task, reminder, planning_run, reminder_policy CASCADE');
  await db.query(`INSERT INTO reminder_policy (unit_id, requests) VALUES ($1, '{}')`, [root.id]);
});

let people = 0;
const officer = (): Promise<SignedIn> => addPerson(application, `officer${++people}`, 'staff', bureau);

/** A task under way since the first of September, which was last touched then. */
async function underWay(doer: SignedIn, dueOn: string | null, more: Record<string, unknown> = {}): Promise<string> {
  const row = { ...{ status: 'in-progress', report_every: null, submitted_on: null }, ...more };
  const [{ id }] = await db.query<{ id: string }[]>(
    `INSERT INTO task (code, title, text, status, due_on, original_due_on, assigned_on, lead_unit_id, assignee_id, created_by_id,
       updated_at, report_every, submitted_on)
     VALUES (gen_random_uuid()::text, '整治占道经营', '整治占道经营', $1, $2, $2, '2026-09-01', $3, $4, $4, '2026-09-01', $5, $6)
     RETURNING id`,
    [row.status, dueOn, bureau.id, doer.id, row.report_every, row.submitted_on],
  );
  return id;
}

const planOn = async (day: string, time = '09:00') => {
  setClock(application, `${day}T${time}:00+08:00`);
  await planning.plan();
};
const ledger = (taskId: string) =>
  db.query<{ rule: string; dueOn: string; recipientId: string; insteadOfId: string | null; status: string }[]>(
    `SELECT rule, due_on AS "dueOn", recipient_id AS "recipientId", instead_of_id AS "insteadOfId", status
     FROM reminder WHERE task_id = $1 ORDER BY planned_on, created_at, rule`,
    [taskId],
  );
const rules = async (taskId: string) => (await ledger(taskId)).map(({ rule }) => rule);
const task = (id: string) => application.admin.get<TaskDetail>(`/tasks/${id}`);

async function reDate(id: string, dueOn: string): Promise<void> {
  const { version } = await task(id);
  await application.admin.post(`/tasks/${id}/re-date`, { version, dueOn, reason: '上级调整' });
}

describe('planning', () => {
  it('puts each reminder into the ledger once, by however many workers and however often', async () => {
    const id = await underWay(await officer(), '2026-10-09');
    setClock(application, '2026-09-23T09:00:00+08:00');
    await Promise.all([planning.plan(), planning.plan()]);
    await planOn('2026-09-24');
    expect(await rules(id)).toEqual(['before-7']);
  });

  it('makes one reminder of those of three days on which nothing ran', async () => {
    const id = await underWay(await officer(), '2026-10-03');
    await planOn('2026-09-23');
    await planOn('2026-09-30');
    expect(await rules(id)).toEqual(['before-7', 'due']);
    await planOn('2026-10-08');
    expect(await rules(id)).toEqual(['before-7', 'due', 'overdue-1']);
  });

  it('repeats harmlessly what broke off half-way', async () => {
    const id = await underWay(await officer(), '2026-10-09');
    await planOn('2026-09-23');
    await db.query('DELETE FROM planning_run');
    await planOn('2026-09-23', '09:10');
    expect(await rules(id)).toEqual(['before-7']);
  });

  it('looks only at what was changed when the day is planned already', async () => {
    const doer = await officer();
    await planOn('2026-09-23');
    const unseen = await underWay(doer, '2026-10-09');
    const changed = await underWay(doer, '2026-10-20');
    await reDate(changed, '2026-10-09');
    await planOn('2026-09-23', '09:10');
    expect(await rules(unseen)).toEqual([]);
    expect(await rules(changed)).toEqual(['before-7']);
    await planOn('2026-09-24');
    expect(await rules(unseen)).toEqual(['before-7']);
  });

  it('plans wholly anew by another policy', async () => {
    const doer = await officer();
    const id = await underWay(doer, '2026-10-20');
    await planOn('2026-09-28');
    expect(await rules(id)).toEqual([]);
    await application.admin.post(`/reminder-policies/${bureau.id}`, { version: 0, before: [30] });
    await planOn('2026-09-28', '09:10');
    expect(await rules(id)).toEqual(['before-30']);
  });

  it('follows a deadline moved earlier and later again', async () => {
    const id = await underWay(await officer(), '2026-10-16');
    await planOn('2026-10-09');
    expect(await ledger(id)).toMatchObject([{ rule: 'before-7', dueOn: '2026-10-16' }]);
    await reDate(id, '2026-10-13');
    await planOn('2026-10-09', '09:10');
    await reDate(id, '2026-10-16');
    await planOn('2026-10-09', '09:20');
    await planOn('2026-10-13');
    expect((await ledger(id)).map(({ rule, dueOn }) => `${rule} ${dueOn}`)).toEqual([
      'before-7 2026-10-16',
      'before-3 2026-10-13',
      'before-3 2026-10-16',
    ]);
  });

  it('takes up again what came to nothing by a change that was taken back', async () => {
    const id = await underWay(await officer(), '2026-10-09');
    await planOn('2026-09-23');
    await reDate(id, '2026-12-31');
    await db.query(
      `UPDATE reminder SET status = 'superseded', settled_at = '2026-09-23T09:05:00+08:00', why = '已改期'`,
    );
    await planOn('2026-09-23', '09:10');
    expect(await ledger(id)).toMatchObject([{ status: 'superseded' }]);
    await reDate(id, '2026-10-09');
    await planOn('2026-09-23', '09:20');
    expect(await ledger(id)).toMatchObject([{ rule: 'before-7', status: 'planned' }]);
  });

  it('says nothing again when the clock is set back, and sees what is changed meanwhile', async () => {
    const doer = await officer();
    const id = await underWay(doer, '2026-10-09');
    const other = await underWay(doer, '2026-12-31');
    await planOn('2026-09-29');
    await planOn('2026-10-09');
    setClock(application, '2026-10-08T15:00:00+08:00');
    await reDate(other, '2026-10-10');
    await planOn('2026-10-08', '15:10');
    expect(await rules(id)).toEqual(['before-3', 'due']);
    expect(await rules(other)).toEqual(['before-3']);
  });

  it('tells whom it is handed over to, and has a deputy hear in the stead of the absent', async () => {
    setClock(application, '2026-09-21T09:00:00+08:00');
    const [first, second, deputy] = [await officer(), await officer(), await officer()];
    const draft = await application.admin.post<TaskDetail>('/tasks', { title: '清理河道', leadUnitId: bureau.id }, 201);
    const charge = { leadUnitId: bureau.id, assigneeId: first.id, dueOn: '2026-10-09' };
    let { version } = await application.admin.post<TaskDetail>(`/tasks/${draft.id}/assign`, {
      ...{ version: draft.version, ...charge },
    });
    await planOn('2026-09-21', '09:10');
    ({ version } = await first.client.post<TaskDetail>(`/tasks/${draft.id}/accept`, { version }));
    await application.admin.post(`/tasks/${draft.id}/hand-over`, { version, assigneeId: second.id });
    await planOn('2026-09-21', '09:20');
    await second.client.post(
      `/people/${second.id}/absences`,
      { fromDay: '2026-09-23', toDay: '2026-09-25', deputyId: deputy.id },
      201,
    );
    await planOn('2026-09-23');
    expect(await ledger(draft.id)).toMatchObject([
      { rule: 'assigned', recipientId: first.id },
      { rule: 'assigned', recipientId: second.id },
      { rule: 'before-7', recipientId: deputy.id, insteadOfId: second.id },
    ]);
  });

  it('asks for progress on the day, of all the tasks under way, unless it was reported', async () => {
    const doer = await officer();
    const [silent, monthly, reported] = [
      await underWay(doer, null),
      await underWay(doer, null, { report_every: 'month' }),
      await underWay(doer, null, { report_every: 'month' }),
    ];
    await db.query(
      `INSERT INTO progress_entry (task_id, person_id, percent, narrative, at, period_start)
       VALUES ($1, $2, 10, '已清理。', '2026-09-10', '2026-09-01')`,
      [reported, doer.id],
    );
    await db.query('DELETE FROM reminder_policy');
    await planOn('2026-09-17');
    await planOn('2026-09-18');
    await planOn('2026-09-24');
    expect([await rules(silent), await rules(monthly), await rules(reported)]).toEqual([
      ['request-2026-07-01'],
      ['request-2026-09-01'],
      [],
    ]);
  });

  it('carries what is overdue up the ladder, and stops by a report of progress', async () => {
    const doer = await officer();
    const id = await underWay(doer, '2026-09-21');
    const answered = await underWay(doer, '2026-09-21');
    await addPerson(application, `leader${++people}`, 'leader', bureau);
    await db.query(
      `INSERT INTO progress_entry (task_id, person_id, percent, narrative, at) VALUES ($1, $2, 80, '已近完成。', '2026-09-23T23:30:00Z')`,
      [answered, doer.id],
    );
    await planOn('2026-09-24');
    expect(await rules(id)).toEqual(['escalate-unit-head', 'overdue-1']);
    expect(await rules(answered)).toEqual(['overdue-1']);
  });

  it('lets the supervisors hear of work that waits for verification', async () => {
    const supervisor = await addPerson(application, `supervisor${++people}`, 'supervisor', bureau);
    const id = await underWay(await officer(), '2026-12-31', { status: 'submitted', submitted_on: '2026-09-10' });
    await planOn('2026-09-18');
    expect(await ledger(id)).toMatchObject([{ rule: 'verify-6', recipientId: supervisor.id, dueOn: '2026-09-10' }]);
  });

  it('takes Monday to Friday in a year not yet published, and says so', async () => {
    const id = await underWay(await officer(), '2027-01-01');
    await planOn('2026-12-31');
    expect(await rules(id)).toEqual(['before-1']);
    setClock(application, '2026-10-20T09:00:00+08:00');
    const { planning: run } = await application.admin.get<ReminderPoliciesView>('/reminder-policies');
    expect(run).toMatchObject({ day: '2026-12-31', planned: 1, unpublishedYears: [2027] });
  });

  it('goes through more tasks than are in memory at a time, all due on the same day', async () => {
    const { id } = await officer();
    await db.query(
      `INSERT INTO task (code, title, text, status, due_on, assigned_on, lead_unit_id, assignee_id, created_by_id, updated_at)
       SELECT 'T-' || n, '任务', '任务', 'in-progress', '2026-09-24', '2026-09-01', $1, $2, $2, '2026-09-01'
       FROM generate_series(1, 4500) n`,
      [bureau.id, id],
    );
    await planOn('2026-09-24');
    const [{ planned }] = await db.query<{ planned: number }[]>(
      'SELECT count(DISTINCT task_id)::int AS planned FROM reminder',
    );
    expect(planned).toBe(4500);
  });
});
