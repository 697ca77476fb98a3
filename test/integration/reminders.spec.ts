import { DataSource } from 'typeorm';
import { planDue } from '../../libs/reminders/src/planning/plan-due';
import { startApplication, type TestApplication } from '../support/application';

let application: TestApplication;
let db: DataSource;

beforeAll(async () => {
  application = await startApplication();
  db = application.app.get(DataSource);
});
afterAll(async () => {
  await application?.close();
});

/** A person of the root unit, and an assigned task of theirs. Days are relative to today. */
async function charged(name: string, email: string, dueIn: number | null, status = 'in-progress'): Promise<string> {
  const [person] = await db.query<{ id: string }[]>(
    `INSERT INTO person (name, login, email) VALUES ($1, $2, $3)
     ON CONFLICT (login) DO UPDATE SET email = excluded.email RETURNING id`,
    [name, `login-${name}`, email],
  );
  await db.query(
    `INSERT INTO task (code, title, text, status, due_on, assigned_on, lead_unit_id, assignee_id, created_by_id)
     SELECT gen_random_uuid()::text, $2, $2, $4, d + $3::int, d - 30, u.id, $1, $1
     FROM unit u, (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS d) today WHERE u.parent_id IS NULL`,
    [person.id, `${name}的任务${dueIn}`, dueIn, status],
  );
  return person.id;
}

const ledger = (personId: string) =>
  db.query<{ rule: string; status: string }[]>(
    'SELECT rule, status FROM reminder WHERE recipient_id = $1 ORDER BY due_on, rule',
    [personId],
  );

it.each<[number | null, string, string | null]>([
  [30, 'in-progress', null],
  [8, 'accepted', null],
  [7, 'accepted', 'before-7'],
  [5, 'in-progress', 'before-7'],
  [3, 'in-progress', 'before-3'],
  [1, 'in-progress', 'before-1'],
  [0, 'in-progress', 'due'],
  [-1, 'in-progress', 'overdue-0'],
  [-7, 'in-progress', 'overdue-0'],
  [-8, 'in-progress', 'overdue-1'],
  [30, 'assigned', 'assigned'],
  [null, 'assigned', 'assigned'],
  [0, 'submitted', null],
  [-3, 'dropped', null],
])('a task due in %s days and %s plans %s', async (dueIn, status, rule) => {
  const person = await charged(`计划${dueIn}${status}`, 'plan@example.com', dueIn, status);
  const [{ today }] = await db.query<{ today: string }[]>(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today`);
  await planDue(db.manager, today);
  await planDue(db.manager, today);
  expect(await ledger(person)).toEqual(rule === null ? [] : [{ rule, status: 'planned' }]);
});
