import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { ReportItem } from '../report-item.entity';
import { Report } from '../report.entity';
import type { Change } from './reanchor';

/** pending: a person has to say; applied: the task took the new words, or was dropped with them; kept: it stays as it was. */
export type RevisionDecision = 'pending' | 'applied' | 'kept';

/** What became of one item from one edition of a report to the next. */
@Entity('item_revision')
@Index('item_revision_by_report', ['reportId', 'change'])
@Index('item_revision_by_former_item', ['formerItemId'])
@Index('item_revision_by_item', ['itemId'])
@Check('item_revision_change', `change IN ('same', 'moved', 'changed', 'gone', 'new')`)
@Check('item_revision_decision', `decision IN ('pending', 'applied', 'kept')`)
export class ItemRevision {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** The later edition. */
  @Column({ type: 'uuid' })
  reportId: string;

  @ManyToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn()
  report?: Report;

  /** null: new in this edition. */
  @Column({ type: 'uuid', nullable: true })
  formerItemId: string | null;

  @ManyToOne(() => ReportItem, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  formerItem?: ReportItem | null;

  /** null: gone, or cut or joined on the review desk since. */
  @Column({ type: 'uuid', nullable: true })
  itemId: string | null;

  @ManyToOne(() => ReportItem, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  item?: ReportItem | null;

  @Column({ type: 'text' })
  change: Change;

  /** The words, and the deadline read from them, that were last decided about. */
  @Column({ type: 'text', nullable: true })
  formerText: string | null;

  @Column({ type: 'date', nullable: true })
  formerDueOn: string | null;

  @Column({ type: 'text', nullable: true })
  text: string | null;

  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  /** null: there is nothing to decide. */
  @Column({ type: 'text', nullable: true })
  decision: RevisionDecision | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'uuid', nullable: true })
  decidedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  decidedBy?: Person | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;
}
