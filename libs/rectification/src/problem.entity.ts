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
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import { Anchor } from '#reports/anchor.entity';
import type { ProblemOrigin } from './problem-origin';
import type { ProblemStatus } from './problem-status';

/** A shortcoming to be put right 问题. Its measures 措施 are tasks. */
@Entity('problem')
@Unique(['code'])
@Index('problem_by_unit', ['unitId', 'raisedOn', 'category', 'status'])
@Index('problem_by_anchor', ['anchorId'])
@Index('problem_by_person', ['personId'])
@Index('problem_by_leader', ['leaderId'])
@Index('problem_newest', { synchronize: false })
@Index('problem_by_due_day', { synchronize: false })
@Index('problem_trigrams', { synchronize: false })
@Check('problem_origin', `origin IN ('report', 'inspection', 'audit', 'hand')`)
@Check('problem_status', `status IN ('open', 'rectified', 'closed', 'reopened', 'withdrawn')`)
@Check('problem_closed', `(status = 'closed') = (closed_on IS NOT NULL)`)
@Check('problem_look_back_months', 'look_back_months BETWEEN 1 AND 60')
export class Problem {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** For people to quote: W2026-00004. */
  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text', default: 'open' })
  status: ProblemStatus;

  @Column({ type: 'text', default: 'hand' })
  origin: ProblemOrigin;

  /** 问题类别 */
  @Column({ type: 'text', nullable: true })
  category: string | null;

  /** The unit that has to put it right 整改单位. */
  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  /** 责任人 */
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  person?: Person | null;

  /** The leader hooked to it 挂钩领导. */
  @Column({ type: 'uuid', nullable: true })
  leaderId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  leader?: Person | null;

  /** The kind of responsibility 责任类别: 主体责任, 监管责任 … */
  @Column({ type: 'text', nullable: true })
  duty: string | null;

  /** Who raised it 提出方: a person, a unit or an inspection, in words. */
  @Column({ type: 'text', nullable: true })
  raisedBy: string | null;

  @Column({ type: 'date' })
  raisedOn: string;

  /** 整改时限: a calendar day in the organisation's zone. */
  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  anchorId: string | null;

  @ManyToOne(() => Anchor, { nullable: true })
  @JoinColumn()
  anchor?: Anchor | null;

  /** What has become of it 整改结果, as its unit reports. */
  @Column({ type: 'text', nullable: true })
  result: string | null;

  @Column({ type: 'date', nullable: true })
  rectifiedOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  rectifiedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  rectifiedBy?: Person | null;

  /** 答复时限: until when those who still had doubts must be answered; null when nobody waits for an answer. */
  @Column({ type: 'date', nullable: true })
  replyDueOn: string | null;

  /** What proves it 销号依据. */
  @Column({ type: 'text', nullable: true })
  evidence: string | null;

  /** 销号意见 */
  @Column({ type: 'text', nullable: true })
  closeNote: string | null;

  @Column({ type: 'date', nullable: true })
  closedOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  closedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  closedBy?: Person | null;

  /** Months from close-out to the look-back 回头看. Null: as the policy of its unit has it. */
  @Column({ type: 'integer', nullable: true })
  lookBackMonths: number | null;

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
