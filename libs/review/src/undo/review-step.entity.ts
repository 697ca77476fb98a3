import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Report } from '#reports/report.entity';
import type { ItemTrace } from './item-trace';

export type StepAction = 'accept' | 'reject' | 'change' | 'split' | 'merge' | 'mark';

/** One thing that a person did on the review desk and can take back 撤销. It is deleted when it was taken back. */
@Entity('review_step')
@Index('review_step_newest', ['reportId', 'personId', 'id'])
@Check('review_step_action', `action IN ('accept', 'reject', 'change', 'split', 'merge', 'mark')`)
export class ReviewStep {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column({ type: 'uuid' })
  reportId: string;

  @ManyToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn()
  report?: Report;

  @Column({ type: 'uuid' })
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column({ type: 'text' })
  action: StepAction;

  /** What it was done to, in words. */
  @Column({ type: 'text' })
  title: string;

  /** The items as they were; whole where the step removed them. */
  @Column({ type: 'jsonb' })
  before: ItemTrace[];

  /** What the step left behind. While it still stands so, the step can be taken back. */
  @Column({ type: 'jsonb' })
  after: ItemTrace[];

  /** The changes of a corrected version that spoke of items which the step removed. */
  @Column({ type: 'jsonb', default: [] })
  revisions: { id: string; itemId: string }[];

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
