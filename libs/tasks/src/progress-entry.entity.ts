import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { ExternalLink } from './responsibility/external-link.entity';
import { Task } from './task.entity';

/** One report of progress 进展: how far, and what was done. */
@Entity('progress_entry')
@Index('progress_entry_by_task', ['taskId', 'at'])
@Check('progress_entry_author', 'num_nonnulls(person_id, link_id) = 1')
@Check('progress_entry_percent', 'percent BETWEEN 0 AND 100')
export class ProgressEntry {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  /** Null when an external body reported through its link. */
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  person?: Person | null;

  @Column({ type: 'uuid', nullable: true })
  linkId: string | null;

  @ManyToOne(() => ExternalLink, { nullable: true })
  @JoinColumn()
  link?: Relation<ExternalLink> | null;

  /** The name of the absent person or the external body for whom it was reported. */
  @Column({ type: 'text', nullable: true })
  onBehalfOf: string | null;

  @Column({ type: 'integer' })
  percent: number;

  @Column({ type: 'text' })
  narrative: string;

  /** The first day of the period it reports for, where there is a duty to report. */
  @Column({ type: 'date', nullable: true })
  periodStart: string | null;

  /** 补报: reported after the period's last day for it; stays so for ever. */
  @Column({ type: 'boolean', default: false })
  late: boolean;

  /** Told by a ledger that was taken over: whoever imported it did not do the work. */
  @Column({ type: 'boolean', default: false })
  fromLedger: boolean;
}
