import { DomainError } from '#platform/domain-error';
import type { Actor } from '#organisation/actor';
import type { Task } from '#tasks/task.entity';
import type { Mention, TaskComment } from './task-comment.entity';

/** Minutes in which whoever wrote a comment may still change it. */
export const EDITABLE_MINUTES = 15;

export const editableUntil = ({ at }: Pick<TaskComment, 'at'>): Date =>
  new Date(at.getTime() + EDITABLE_MINUTES * 60_000);

/** Whoever works on the task or watches over it; whoever only reads it, such as an auditor, says nothing. */
export function mayComment(
  actor: Actor,
  {
    leadUnitId,
    assigneeId,
    leaderId,
    supporterIds,
  }: Pick<Task, 'leadUnitId' | 'assigneeId' | 'leaderId' | 'supporterIds'>,
): boolean {
  const named = [assigneeId, leaderId, ...supporterIds];
  return (
    named.some((id) => actor.actsAs(id) !== undefined) ||
    [leadUnitId, ...supporterIds].some((unitId) => actor.covers('task.comment', unitId))
  );
}

/** Throws comment.not-yours, comment.deleted or comment.too-late. */
export function refuseEdit(comment: TaskComment, actor: Actor, now: Date): void {
  refuseDelete(comment, actor);
  if (now <= editableUntil(comment)) return;
  const message = `评论发表 ${EDITABLE_MINUTES} 分钟后不能再修改。请另发一条评论说明，或删除这一条。`;
  throw new DomainError('conflict', 'comment.too-late', message);
}

/** Throws comment.not-yours or comment.deleted. */
export function refuseDelete(comment: TaskComment, actor: Actor): void {
  if (comment.byId !== actor.personId) {
    throw new DomainError('forbidden', 'comment.not-yours', '只能修改、删除自己发表的评论。');
  }
  if (comment.deletedAt === null) return;
  throw new DomainError('conflict', 'comment.deleted', '这条评论已经删除。请刷新页面查看。');
}

/** Those who are named in the text, each once. */
export function namedIn(text: string, mentions: readonly Mention[] = []): Mention[] {
  const named = mentions.filter(({ words }) => text.includes(`@${words}`));
  return named.filter(({ personId }, index) => named.findIndex((one) => one.personId === personId) === index);
}
