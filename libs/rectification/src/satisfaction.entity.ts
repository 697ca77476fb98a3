import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Problem } from './problem.entity';

/** What those who raised a problem, or live with it, say of its rectification 满意度. */
@Entity('satisfaction')
@Index('satisfaction_by_problem', ['problemId', 'createdAt'])
@Check(
  'satisfaction_counts',
  'satisfied >= 0 AND basically >= 0 AND dissatisfied >= 0 AND satisfied + basically + dissatisfied > 0',
)
@Check('satisfaction_reply', '(dissatisfied > 0 OR doubts IS NOT NULL) = (reply_due_on IS NOT NULL)')
export class Satisfaction {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  problemId: string;

  @ManyToOne(() => Problem, { onDelete: 'CASCADE' })
  @JoinColumn()
  problem?: Problem;

  @Column({ type: 'date' })
  askedOn: string;

  /** Who was asked, in words. */
  @Column({ type: 'text' })
  asked: string;

  /** People who said 满意. */
  @Column({ type: 'integer' })
  satisfied: number;

  /** 基本满意 */
  @Column({ type: 'integer' })
  basically: number;

  /** 不满意 */
  @Column({ type: 'integer' })
  dissatisfied: number;

  /** Doubts that remain 仍有疑问. */
  @Column({ type: 'text', nullable: true })
  doubts: string | null;

  @Column({ type: 'text', nullable: true })
  remark: string | null;

  /** Until when the unit must answer those who were not satisfied 答复时限. */
  @Column({ type: 'date', nullable: true })
  replyDueOn: string | null;

  @Column({ type: 'uuid' })
  recordedById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  recordedBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
