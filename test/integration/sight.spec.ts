import { DataSource } from 'typeorm';
import { loadActor } from '../../libs/organisation/src/actor-loader';
import { ROLES } from '../../libs/organisation/src/role';
import { Conditions } from '../../libs/platform/src/conditions';
import { ownTasks, sees, visibleTasks } from '../../libs/tasks/src/task-sight';
import { TASK_STATUSES } from '../../libs/tasks/src/task-status';
import type { Task } from '../../libs/tasks/src/task.entity';
import { startApplication, type TestApplication } from '../support/application';

let application: TestApplication;
let db: DataSource;

beforeAll(async () => {
  application = await startApplication();
  db = application.app.get(DataSource);
});
afterAll(() => application?.close());

const ids = async (sql: string, values: unknown[] = []) =>
  (await db.query<{ id: string }[]>(sql, values)).map(({ id }) => id);

it('sees one task by the same rule as lists of them', async () => {
  const [root] = await ids('SELECT id FROM unit WHERE parent_id IS NULL');
  const unit = async (parent: string, name: string) =>
    (await ids('INSERT INTO unit (parent_id, name) VALUES ($1, $2) RETURNING id', [parent, name]))[0];
  const above = await unit(root, '上级局');
  const below = await unit(above, '下属科');
  const beside = await unit(root, '旁边局');
  const people: string[] = [];
  for (const place of [root, above, below, beside]) {
    for (const role of ROLES) {
      const [person] = await ids('INSERT INTO person (name, login) VALUES ($1, $1) RETURNING id', [`${role}-${place}`]);
      await db.query('INSERT INTO role_grant (person_id, unit_id, role) VALUES ($1, $2, $3)', [person, place, role]);
      people.push(person);
    }
  }
  const [absent, deputy] = [people[9], people[15]];
  await db.query(
    `INSERT INTO absence (person_id, deputy_id, from_day, to_day) VALUES ($1, $2, '2026-03-01', '2026-03-31')`,
    [absent, deputy],
  );
  await db.query(
    `INSERT INTO task (code, title, text, status, suspended_from, closed_on, closed_at, lead_unit_id, assignee_id, leader_id,
       supporter_ids, created_by_id)
     SELECT gen_random_uuid()::text, '任务', '任务', s, CASE WHEN s = 'suspended' THEN 'accepted' END,
       CASE WHEN s = 'closed' THEN DATE '2026-03-01' END, CASE WHEN s = 'closed' THEN now() END, u, a, l, x::uuid[], $4::uuid
     FROM unnest($1::text[]) s, unnest($2::uuid[]) u, unnest($3::uuid[]) a, unnest($3::uuid[]) l,
       unnest(ARRAY['{}', '{' || $5::text || '}', '{' || $6::text || '}']) x`,
    [TASK_STATUSES, [above, below, beside], [null, people[9], people[21]], people[9], beside, people[9]],
  );
  const tasks = await db.query<Task[]>(
    `SELECT id, status, lead_unit_id AS "leadUnitId", assignee_id AS "assigneeId", leader_id AS "leaderId",
       supporter_ids AS "supporterIds" FROM task`,
  );
  const counts = new Set<number>();
  for (const id of people) {
    const actor = await loadActor(db.manager, { id, name: '', mustChangePassword: false }, '2026-03-10');
    const visible = visibleTasks(new Conditions(), actor);
    const listed = new Set(await ids(`SELECT id FROM task t ${visible.where}`, visible.values));
    expect(tasks.filter((task) => sees(actor, task) !== listed.has(task.id))).toEqual([]);
    const own = ownTasks(new Conditions(), actor);
    const mine = tasks.filter((task) => sees(actor, task) && actor.selves.includes(task.assigneeId ?? ''));
    expect(new Set(await ids(`SELECT id FROM task t ${own.where}`, own.values))).toEqual(
      new Set(mine.map((t) => t.id)),
    );
    counts.add(listed.size);
  }
  expect(counts.size).toBeGreaterThan(5);
});
