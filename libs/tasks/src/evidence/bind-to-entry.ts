import { IsNull, type EntityManager } from 'typeorm';
import type { ProgressEntry } from '../progress-entry.entity';
import { Attachment } from './attachment.entity';

/** What a person uploaded since he last reported belongs to what he reports now. */
export async function bindToEntry(
  tx: EntityManager,
  { id, taskId }: Pick<ProgressEntry, 'id' | 'taskId'>,
  personId: string,
): Promise<void> {
  await tx.update(
    Attachment,
    {
      ...{ subject: 'task', subjectId: taskId, uploadedById: personId },
      ...{ progressEntryId: IsNull(), removedAt: IsNull() },
    },
    { progressEntryId: id },
  );
}
