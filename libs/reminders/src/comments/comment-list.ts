import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { unknownTask } from '#tasks/task-commands';
import { sees } from '#tasks/task-sight';
import type { Task } from '#tasks/task.entity';
import { editableUntil, mayComment } from './comment-rules';
import type { CommentView, TaskComments } from './comment.view';
import { TaskComment } from './task-comment.entity';

/** Nobody reads more on the page of a task. */
const MOST = 500;

type Known = 'status' | 'leadUnitId' | 'assigneeId' | 'leaderId' | 'supporterIds';
const PARTIES = `SELECT status, lead_unit_id AS "leadUnitId", assignee_id AS "assigneeId", leader_id AS "leaderId",
  supporter_ids AS "supporterIds" FROM task WHERE id = $1`;

/** What was said about a task. Throws task.unknown. */
export async function commentsOf(db: EntityManager, actor: Actor, taskId: string): Promise<TaskComments> {
  const [task] = await db.query<(Pick<Task, Known> | undefined)[]>(PARTIES, [taskId]);
  if (!task || !sees(actor, task)) throw unknownTask();
  const [newest, total] = await db.findAndCount(TaskComment, {
    where: { taskId },
    relations: { by: true },
    order: { at: 'DESC', id: 'DESC' },
    take: MOST,
  });
  return {
    rows: newest.reverse().map((comment) => viewOf(comment, actor)),
    total,
    mayComment: mayComment(actor, task),
  };
}

function viewOf(comment: TaskComment, actor: Actor): CommentView {
  const { id, at, by, byId, text, mentions, editedAt, deletedAt } = comment;
  const mine = byId === actor.personId;
  return {
    ...{ id, at: at.toISOString(), by: by?.name ?? '', mine },
    text: deletedAt ? null : text,
    mentions: deletedAt ? [] : mentions,
    editedAt: editedAt?.toISOString() ?? null,
    deletedAt: deletedAt?.toISOString() ?? null,
    editableUntil: mine && !deletedAt ? editableUntil(comment).toISOString() : null,
  };
}
