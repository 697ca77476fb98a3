import { Client } from 'pg';
import { exceptionsOf, STATUTORY_YEARS } from '../../libs/calendar/src/statutory-holidays';
import { WorkingCalendar } from '../../libs/calendar/src/working-calendar';
import { LIGHTS, lightOf, lightSql, litSql, type Lit } from '../../libs/tasks/src/light';
import { TASK_STATUSES } from '../../libs/tasks/src/task-status';
import '../../libs/platform/src/database';
import { createTestDatabase } from '../support/database';

/** 国庆 lies between the deadline days and today, 春节 before it, and the calendar ends on either side. */
const DAYS = [
  ...[null, '2026-05-01', '2026-09-30', '2026-10-11', '2026-10-12', '2026-10-13', '2026-10-19', '2026-10-20'],
  ...['2026-12-31', '2027-06-30', '2051-03-01'],
];
const STARTS = [null, '2017-06-01', '2026-02-13', '2026-02-14', '2026-10-01', '2026-10-10', '2026-10-12', '2026-11-30'];
const TODAYS = ['2026-10-07', '2026-10-12', '2051-02-01'];
const NOON = 'T04:00:00.000Z';

jest.setTimeout(60_000);

const calendar = new WorkingCalendar(STATUTORY_YEARS.flatMap(exceptionsOf), []);

/** Every status with every deadline, start, close and progress that makes a difference. */
function* tasks(): Generator<Lit> {
  for (const status of TASK_STATUSES) {
    const closings = status === 'closed' ? ['2026-05-01', '2026-10-12', '2027-07-01'] : [null];
    for (const dueOn of DAYS) {
      for (const assignedOn of STARTS) {
        for (const closedOn of closings) {
          const closedAt = closedOn === null ? null : new Date(`${closedOn}${NOON}`);
          // By the hour: an hour before noon, noon, an hour after; and not by the hour.
          const hours = dueOn === null ? [null] : ['T03:00:00.000Z', NOON, 'T05:00:00.000Z', null];
          for (const hour of hours) {
            const dueAt = hour === null ? null : new Date(`${dueOn}${hour}`);
            for (const progress of [0, 37, 38, 72, 73, 74, 82, 83, 90, 99, 100]) {
              yield { status, dueOn, dueAt, assignedOn, closedOn, closedAt, progress };
            }
          }
        }
      }
    }
  }
}

it.each(TODAYS)('has the same light in SQL as in code on %s', async (today) => {
  const client = new Client(await createTestDatabase());
  await client.connect();
  try {
    const all = [...tasks()];
    const at = { today, now: new Date(`${today}${NOON}`), calendar };
    const lit = LIGHTS.map((light) => `CASE WHEN ${litSql('t', light, at)} THEN '${light}' END`);
    const { rows } = await client.query<{ light: string | null; lit: string[] }>(
      `SELECT ${lightSql('t', at)} AS light, array_remove(ARRAY[${lit.join(', ')}], NULL) AS lit FROM jsonb_to_recordset($1) AS t (n int, status text, due_on date,
         due_at timestamptz, assigned_on date, closed_on date, closed_at timestamptz, progress int) ORDER BY t.n`,
      [
        JSON.stringify(
          all.map(({ status, dueOn, dueAt, assignedOn, closedOn, closedAt, progress }, n) => ({
            ...{ n, status, progress, due_on: dueOn, due_at: dueAt },
            ...{ assigned_on: assignedOn, closed_on: closedOn, closed_at: closedAt },
          })),
        ),
      ],
    );
    expect(rows).toHaveLength(all.length);
    const differing = all.filter((task, n) => lightOf(task, at) !== rows[n].light);
    expect(differing).toEqual([]);
    // Asked for one light, each task has that and no other.
    expect(rows.filter(({ light, lit: only }) => String(light ?? '') !== only.join())).toEqual([]);
    if (today !== '2051-02-01') expect(new Set(rows.map(({ light }) => light))).toEqual(new Set([null, ...LIGHTS]));
  } finally {
    await client.end();
  }
});

it('counts the same working days in SQL as in code', async () => {
  const client = new Client(await createTestDatabase());
  await client.connect();
  try {
    const { rows } = await client.query<{ day: string; ordinal: number }>('SELECT day, ordinal FROM working_day');
    expect(rows).toHaveLength(12_053);
    expect(rows.filter(({ day, ordinal }) => calendar.ordinal(day) !== ordinal)).toEqual([]);
  } finally {
    await client.end();
  }
});
