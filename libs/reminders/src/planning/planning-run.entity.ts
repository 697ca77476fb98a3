import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The planning of one day, when it was complete: days without one are caught up. */
@Entity('planning_run')
export class PlanningRun {
  @PrimaryColumn({ type: 'date' })
  day: string;

  /** When the newest planning of the day began to read: what was changed before is in the ledger. */
  @Column({ type: 'timestamptz' })
  startedAt: Date;

  @Column({ type: 'timestamptz' })
  finishedAt: Date;

  /** Tasks that were looked at. */
  @Column({ type: 'integer' })
  considered: number;

  /** Reminders that were put into the ledger. */
  @Column({ type: 'integer' })
  planned: number;

  /** The state of policies, organisation and calendar that it was planned by; another one asks for planning wholly anew. */
  @Column({ type: 'text' })
  basis: string;

  /** Years in which Monday to Friday were taken for working days, because their holidays are not published yet. */
  @Column({ type: 'integer', array: true, default: '{}' })
  unpublishedYears: number[];
}
