import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Summary } from './summary.entity';

/** A task or problem behind a summary, as it was. */
@Entity('summary_row')
@Check('summary_row_subject', `subject IN ('task', 'problem')`)
export class SummaryRow {
  @PrimaryColumn({ type: 'uuid' })
  summaryId: string;

  @ManyToOne(() => Summary, { onDelete: 'CASCADE' })
  @JoinColumn()
  summary?: Summary;

  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  subject: 'task' | 'problem';

  @Column({ type: 'uuid' })
  subjectId: string;

  /** The counts that it belongs to. */
  @Column({ type: 'text', array: true })
  counts: string[];

  /** Canonical JSON: kept as text, byte for byte. */
  @Column({ type: 'text' })
  data: string;
}
