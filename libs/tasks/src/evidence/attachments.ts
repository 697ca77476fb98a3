import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { CONTENT_TYPES } from '#documents/content-type/content-types';
import { recognise } from '#documents/content-type/recognise';
import { trueName } from '#documents/content-type/true-name';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { StoredFiles, type FileContent } from '#platform/files/stored-files';
import { Attachment } from './attachment.entity';
import type { AttachedTo } from './attachment-list';

/** Bytes of the largest file that is taken as evidence. */
export const MAX_ATTACHMENT_BYTES = 50 << 20;
/** Files for one task or problem. */
export const MOST_ATTACHMENTS = 50;

export interface OpenedAttachment {
  attachment: Attachment;
  content: Readable;
}

/** Evidence of whatever subject; who may add, see and remove it is for the subject's own service to decide. */
@Injectable()
export class Attachments {
  constructor(
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** Says what the file is and how it will be called. Throws attachment.empty, attachment.type-refused. */
  async examine(fileName: string, content: FileContent) {
    if (content.size === 0) {
      throw new DomainError('invalid', 'attachment.empty', `“${fileName}”是空文件，没有保存。请检查后重新选择。`);
    }
    const found = await recognise({ size: content.size, read: async (from, to) => content.read(from, to) });
    if ('refused' in found) {
      const message = `“${fileName}”没有保存：这是${found.refused}。`;
      throw new DomainError('unsupported', 'attachment.type-refused', message);
    }
    return { ...trueName(fileName, found.type), mediaType: CONTENT_TYPES[found.type].mediaType };
  }

  /** Stores the file and attaches it; the subject's row is locked by the caller. Throws attachment.too-many, attachment.known. */
  async attach(
    tx: EntityManager,
    actor: Actor,
    to: AttachedTo,
    { name, mediaType }: { name: string; mediaType: string },
    content: FileContent,
  ): Promise<Attachment> {
    const present = await tx.findBy(Attachment, { ...to, removedAt: IsNull() });
    const known = present.find(({ sha256 }) => sha256 === content.sha256);
    if (known) {
      const message = `“${name}”与已上传的“${known.fileName}”内容完全相同，没有重复保存。`;
      throw new DomainError('conflict', 'attachment.known', message);
    }
    if (present.length >= MOST_ATTACHMENTS) {
      const message = `佐证材料已有 ${MOST_ATTACHMENTS} 份，达到上限。请先移除不需要的材料，或合并后再上传。`;
      throw new DomainError('conflict', 'attachment.too-many', message);
    }
    await this.files.keep(tx, content);
    const { sha256, size } = content;
    return tx.save(Attachment, {
      ...{ ...to, sha256, size, fileName: name, mediaType, progressEntryId: null },
      ...{ uploadedById: actor.personId, uploadedAt: this.clock.now() },
    });
  }

  /**
   * Takes it out of sight, by whoever uploaded it or by a supervisor; its name and hash stay on record.
   * Throws attachment.unknown, attachment.not-yours.
   */
  async remove(
    tx: EntityManager,
    actor: Actor,
    of: AttachedTo,
    id: string,
    { supervises, reason }: { supervises: boolean; reason: string },
  ): Promise<Attachment> {
    const attachment = await this.find(tx, of, id);
    if (attachment.uploadedById !== actor.personId && !supervises) {
      const message = '只有上传人或督办员可以移除这份佐证材料，请与他们联系。';
      throw new DomainError('forbidden', 'attachment.not-yours', message);
    }
    await tx.update(Attachment, id, {
      removedAt: this.clock.now(),
      removedById: actor.personId,
      removalReason: reason,
    });
    return attachment;
  }

  /** Throws attachment.unknown. */
  async open(db: EntityManager, of: AttachedTo, id: string): Promise<OpenedAttachment> {
    const attachment = await this.find(db, of, id);
    return { attachment, content: this.files.read(attachment.sha256) };
  }

  /** One that was not removed. */
  private async find(db: EntityManager, of: AttachedTo, id: string): Promise<Attachment> {
    const attachment = await db.findOneBy(Attachment, { ...of, id, removedAt: IsNull() });
    if (!attachment) throw new DomainError('unknown', 'attachment.unknown', '没有找到这份佐证材料，它可能已被移除。');
    return attachment;
  }
}

/** How the history names a file. */
export const named = ({ fileName, sha256 }: Pick<Attachment, 'fileName' | 'sha256'>) =>
  `${fileName}（SHA-256 ${sha256}）`;
