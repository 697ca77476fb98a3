import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Problem } from './problem.entity';

export const LOOK_BACK_RESULTS = ['held', 'relapsed'] as const;
/** held 未反弹 · relapsed 反弹 */
export type LookBackResult = (typeof LOOK_BACK_RESULTS)[number];

/** A look at a closed problem some months later 回头看: whether what was put right has held. */
@Entity('look_back')
@Index('look_back_by_problem', ['problemId', 'dueOn'])
@Index('look_back_waiting', { synchronize: false })
@Index('look_back_by_due_day', { synchronize: false })
@Check('look_back_result', `result IN ('held', 'relapsed')`)
@Check('look_back_done', '(done_on IS NULL) = (result IS NULL) AND (done_on IS NULL) = (done_by_id IS NULL)')
export class LookBack {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  problemId: string;

  @ManyToOne(() => Problem, { onDelete: 'CASCADE' })
  @JoinColumn()
  problem?: Problem;

  @Column({ type: 'date' })
  dueOn: string;

  @Column({ type: 'date', nullable: true })
  doneOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  doneById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  doneBy?: Person | null;

  @Column({ type: 'text', nullable: true })
  result: LookBackResult | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
