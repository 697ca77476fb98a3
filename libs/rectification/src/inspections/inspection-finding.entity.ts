import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Problem } from '../problem.entity';
import { InspectionCheck } from './inspection-check.entity';

/** What a check found 检查发现: a problem once a supervisor has confirmed it. */
@Entity('inspection_finding')
@Index('inspection_finding_by_check', ['checkId', 'createdAt'])
@Index('inspection_finding_problem', ['problemId'], { unique: true })
@Check('inspection_finding_status', `status IN ('recorded', 'confirmed', 'rejected')`)
@Check('inspection_finding_decided', `(status = 'recorded') = (decided_by_id IS NULL)`)
@Check('inspection_finding_reason', `status <> 'rejected' OR reason IS NOT NULL`)
export class InspectionFinding {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  checkId: string;

  @ManyToOne(() => InspectionCheck, { onDelete: 'CASCADE' })
  @JoinColumn()
  check?: InspectionCheck;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text', nullable: true })
  category: string | null;

  /** The deadline that the inspectors suggest 建议整改时限. */
  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'text', default: 'recorded' })
  status: 'recorded' | 'confirmed' | 'rejected';

  /** Why it was rejected. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'uuid', nullable: true })
  problemId: string | null;

  @ManyToOne(() => Problem, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  problem?: Problem | null;

  @Column({ type: 'uuid' })
  recordedById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  recordedBy?: Person;

  @Column({ type: 'uuid', nullable: true })
  decidedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  decidedBy?: Person | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
