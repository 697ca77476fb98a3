import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many working days there are up to and including a day, so that SQL can tell elapsed working time. */
@Entity('working_day')
export class WorkingDay {
  @PrimaryColumn({ type: 'date' })
  day: string;

  @Column({ type: 'integer' })
  ordinal: number;
}
