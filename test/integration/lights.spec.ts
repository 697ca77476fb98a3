import { Client } from 'pg';
import { lightOf, lightSql, type Lit } from '../../libs/tasks/src/light';
import { TASK_STATUSES } from '../../libs/tasks/src/task-status';
import '../../libs/platform/src/database';
import { createTestDatabase } from '../support/database';

const TODAY = '2026-06-15';
const DAYS = [null, '2026-05-01', '2026-06-14', '2026-06-15', '2026-06-16', '2026-06-22', '2026-06-23', '2026-12-31'];

/** Every status with every deadline, start, close and progress that makes a difference. */
function* tasks(): Generator<Lit> {
  for (const status of TASK_STATUSES) {
    const closings = status === 'closed' ? ['2026-05-01', '2026-06-15', '2026-07-01'] : [null];
    for (const dueOn of DAYS) {
      for (const assignedOn of [null, '2026-01-01', '2026-06-15', '2027-01-01']) {
        for (const closedOn of closings) {
          for (const progress of [0, 40, 72, 73, 90, 100]) yield { status, dueOn, assignedOn, closedOn, progress };
        }
      }
    }
  }
}

it('has the same light in SQL as in code', async () => {
  const client = new Client(await createTestDatabase('empty'));
  await client.connect();
  try {
    const all = [...tasks()];
    const { rows } = await client.query<{ light: string | null }>(
      `SELECT ${lightSql('t', TODAY)} AS light FROM jsonb_to_recordset($1) AS t
         (n int, status text, due_on date, assigned_on date, closed_on date, progress int) ORDER BY t.n`,
      [
        JSON.stringify(
          all.map(({ status, dueOn, assignedOn, closedOn, progress }, n) => ({
            ...{ n, status, progress },
            ...{ due_on: dueOn, assigned_on: assignedOn, closed_on: closedOn },
          })),
        ),
      ],
    );
    expect(rows).toHaveLength(all.length);
    const differing = all.filter((task, n) => lightOf(task, TODAY) !== rows[n].light);
    expect(differing).toEqual([]);
  } finally {
    await client.end();
  }
});
