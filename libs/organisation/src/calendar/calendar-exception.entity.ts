import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExceptionDay } from '#calendar/working-calendar';

/** A holiday, or a weekend day worked in exchange 调休. */
@Entity('calendar_exception')
@Check('calendar_exception_kind', `kind IN ('holiday', 'workday')`)
export class CalendarException implements ExceptionDay {
  @PrimaryColumn({ type: 'date' })
  day: string;

  @Column({ type: 'text' })
  kind: ExceptionDay['kind'];

  @Column({ type: 'text' })
  name: string;
}
