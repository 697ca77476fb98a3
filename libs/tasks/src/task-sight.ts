import type { Actor } from '#organisation/actor';
import { PERMISSIONS, type Permission } from '#organisation/role';
import type { Conditions } from '#platform/conditions';
import type { Task } from './task.entity';

/** The tasks a person may see: of the units read, led or supporting, without drafts unless those may be read, and always one's own. */
export function visibleTasks(conditions: Conditions, actor: Actor): Conditions {
  if (actor.everywhere('task.read-drafts')) return conditions;
  const { selves } = actor;
  const units = actor.unitsFor('task.read');
  return conditions.add(
    `t.lead_unit_id = ANY(?::uuid[]) OR (t.status <> 'drafted' AND (
       t.assignee_id = ANY(?::uuid[]) OR t.leader_id = ANY(?::uuid[]) OR t.lead_unit_id = ANY(?::uuid[])
       OR (t.supporter_ids <> '{}' AND t.supporter_ids && ?::uuid[])))`,
    ...[actor.unitsFor('task.read-drafts'), selves, selves, units, [...selves, ...units]],
  );
}

/** Of these the ones a person is responsible for, himself or for whom he acts. */
export function ownTasks(conditions: Conditions, actor: Actor): Conditions {
  conditions.add('t.assignee_id = ANY(?::uuid[])', actor.selves);
  if (actor.everywhere('task.read-drafts')) return conditions;
  const drafts = actor.unitsFor('task.read-drafts');
  if (drafts.length === 0) return conditions.add(`t.status <> 'drafted'`);
  return conditions.add(`t.status <> 'drafted' OR t.lead_unit_id = ANY(?::uuid[])`, drafts);
}

/** The same rule for a single task that has been read. */
export function sees(
  actor: Actor,
  task: Pick<Task, 'status' | 'leadUnitId' | 'assigneeId' | 'leaderId' | 'supporterIds'>,
): boolean {
  if (actor.covers('task.read-drafts', task.leadUnitId)) return true;
  if (task.status === 'drafted') return false;
  const own = (personId: string | null) => actor.actsAs(personId) !== undefined;
  return (
    own(task.assigneeId) ||
    own(task.leaderId) ||
    actor.covers('task.read', task.leadUnitId) ||
    task.supporterIds.some((id) => own(id) || actor.covers('task.read', id))
  );
}

/** The tasks of the units a person reads; for whoever reads none, his own. */
export function tasksOfUnits(conditions: Conditions, actor: Actor): Conditions {
  if (actor.everywhere('task.read-drafts')) return conditions;
  const units = actor.unitsFor('task.read');
  if (units.length === 0) return visibleTasks(conditions, actor);
  const drafts = actor.unitsFor('task.read-drafts');
  conditions.add('t.lead_unit_id = ANY(?::uuid[])', [...new Set([...units, ...drafts])]);
  if (units.every((unit) => drafts.includes(unit))) return conditions;
  return conditions.add(`t.status <> 'drafted' OR t.lead_unit_id = ANY(?::uuid[])`, drafts);
}

const roles = (permission: Permission) => PERMISSIONS[permission].map((role) => `'${role}'`).join(', ');

/**
 * Whether the person `person` may see task `t` on the day `day`, in SQL: the rule of `visibleTasks` for many people at
 * once, a person for each row. Parts that cost less stand first.
 */
export function maySeeSql(t: string, person: string, day: string): string {
  const selves = `ARRAY(SELECT ${person} UNION ALL
    SELECT a.person_id FROM absence a WHERE a.deputy_id = ${person} AND ${day} BETWEEN a.from_day AND a.to_day)`;
  const holds = (unitIds: string, permission: Permission) => `EXISTS (
    WITH RECURSIVE up AS (
      SELECT u.id, u.parent_id FROM unit u WHERE u.id = ANY(${unitIds})
      UNION SELECT u.id, u.parent_id FROM unit u JOIN up ON up.parent_id = u.id)
    SELECT 1 FROM up JOIN role_grant g ON g.unit_id = up.id WHERE g.person_id = ${person} AND g.role IN (${roles(permission)}))`;
  const own = `${t}.assignee_id = ANY(${selves}) OR ${t}.leader_id = ANY(${selves}) OR ${t}.supporter_ids && ${selves}`;
  // Whoever is nobody to the task compares with what is not there.
  return `coalesce(CASE WHEN ${t}.status = 'drafted' THEN ${holds(`ARRAY[${t}.lead_unit_id]`, 'task.read-drafts')}
    ELSE ${t}.assignee_id = ${person} OR ${own} OR ${holds(`${t}.lead_unit_id || ${t}.supporter_ids`, 'task.read')} END, false)`;
}
