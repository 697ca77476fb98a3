import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { AsOf } from '#organisation/calendar/working-time';
import type { Light } from './light';
import type { GroupTasks } from './task-filter.dto';
import { groupKeySql, NO_GROUP, type TaskGrouping } from './task-grouping';
import { filterTasks } from './task-list';
import type { TaskGroup } from './task.view';

/** Nobody looks through more groups; they are those with the most tasks. */
const MOST_GROUPS = 1000;

const NAMES: Partial<Record<TaskGrouping, string>> = {
  unit: '(SELECT u.name FROM unit u WHERE u.id::text = g.key)',
  report: '(SELECT r.title FROM report r WHERE r.id::text = g.key)',
};

/** The most urgent light first. */
const LIGHT_ORDER: readonly Light[] = ['red', 'yellow', 'blue', 'green', 'purple'];

/** The groups of a list with the number of tasks in each, out of one query. */
export async function groupTasks(
  db: EntityManager,
  actor: Actor,
  ask: GroupTasks,
  at: AsOf,
  subtree: string[] | undefined,
): Promise<TaskGroup[]> {
  const filter = filterTasks(actor, ask, at, subtree);
  const rows = await db.query<{ key: string | null; name: string | null; count: number }[]>(
    `SELECT g.key, ${NAMES[ask.groupBy] ?? 'NULL::text'} AS name, g.count FROM (
       SELECT ${groupKeySql(ask.groupBy, at)} AS key, count(*)::int AS count
       FROM task t LEFT JOIN anchor n ON n.id = t.anchor_id ${filter.where}
       GROUP BY 1 ORDER BY 2 DESC LIMIT ${filter.value(MOST_GROUPS)}) g`,
    filter.values,
  );
  return rows.map(({ key, ...group }) => ({ key: key ?? NO_GROUP, ...group })).toSorted(inOrder(ask.groupBy));
}

/** Units and reports by name, quarters by time, lights by urgency; what has none comes last. */
function inOrder(by: TaskGrouping): (a: TaskGroup, b: TaskGroup) => number {
  const words = new Intl.Collator('zh-CN', { numeric: true });
  return (a, b) => {
    if (a.key === NO_GROUP || b.key === NO_GROUP) return Number(a.key === NO_GROUP) - Number(b.key === NO_GROUP);
    if (by === 'light') return LIGHT_ORDER.indexOf(a.key as Light) - LIGHT_ORDER.indexOf(b.key as Light);
    return words.compare(a.name ?? a.key, b.name ?? b.key);
  };
}
