import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Unit } from '#organisation/unit.entity';
import { Anchor } from '#reports/anchor.entity';
import { Problem } from './problem.entity';

/** A cause 原因: of one problem, or stated by a report for its problems together until somebody says for which. */
@Entity('cause')
@Index('cause_by_anchor', ['anchorId'])
@Index('cause_by_problem', ['problemId'])
@Check('cause_place', 'anchor_id IS NOT NULL OR problem_id IS NOT NULL')
export class Cause {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  @Column({ type: 'uuid', nullable: true })
  problemId: string | null;

  @ManyToOne(() => Problem, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  problem?: Problem | null;

  @Column({ type: 'uuid', nullable: true })
  anchorId: string | null;

  @ManyToOne(() => Anchor, { nullable: true })
  @JoinColumn()
  anchor?: Anchor | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
