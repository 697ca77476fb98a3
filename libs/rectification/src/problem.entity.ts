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

export type ProblemStatus = 'open' | 'closed';

/** A shortcoming to be put right 问题. Its measures 措施 are tasks. */
@Entity('problem')
@Unique(['code'])
@Index('problem_by_unit', ['unitId'])
@Index('problem_by_anchor', ['anchorId'])
@Index('problem_newest', { synchronize: false })
@Check('problem_status', `status IN ('open', 'closed')`)
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

  /** The unit that has to put it right. */
  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  @Column({ type: 'uuid', nullable: true })
  anchorId: string | null;

  @ManyToOne(() => Anchor, { nullable: true })
  @JoinColumn()
  anchor?: Anchor | null;

  @Column({ type: 'uuid' })
  createdById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  createdBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
