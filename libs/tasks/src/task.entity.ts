import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import type { DueBasis } from '#extraction/extraction.types';
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import { Anchor } from '#reports/anchor.entity';
import type { TaskStatus } from './task-status';

/** A commitment under supervision 督办任务. */
@Entity('task')
@Unique(['code'])
@Index('task_by_due_day', { synchronize: false })
@Index('task_open_by_due_day', { synchronize: false })
@Index('task_by_unit', ['leadUnitId', 'status', 'dueOn'])
@Index('task_by_assignee', ['assigneeId', 'status', 'dueOn'])
@Index('task_by_anchor', ['anchorId'])
@Index('task_newest', { synchronize: false })
@Index('task_trigrams', { synchronize: false })
@Check('task_progress', 'progress BETWEEN 0 AND 100')
@Check(
  'task_status',
  `status IN ('drafted', 'assigned', 'returned', 'accepted', 'in-progress', 'submitted', 'closed', 'suspended', 'dropped')`,
)
@Check('task_closed', `(status = 'closed') = (closed_on IS NOT NULL)`)
export class Task {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** For people to quote: 2026-00017. */
  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text', default: 'drafted' })
  status: TaskStatus;

  /** The single actions inside the commitment. */
  @Column({ type: 'jsonb', default: [] })
  measures: { text: string }[];

  /** 完成时限: a calendar day in the organisation's zone. */
  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'text', default: 'none' })
  dueBasis: DueBasis | 'person';

  /** The deadline at the first assignment; never overwritten. */
  @Column({ type: 'date', nullable: true })
  originalDueOn: string | null;

  @Column({ type: 'text', nullable: true })
  recurrence: string | null;

  /** 牵头单位 */
  @Column({ type: 'uuid' })
  leadUnitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  leadUnit?: Unit;

  /** 责任人 */
  @Column({ type: 'uuid', nullable: true })
  assigneeId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  assignee?: Person | null;

  /** Percent. */
  @Column({ type: 'integer', default: 0 })
  progress: number;

  @Column({ type: 'uuid', nullable: true })
  anchorId: string | null;

  @ManyToOne(() => Anchor, { nullable: true })
  @JoinColumn()
  anchor?: Anchor | null;

  @Column({ type: 'date', nullable: true })
  assignedOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  submittedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  submittedBy?: Person | null;

  @Column({ type: 'date', nullable: true })
  closedOn: string | null;

  @Column({ type: 'uuid' })
  createdById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  createdBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
