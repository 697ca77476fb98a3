import { DataSource, type EntityManager } from 'typeorm';
import { loadActor } from '#organisation/actor-loader';
import type { Actor } from '#organisation/actor';
import { CalendarException } from '#organisation/calendar/calendar-exception.entity';
import { CalendarYear } from '#organisation/calendar/calendar-year.entity';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Clock } from '#platform/clock';
import { databaseOptions } from '#platform/database';
import { listTasks } from '#tasks/task-list';
import type { ListTasks } from '#tasks/task-filter.dto';

/** The lists whose plans are shown. */
const LISTS: Record<string, { who: 'supervisor' | 'officer'; ask: ListTasks }> = {
  'my open tasks by due day': { who: 'officer', ask: { mine: true, status: ['assigned', 'accepted', 'in-progress'] } },
  'all I may see': { who: 'officer', ask: {} },
  'supported by my unit': { who: 'officer', ask: { supporting: true } },
  'overdue, first page': { who: 'supervisor', ask: { light: ['red'] } },
  'due soon': { who: 'supervisor', ask: { light: ['blue'] } },
  'behind the pace': { who: 'supervisor', ask: { light: ['yellow'] } },
  'latest deadline first': { who: 'supervisor', ask: { sort: '-dueOn' } },
  'by code': { who: 'supervisor', ask: { sort: 'code' } },
  'by progress': { who: 'supervisor', ask: { sort: 'progress' } },
  'by unit': { who: 'supervisor', ask: { sort: 'unit' } },
  'put on record by hand': { who: 'supervisor', ask: { source: ['hand'] } },
  'taken over from ledgers': { who: 'supervisor', ask: { source: ['ledger'] } },
  'due in a quarter': { who: 'supervisor', ask: { dueFrom: '2026-10-01', dueTo: '2026-12-31' } },
  'newest first': { who: 'supervisor', ask: { sort: '-updatedAt' } },
  'search of two characters': { who: 'supervisor', ask: { q: '信访' } },
  'search of four characters': { who: 'supervisor', ask: { q: '安全生产' } },
};

/** Asks PostgreSQL how it answers each list. Throws when a plan reads the whole task table. */
export async function printPlans(
  url: string,
  logins: Record<'supervisor' | 'officer', string>,
  say: (line: string) => void,
): Promise<void> {
  const source = await new DataSource({
    ...databaseOptions(url),
    entities: [CalendarException, CalendarYear],
  }).initialize();
  try {
    const at = await new WorkingTime(source, new Clock()).asOf();
    const actors: Record<string, Actor> = {};
    for (const [who, login] of Object.entries(logins)) {
      const [person] = await source.query<{ id: string; name: string }[]>(
        `SELECT id, name FROM person WHERE login = $1`,
        [login],
      );
      actors[who] = await loadActor(source.manager, { ...person, mustChangePassword: false }, at.today);
    }
    for (const [name, { who, ask }] of Object.entries(LISTS)) {
      const explaining = {
        query: async (sql: string, values: unknown[]) => {
          const rows = await source.query<{ 'QUERY PLAN': string }[]>(
            `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${sql}`,
            values,
          );
          const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
          say(`\n${name}: ${sql.trimStart().slice(0, 30)}…\n${plan}`);
          if (/Seq Scan on task\b/.test(plan)) throw new Error(`${name} reads the whole table`);
          return source.query(sql, values);
        },
      } as unknown as EntityManager;
      await listTasks(explaining, actors[who], ask, at, undefined);
    }
  } finally {
    await source.destroy();
  }
}
