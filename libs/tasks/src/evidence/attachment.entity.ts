import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { StoredFile } from '#platform/files/stored-file.entity';
import { ProgressEntry } from '../progress-entry.entity';

/** What evidence may be attached to. */
export const ATTACHMENT_SUBJECTS = ['task', 'problem'] as const;
export type AttachmentSubject = (typeof ATTACHMENT_SUBJECTS)[number];

/** A piece of evidence 佐证材料. One that was removed stays on record with its name and hash. */
@Entity('attachment')
@Index('attachment_by_subject', ['subjectId', 'uploadedAt'])
@Index('attachment_by_file', ['sha256'])
@Check('attachment_subject', `subject IN ('task', 'problem')`)
@Check('attachment_removed', '(removed_at IS NULL) = (removed_by_id IS NULL)')
@Check('attachment_removal_reason', '(removed_at IS NULL) = (removal_reason IS NULL)')
export class Attachment {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  subject: AttachmentSubject;

  @Column({ type: 'uuid' })
  subjectId: string;

  /** The report of progress it came with. */
  @Column({ type: 'uuid', nullable: true })
  progressEntryId: string | null;

  @ManyToOne(() => ProgressEntry, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  progressEntry?: ProgressEntry | null;

  @Column({ type: 'text' })
  sha256: string;

  @ManyToOne(() => StoredFile)
  @JoinColumn({ name: 'sha256' })
  file?: StoredFile;

  @Column({ type: 'text' })
  fileName: string;

  /** What its content is. */
  @Column({ type: 'text' })
  mediaType: string;

  /** Bytes. */
  @Column({ type: 'integer' })
  size: number;

  @Column({ type: 'uuid' })
  uploadedById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  uploadedBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  uploadedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  removedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  removedBy?: Person | null;

  @Column({ type: 'text', nullable: true })
  removalReason: string | null;
}
