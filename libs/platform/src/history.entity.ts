import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One changed field, in words a reader of the history understands. */
export interface Change {
  field: string;
  from: string | null;
  to: string | null;
}

/** One line of the append-only history: who did what to which subject, and why. */
@Entity('history')
@Index('history_by_subject', ['subjectId', 'id'])
export class HistoryEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  /** The name at that time; people leave, history keeps it. */
  @Column({ type: 'text' })
  actorName: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'uuid' })
  subjectId: string;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'jsonb', default: [] })
  changes: Change[];

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
