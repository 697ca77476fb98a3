import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ReportItem } from './report-item.entity';
import { Report } from './report.entity';

/** The place in a source report that a task, problem or cause comes from 原文出处. */
@Entity('anchor')
@Index('anchor_by_report', ['reportId'])
@Unique(['itemId'])
export class Anchor {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  reportId: string;

  @ManyToOne(() => Report)
  @JoinColumn()
  report?: Report;

  /** The accepted item of the review desk. */
  @Column({ type: 'uuid', nullable: true })
  itemId: string | null;

  @ManyToOne(() => ReportItem, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  item?: ReportItem | null;

  @Column({ type: 'text' })
  sectionKey: string;

  @Column({ type: 'text', array: true })
  sectionPath: string[];

  /** The words themselves: `report.text.slice(startOffset, endOffset)`. */
  @Column({ type: 'text' })
  quote: string;

  @Column({ type: 'integer' })
  startOffset: number;

  @Column({ type: 'integer' })
  endOffset: number;
}
