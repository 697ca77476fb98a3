import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Task } from '../task.entity';

/** 申请延期, 申请中止, 申请撤销. */
export const REQUEST_KINDS = ['extension', 'suspension', 'drop'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** `overtaken`: the supervisor has meanwhile settled the matter in another way. */
export type RequestDecision = 'granted' | 'refused' | 'withdrawn' | 'overtaken';

/**
 * What the doers ask of whoever supervises them, with the decision. A deadline that the supervisor himself moves to a later
 * day is on record here as a granted extension 延期, so that their number is the true one.
 */
@Entity('task_request')
@Index('task_request_by_task', ['taskId', 'askedAt'])
@Index('task_request_open', ['taskId'], { unique: true, where: 'decision IS NULL' })
@Index('task_request_waiting', ['askedAt', 'id'], { where: 'decision IS NULL' })
@Check('task_request_kind', `kind IN ('extension', 'suspension', 'drop')`)
@Check('task_request_decision', `decision IN ('granted', 'refused', 'withdrawn', 'overtaken')`)
@Check(
  'task_request_decided',
  '(decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by_id IS NULL)',
)
export class TaskRequest {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task;

  @Column({ type: 'text' })
  kind: RequestKind;

  /** For an extension: the deadline at that time. */
  @Column({ type: 'date', nullable: true })
  fromDue: string | null;

  /** For an extension: the new deadline; null for none at all (长期坚持). */
  @Column({ type: 'date', nullable: true })
  toDue: string | null;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid' })
  askedById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  askedBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  askedAt: Date;

  @Column({ type: 'uuid', nullable: true })
  decidedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  decidedBy?: Person | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  decision: RequestDecision | null;

  @Column({ type: 'text', nullable: true })
  decisionNote: string | null;
}
