import type { EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';
import type { Task } from '../task.entity';

/**
 * Throws person.gone when one of the tasks was just given to somebody who is being deactivated. To be asked after the tasks
 * are stored: by then their foreign keys have waited for whoever deactivates.
 */
export async function refuseGone(
  tx: EntityManager,
  tasks: readonly Pick<Task, 'assigneeId' | 'leaderId'>[],
): Promise<void> {
  const ids = [...new Set(tasks.flatMap(({ assigneeId, leaderId }) => [assigneeId, leaderId]))].filter(
    (id) => id != null,
  );
  if (ids.length === 0) return;
  const rows = await tx.query<{ name: string }[]>(
    `SELECT name FROM person WHERE id = ANY($1::uuid[]) AND NOT active LIMIT 1`,
    [ids],
  );
  if (rows.length === 0) return;
  throw new DomainError('conflict', 'person.gone', `“${rows[0].name}”已停用，不能接办任务，请改选其他人。`);
}
