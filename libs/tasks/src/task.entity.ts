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
import { Position } from '#organisation/position.entity';
import { Unit } from '#organisation/unit.entity';
import { Anchor } from '#reports/anchor.entity';
import { LedgerImport } from './ledger-import/ledger-import.entity';
import type { TaskStatus } from './task-status';

/**
 * 承诺事项, a measure 整改措施 against a problem, a recurring duty 周期性任务 and its occurrence in one period, or an
 * urgent hand-over 立巡立交 whose time runs in hours.
 */
export const TASK_KINDS = ['commitment', 'measure', 'duty', 'occurrence', 'urgent'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** How often progress has to be reported. */
export const REPORTING_PERIODS = ['week', 'month', 'quarter'] as const;
export type ReportingPeriod = (typeof REPORTING_PERIODS)[number];

/** How often a recurring duty comes back. */
export const OCCURRENCE_PERIODS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
export type OccurrencePeriod = (typeof OCCURRENCE_PERIODS)[number];

/** A commitment under supervision 督办任务. */
@Entity('task')
@Unique(['code'])
@Index('task_by_due_day', { synchronize: false })
@Index('task_open_by_due_day', { synchronize: false })
@Index('task_by_unit', { synchronize: false })
@Index('task_by_assignee', ['assigneeId', 'status', 'dueOn'])
@Index('task_by_anchor', ['anchorId'])
@Index('task_newest', { synchronize: false })
@Check('task_progress', 'progress BETWEEN 0 AND 100')
@Check(
  'task_status',
  `status IN ('drafted', 'assigned', 'returned', 'accepted', 'in-progress', 'submitted', 'closed', 'suspended', 'dropped')`,
)
@Check('task_closed', `(status = 'closed') = (closed_on IS NOT NULL)`)
@Check('task_closed_at', '(closed_on IS NULL) = (closed_at IS NULL)')
@Check('task_suspended', `(status = 'suspended') = (suspended_from IS NOT NULL)`)
@Check('task_kind', `kind IN ('commitment', 'measure', 'duty', 'occurrence', 'urgent')`)
@Check('task_weight', 'weight BETWEEN 1 AND 100')
@Check('task_urgent', `(kind = 'urgent') = (due_at IS NOT NULL)`)
@Check('task_occurrence', `(kind = 'occurrence') = (period_start IS NOT NULL)`)
@Check('task_report_every', `report_every IN ('week', 'month', 'quarter')`)
@Check('task_occurs_every', `occurs_every IN ('week', 'month', 'quarter', 'half-year', 'year')`)
@Check('task_ledger', '(ledger_import_id IS NULL) = (ledger_row IS NULL)')
@Index('task_by_ledger_row', { synchronize: false })
@Index('task_by_unit_title', { synchronize: false })
@Check('task_own_parent', 'parent_id <> id')
@Index('task_by_parent', { synchronize: false })
@Index('task_occurrence_of_period', { synchronize: false })
@Index('task_by_leader', { synchronize: false })
@Index('task_by_position', { synchronize: false })
@Index('task_duties', { synchronize: false })
@Index('task_by_supporter', { synchronize: false })
@Index('task_waiting', { synchronize: false })
@Index('task_by_progress', ['progress', 'code'])
@Index('task_by_source', { synchronize: false })
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

  @Column({ type: 'text', default: 'commitment' })
  kind: TaskKind;

  /** The task it was broken out of 分解; for an occurrence the duty. */
  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  @ManyToOne(() => Task, { nullable: true })
  @JoinColumn()
  parent?: Task | null;

  /** What it counts among its siblings when their progress is rolled up. */
  @Column({ type: 'integer', default: 1 })
  weight: number;

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

  /** The hour an urgent task is due; `dueOn` is its day. */
  @Column({ type: 'timestamptz', nullable: true })
  dueAt: Date | null;

  /** The words of the report for how often it comes back. */
  @Column({ type: 'text', nullable: true })
  recurrence: string | null;

  @Column({ type: 'text', nullable: true })
  occursEvery: OccurrencePeriod | null;

  /** The first day of the period an occurrence is for. */
  @Column({ type: 'date', nullable: true })
  periodStart: string | null;

  @Column({ type: 'text', nullable: true })
  reportEvery: ReportingPeriod | null;

  /** Null: as the unit's policy says. */
  @Column({ type: 'boolean', nullable: true })
  evidenceRequired: boolean | null;

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

  /** The position 职务 that owns it; whoever holds the position is responsible. */
  @Column({ type: 'uuid', nullable: true })
  positionId: string | null;

  @ManyToOne(() => Position, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  position?: Position | null;

  /** 挂点领导 */
  @Column({ type: 'uuid', nullable: true })
  leaderId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  leader?: Person | null;

  /** The supporting units 配合单位 and their people, for the lists to find the task by; kept by `indexSupporters`. */
  @Column({ type: 'uuid', array: true, default: '{}', select: false })
  supporterIds: string[];

  /** Percent. */
  @Column({ type: 'integer', default: 0 })
  progress: number;

  @Column({ type: 'uuid', nullable: true })
  anchorId: string | null;

  @ManyToOne(() => Anchor, { nullable: true })
  @JoinColumn()
  anchor?: Anchor | null;

  /** The spreadsheet it was taken over from. */
  @Column({ type: 'uuid', nullable: true })
  ledgerImportId: string | null;

  @ManyToOne(() => LedgerImport, { nullable: true })
  @JoinColumn()
  ledgerImport?: LedgerImport | null;

  /** Its row there, from 1. */
  @Column({ type: 'integer', nullable: true })
  ledgerRow: number | null;

  @Column({ type: 'date', nullable: true })
  assignedOn: string | null;

  /** The day it was handed in for verification; null when it is not waiting. */
  @Column({ type: 'date', nullable: true })
  submittedOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  submittedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  submittedBy?: Person | null;

  @Column({ type: 'date', nullable: true })
  closedOn: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  /** The status to come back to. */
  @Column({ type: 'text', nullable: true })
  suspendedFrom: TaskStatus | null;

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
