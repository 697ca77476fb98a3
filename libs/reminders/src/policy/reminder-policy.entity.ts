import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { Unit } from '#organisation/unit.entity';
import { Task, type ReportingPeriod, type TaskKind } from '#tasks/task.entity';
import type { LadderRung } from './reminder-points';

/** 提醒规则 of a unit and those below it, of one kind of task there, or of a single task. Null: as said further up. */
@Entity('reminder_policy')
@Index('reminder_policy_one', { synchronize: false })
@Index('reminder_policy_by_task', ['taskId'], { where: 'task_id IS NOT NULL' })
@Check('reminder_policy_scope', `(task_id IS NULL) <> (unit_id IS NULL) AND (task_kind IS NULL OR unit_id IS NOT NULL)`)
@Check('reminder_policy_kind', `task_kind IN ('commitment', 'measure', 'duty', 'occurrence', 'urgent')`)
@Check('reminder_policy_overdue', `overdue_every BETWEEN 0 AND 60`)
@Check('reminder_policy_waiting', `accept_within BETWEEN 0 AND 60 AND verify_within BETWEEN 0 AND 60`)
export class ReminderPolicy {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', nullable: true })
  unitId: string | null;

  @ManyToOne(() => Unit, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  unit?: Unit | null;

  @Column({ type: 'text', nullable: true })
  taskKind: TaskKind | null;

  @Column({ type: 'uuid', nullable: true })
  taskId: string | null;

  @ManyToOne(() => Task, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task | null;

  @Column({ type: 'integer', array: true, nullable: true })
  before: number[] | null;

  @Column({ type: 'boolean', nullable: true })
  onDay: boolean | null;

  @Column({ type: 'integer', nullable: true })
  overdueEvery: number | null;

  @Column({ type: 'text', array: true, nullable: true })
  requests: ReportingPeriod[] | null;

  @Column({ type: 'integer', nullable: true })
  acceptWithin: number | null;

  @Column({ type: 'integer', nullable: true })
  verifyWithin: number | null;

  @Column({ type: 'jsonb', nullable: true })
  ladder: LadderRung[] | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
