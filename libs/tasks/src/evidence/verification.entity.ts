import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Task } from '../task.entity';

export type VerificationOutcome = 'passed' | 'rejected';

/** What lay before whoever verified. */
export interface Seen {
  /** Ids of the reports of progress. */
  progress: string[];
  attachments: { id: string; sha256: string }[];
}

/** One look at whether the work was done 核实. */
@Entity('verification')
@Unique(['taskId', 'round'])
@Check('verification_outcome', `outcome IN ('passed', 'rejected')`)
export class Verification {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task;

  /** From 1 on. */
  @Column({ type: 'integer' })
  round: number;

  @Column({ type: 'uuid' })
  verifiedById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  verifiedBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'text' })
  outcome: VerificationOutcome;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'jsonb' })
  seen: Seen;
}
