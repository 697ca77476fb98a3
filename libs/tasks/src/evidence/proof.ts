import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Task } from '../task.entity';
import type { TaskDetail } from '../task.view';
import { attachmentsOf } from './attachment-list';
import { verificationState } from './verification';
import { Verification } from './verification.entity';

/** With what a task was proved to be done, and who looked at it. */
export async function proofOf(
  db: EntityManager,
  actor: Actor,
  task: Task,
  progress: readonly { id: string }[],
): Promise<Pick<TaskDetail, 'attachments' | 'verification' | 'verifications'>> {
  const attachments = await attachmentsOf(db, actor, { subject: 'task', subjectId: task.id });
  const verifications = await db.find(Verification, {
    where: { taskId: task.id },
    relations: { verifiedBy: true },
    order: { round: 'DESC' },
  });
  const present = {
    progress: progress.map(({ id }) => id),
    attachments: attachments.filter(({ removedAt }) => removedAt === null).map(({ id }) => id),
  };
  return {
    attachments,
    verification: verificationState(task.status === 'closed', verifications.at(0), present),
    verifications: verifications.map(({ round, verifiedBy, at, outcome, note, seen }) => ({
      ...{ round, outcome, note },
      by: verifiedBy?.name ?? '',
      at: at.toISOString(),
      progressSeen: seen.progress.length,
      attachmentsSeen: seen.attachments.length,
    })),
  };
}
