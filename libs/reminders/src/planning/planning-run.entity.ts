import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The planning of one day, when it was complete: days without one are caught up. */
@Entity('planning_run')
export class PlanningRun {
  @PrimaryColumn({ type: 'date' })
  day: string;

  @Column({ type: 'timestamptz' })
  finishedAt: Date;

  /** Tasks that were looked at. */
  @Column({ type: 'integer' })
  considered: number;

  /** Reminders that were put into the ledger. */
  @Column({ type: 'integer' })
  planned: number;
}
