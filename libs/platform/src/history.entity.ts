import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One changed field, in words a reader of the history understands. */
export interface Change {
  field: string;
  from: string | null;
  to: string | null;
}

/** One line of the append-only, hash-chained history: who did what to which subject, and why. Written by `record` alone. */
@Entity('history')
@Index('history_by_subject', ['subjectId', 'id'])
@Index('history_by_number', ['lane', 'number'], { unique: true })
@Index('history_by_time', ['at', 'id'])
@Index('history_by_actor', ['actorId', 'at', 'id'])
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

  /** The subject's version after the deed. */
  @Column({ type: 'integer', nullable: true })
  version: number | null;

  /** The unit to which the subject belonged; null for what belongs to the whole organisation. */
  @Column({ type: 'uuid', nullable: true })
  unitId: string | null;

  /** One of the sixteen chains, and the place in it. */
  @Column({ type: 'smallint' })
  lane: number;

  @Column({ type: 'bigint' })
  number: string;

  /** SHA-256 over the hash of the row before it in the lane and the row's own text, in hexadecimal. */
  @Column({ type: 'text' })
  hash: string;
}
