import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A year of the working calendar; `version` counts the changes to it and to its days. */
@Entity('calendar_year')
export class CalendarYear {
  @PrimaryColumn({ type: 'integer' })
  year: number;

  /** Whether the holidays of the year have been announced and entered. */
  @Column({ type: 'boolean', default: false })
  published: boolean;

  /** The notice it follows. */
  @Column({ type: 'text', nullable: true })
  source: string | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
