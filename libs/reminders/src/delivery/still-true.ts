import { maySeeSql } from '#tasks/task-sight';
import { STATUS_LABELS, TASK_STATUSES, type TaskStatus } from '#tasks/task-status';
import type { RuleKind } from '../rules';

const TO_DO: readonly TaskStatus[] = ['assigned', 'accepted', 'in-progress'];

/** The states of a task in which it is still reminded of. */
const STATUSES: Record<RuleKind, readonly TaskStatus[]> = {
  assigned: TO_DO,
  accept: ['assigned'],
  verify: ['submitted'],
  before: TO_DO,
  due: TO_DO,
  overdue: TO_DO,
  request: TO_DO,
  escalate: [...TO_DO, 'returned'],
  urgent: TO_DO,
  nudge: [...TO_DO, 'returned', 'submitted'],
  mention: TASK_STATUSES,
};
/** About one deadline; with another one it is another reminder. */
const ABOUT_DEADLINE: readonly RuleKind[] = ['before', 'due', 'overdue', 'escalate'];
/** Stopped by any progress. */
const UNTIL_PROGRESS: readonly RuleKind[] = ['request', 'escalate'];
/** For those who have to do it; the others are for those who watch over it. */
const FOR_DOERS: readonly RuleKind[] = ['assigned', 'before', 'due', 'overdue', 'request', 'urgent', 'nudge'];

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
const KIND = `split_part(r.rule, '-', 1)`;
const LABEL = `CASE t.status ${Object.entries(STATUS_LABELS)
  .map(([status, label]) => `WHEN '${status}' THEN '${label}'`)
  .join(' ')} END`;

const DUE = 'coalesce(t.due_on, t.assigned_on)';
/** Whose reminder it is: the recipient's, or that of the absent person for whom he acts. */
const CHARGED = 'coalesce(r.instead_of_id, r.recipient_id)';
const liaisonOf = (units: string) =>
  `EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = ${CHARGED} AND g.role = 'liaison' AND g.unit_id = ANY(${units}))`;
/** An external body has no accounts; the supervisors over it enter what it reports. */
const FOR_EXTERNAL = `EXISTS (
  WITH RECURSIVE up AS (
    SELECT u.id, u.parent_id FROM unit u WHERE u.id = t.lead_unit_id AND u.external
    UNION SELECT u.id, u.parent_id FROM unit u JOIN up ON up.parent_id = u.id)
  SELECT 1 FROM up JOIN role_grant g ON g.unit_id = up.id WHERE g.person_id = ${CHARGED} AND g.role = 'supervisor')`;
const RESPONSIBLE = `coalesce(t.assignee_id = ${CHARGED}, false) OR ${CHARGED} = ANY(t.supporter_ids)
  OR (NOT EXISTS (SELECT 1 FROM person a WHERE a.id = t.assignee_id AND a.active) AND ${liaisonOf('ARRAY[t.lead_unit_id]')})
  OR (t.supporter_ids <> '{}' AND ${liaisonOf('t.supporter_ids')}) OR ${FOR_EXTERNAL}`;

/**
 * Why reminder `r` about task `t` for person `p` does not hold any more on the day `day`, in Chinese; null while it does.
 * What was planned in the morning may be done, handed over or out of sight when it is sent.
 */
export function whyNotSql(day: string): string {
  return `CASE
    WHEN NOT p.active THEN '收件人已停用'
    WHEN NOT CASE ${KIND} ${Object.entries(STATUSES)
      .map(([kind, statuses]) => `WHEN '${kind}' THEN t.status IN (${list(statuses)})`)
      .join(' ')} ELSE false END THEN '任务已是“' || ${LABEL} || '”'
    WHEN ${KIND} IN (${list(ABOUT_DEADLINE)}) AND r.due_on IS DISTINCT FROM ${DUE}
      THEN '完成时限已改为' || coalesce(${DUE}::text, '未定')
    WHEN ${KIND} IN (${list(UNTIL_PROGRESS)})
      AND EXISTS (SELECT 1 FROM progress_entry e WHERE e.task_id = t.id AND e.at > r.created_at) THEN '已报送进展'
    WHEN r.comment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM task_comment c WHERE c.id = r.comment_id AND c.deleted_at IS NULL
      AND c.mentions @> jsonb_build_array(jsonb_build_object('personId', r.recipient_id))) THEN '评论已删除，或不再提到收件人'
    WHEN r.instead_of_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM absence a WHERE a.person_id = r.instead_of_id AND a.deputy_id = r.recipient_id
        AND ${day} BETWEEN a.from_day AND a.to_day) THEN '代理已结束'
    WHEN ${KIND} IN (${list(FOR_DOERS)}) AND NOT (${RESPONSIBLE}) THEN '已由他人负责'
    WHEN NOT (${maySeeSql('t', 'r.recipient_id', day)}) THEN '收件人无权查看这项任务'
  END`;
}
