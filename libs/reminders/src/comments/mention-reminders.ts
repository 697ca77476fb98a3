import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';
import type { Task } from '#tasks/task.entity';
import type { TaskComment } from './task-comment.entity';

/** Whom nobody mentions any more hears nothing of it, as long as no mail has taken it along. */
const TAKE_BACK = `UPDATE reminder r SET status = 'superseded', why = '评论已删除，或不再提到收件人', settled_at = $3
  WHERE r.comment_id = $1 AND r.status = 'planned' AND r.mail_id IS NULL AND NOT (r.recipient_id = ANY($2::uuid[]))`;

/** One row for each person and comment; a mention that is made once more after it was taken back is told again. */
const PUT = `INSERT INTO reminder AS r (task_id, rule, comment_id, due_on, recipient_id, planned_on, created_at)
  SELECT $1, 'mention-' || $2::text, $2::uuid, $3, x.id, $4, $5 FROM unnest($6::uuid[]) AS x (id)
  WHERE NOT EXISTS (SELECT 1 FROM reminder o WHERE o.comment_id = $2::uuid AND o.recipient_id = x.id AND o.status <> 'superseded')
  ON CONFLICT (task_id, rule, due_on, recipient_id) DO UPDATE SET status = 'planned', planned_on = excluded.planned_on,
    why = NULL, settled_at = NULL, mail_id = NULL, read_at = NULL, created_at = excluded.created_at
  WHERE r.status = 'superseded'`;

/**
 * Puts whom the comment mentions into the ledger: the bell rings at once, the mail is a line of the next digest. Whoever
 * wrote it is not told of himself.
 */
export async function mentionReminders(
  tx: EntityManager,
  task: Task,
  comment: TaskComment,
  today: Day,
  now: Date,
): Promise<void> {
  const { id, byId, deletedAt, mentions } = comment;
  const told = deletedAt ? [] : mentions.map(({ personId }) => personId).filter((one) => one !== byId);
  await tx.query(TAKE_BACK, [id, told, now]);
  if (told.length === 0) return;
  await tx.query(PUT, [task.id, id, task.dueOn ?? task.assignedOn ?? today, today, now, told]);
}
