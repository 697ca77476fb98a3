import { DataSource } from 'typeorm';
import { loadActor } from '../../libs/organisation/src/actor-loader';
import { ROLES } from '../../libs/organisation/src/role';
import { Conditions } from '../../libs/platform/src/conditions';
import { databaseOptions } from '../../libs/platform/src/database';
import { visibleTasks } from '../../libs/tasks/src/task-sight';
import { maySeeSql } from '../../libs/tasks/src/task-sight';
import { createTestDatabase } from '../support/database';
import { seededRandom } from '../support/seeded-random';

let db: DataSource;
beforeAll(async () => {
  db = await new DataSource(databaseOptions(await createTestDatabase())).initialize();
});
afterAll(() => db?.destroy());

const DAY = '2026-06-30';

it('the rule of sight is the same for one person as for many at once', async () => {
  const random = seededRandom();
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const insert = async (sql: string, values: unknown[]) => {
    const [{ id }] = await db.query<{ id: string }[]>(`INSERT INTO ${sql} RETURNING id`, values);
    return id;
  };
  const units: string[] = [];
  for (let n = 0; n < 12; n++)
    units.push(await insert('unit (name, parent_id) VALUES ($1, $2)', [`单位${n}`, n === 0 ? null : pick(units)]));
  const people: string[] = [];
  for (let n = 0; n < 30; n++) people.push(await insert('person (name, login) VALUES ($1, $1)', [`p${n}`]));
  for (const person of people.slice(0, 24)) {
    await db.query('INSERT INTO role_grant (person_id, unit_id, role) VALUES ($1, $2, $3)', [
      person,
      pick(units),
      pick(ROLES),
    ]);
    await db.query(
      `INSERT INTO absence (person_id, deputy_id, from_day, to_day) SELECT $1::uuid, $2::uuid, $3::date, $3::date + 1 WHERE $1 <> $2`,
      [person, pick(people), pick([DAY, '2026-05-01'])],
    );
  }
  for (let n = 0; n < 80; n++) {
    const maybe = (id: string) => (random() < 0.5 ? id : null);
    await db.query(
      `INSERT INTO task (code, title, text, status, lead_unit_id, assignee_id, leader_id, supporter_ids, created_by_id)
       VALUES ($1, $1, $1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[
          `T-${n}`,
          pick(['drafted', 'assigned', 'in-progress']),
          pick(units),
          maybe(pick(people)),
          maybe(pick(people)),
        ],
        ...[[maybe(pick(units)), maybe(pick(people))].filter((id) => id !== null), people[0]],
      ],
    );
  }
  const seen = await db.query<{ person: string; codes: string[] }[]>(
    `SELECT p.id AS person, array_agg(t.code ORDER BY t.code) FILTER (WHERE ${maySeeSql('t', 'p.id', '$1::date')}) AS codes
     FROM person p, task t GROUP BY p.id`,
    [DAY],
  );
  let pairs = 0;
  for (const { person, codes } of seen) {
    const actor = await loadActor(db.manager, { id: person, name: '', mustChangePassword: false }, DAY);
    const filter = visibleTasks(new Conditions(), actor);
    const own = await db.query<{ code: string }[]>(
      `SELECT code FROM task t ${filter.where} ORDER BY code`,
      filter.values,
    );
    expect([person, codes ?? []]).toEqual([person, own.map(({ code }) => code)]);
    pairs += own.length;
  }
  expect(pairs).toBeGreaterThan(0);
  expect(pairs).toBeLessThan(people.length * 80);
});
