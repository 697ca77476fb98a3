import { In, IsNull, type EntityManager } from 'typeorm';
import { isShown } from '#documents/content-type/content-types';
import type { Actor } from '#organisation/actor';
import { Attachment, type AttachmentSubject } from './attachment.entity';
import type { AttachmentView } from './attachment.view';

/** What evidence belongs to. */
export interface AttachedTo {
  subject: AttachmentSubject;
  subjectId: string;
}

/** Evidence of several subjects of a kind as it is present, the oldest first. */
export const presentAttachments = (
  db: EntityManager,
  subject: AttachmentSubject,
  subjectIds: readonly string[],
): Promise<Attachment[]> =>
  db.find(Attachment, {
    where: { subject, subjectId: In(subjectIds), removedAt: IsNull() },
    order: { uploadedAt: 'ASC', id: 'ASC' },
  });

/** All evidence there is and was, the newest first. */
export async function attachmentsOf(db: EntityManager, actor: Actor, of: AttachedTo): Promise<AttachmentView[]> {
  const rows = await db.find(Attachment, {
    where: { ...of },
    relations: { uploadedBy: true, removedBy: true },
    order: { uploadedAt: 'DESC', id: 'DESC' },
  });
  return rows.map((row) => ({
    id: row.id,
    progressEntryId: row.progressEntryId,
    fileName: row.fileName,
    mediaType: row.mediaType,
    shown: isShown(row.mediaType),
    size: row.size,
    sha256: row.sha256,
    uploadedBy: row.uploadedBy?.name ?? '',
    uploadedAt: row.uploadedAt.toISOString(),
    mine: row.uploadedById === actor.personId,
    removedBy: row.removedBy?.name ?? null,
    removedAt: row.removedAt?.toISOString() ?? null,
    removalReason: row.removalReason,
  }));
}
