import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { visibleTasks } from '#tasks/task-sight';
import type { DueItem } from './calendar';

/** Nobody has more in his calendar; a feed is fetched again and again. */
const MOST = 2000;
/** What was returned waits for somebody else. */
const OPEN = `t.status IN ('assigned', 'accepted', 'in-progress', 'submitted', 'suspended')`;

const COLUMNS = `t.id AS "taskId", t.code, t.title, t.status, u.name AS "unitName", t.updated_at AS "updatedAt", t.version`;

/**
 * What a person has to have done, as far as he may see it now: the tasks and their stages for which he, or an absent
 * person for whom he acts, is responsible; where nobody is named, those of the units whose liaison he is.
 */
export function dueItems(db: EntityManager, actor: Actor, zone: string): Promise<DueItem[]> {
  const liaisonOf = actor.grants.filter(({ role }) => role === 'liaison').map(({ unitId }) => unitId);
  const filter = visibleTasks(new Conditions(), actor)
    .add(OPEN)
    .add(
      't.assignee_id = ANY(?::uuid[]) OR (t.assignee_id IS NULL AND t.lead_unit_id = ANY(?::uuid[]))',
      ...[actor.selves, liaisonOf],
    );
  const hour = `to_char(t.due_at AT TIME ZONE ${filter.value(zone)}, 'HH24:MI')`;
  return db.query(
    `WITH own AS (SELECT t.* FROM task t ${filter.where})
     SELECT * FROM (
       SELECT t.id, ${COLUMNS}, NULL AS stage, t.due_on AS "dueOn", ${hour} AS "dueHour"
       FROM own t JOIN unit u ON u.id = t.lead_unit_id WHERE t.due_on IS NOT NULL
       UNION ALL
       SELECT s.id, ${COLUMNS}, s.title, s.due_on, NULL
       FROM own t JOIN unit u ON u.id = t.lead_unit_id JOIN milestone s ON s.task_id = t.id WHERE s.done_on IS NULL
     ) x ORDER BY "dueOn", code, id LIMIT ${MOST}`,
    filter.values,
  );
}
