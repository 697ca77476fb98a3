import { PERMISSIONS, type Permission } from '#organisation/role';

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
