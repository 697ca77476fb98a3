import type { EntityManager } from 'typeorm';
import { addDays } from '#language/day';
import type { AsOf } from '#organisation/calendar/working-time';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { lightSql } from '#tasks/light';
import { taskSummaries, withLights } from '#tasks/task-list';
import type { Standing } from './channel-message';

/** Tasks that are named one by one. */
const NAMED = 10;

const sundayOf = (day: Day): Day => addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7);

type Figures = Pick<Standing, 'red' | 'blue' | 'yellow' | 'dueThisWeek'>;

/** How a unit and those below it stand; drafts, suspended and finished tasks are left out. */
export async function unitStanding(
  db: EntityManager,
  at: AsOf,
  unit: { id: string; name: string },
  subtree: readonly string[],
): Promise<Standing> {
  const open = () => new Conditions().add('t.lead_unit_id = ANY(?::uuid[])', subtree);
  const underWay = open().add(`t.status IN ('assigned', 'accepted', 'in-progress', 'submitted', 'returned')`);
  const week = `y.due_on BETWEEN ${underWay.value(at.today)}::date AND ${underWay.value(sundayOf(at.today))}::date`;
  const [figures] = await db.query<Figures[]>(
    `SELECT count(*) FILTER (WHERE y.light = 'red')::int AS red, count(*) FILTER (WHERE y.light = 'blue')::int AS blue,
       count(*) FILTER (WHERE y.light = 'yellow')::int AS yellow,
       count(*) FILTER (WHERE y.light IN ('blue', 'yellow') AND ${week})::int AS "dueThisWeek"
     FROM (SELECT ${lightSql('t', at)} AS light, t.due_on FROM task t ${underWay.where}) y`,
    underWay.values,
  );
  const urgent = await taskSummaries(db, at, withLights(open(), ['red', 'blue', 'yellow'], at), NAMED);
  return { unitId: unit.id, unitName: unit.name, today: at.today, ...figures, urgent };
}
