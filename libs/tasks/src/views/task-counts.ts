import type { EntityManager } from 'typeorm';
import type { Conditions } from '#platform/conditions';
import { TASK_STATUSES } from '../task-status';
import type { StatusCount } from './task-views.view';

/** How many of the listed tasks stand at each status, in the order of the life cycle. */
export async function countByStatus(db: EntityManager, filter: Conditions): Promise<StatusCount[]> {
  const counts = await db.query<StatusCount[]>(
    `SELECT t.status, count(*)::int AS total FROM task t LEFT JOIN anchor n ON n.id = t.anchor_id
     ${filter.where} GROUP BY t.status`,
    filter.values,
  );
  return counts.sort((one, other) => TASK_STATUSES.indexOf(one.status) - TASK_STATUSES.indexOf(other.status));
}
