import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendar } from '#calendar/working-calendar';
import { Clock, type Day } from '#platform/clock';
import { CalendarException } from './calendar-exception.entity';
import { CalendarYear } from './calendar-year.entity';

/** A moment, with the calendar that tells which days are worked. */
export interface AsOf {
  today: Day;
  now: Date;
  calendar: WorkingCalendar;
}

/** Milliseconds for which the calendar is not compared with the database: how long another process's edit may go unseen. */
const TRUSTED = 1000;

/** The present moment on the working calendar, which each process keeps in memory. */
@Injectable()
export class WorkingTime {
  private known: { revision: string | null; calendar: WorkingCalendar } | undefined;
  private comparedAt = -Infinity;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async asOf(): Promise<AsOf> {
    return { today: this.clock.today(), now: this.clock.now(), calendar: await this.calendar() };
  }

  /** To be called when the calendar has been changed. */
  forget(): void {
    this.comparedAt = -Infinity;
  }

  private async calendar(): Promise<WorkingCalendar> {
    if (this.known && performance.now() - this.comparedAt < TRUSTED) return this.known.calendar;
    const comparedAt = performance.now();
    // Every change adds one to the version of its year. Read before the days: a change in between is seen the next time.
    const [{ revision }] = await this.db.query<{ revision: string | null }[]>(
      'SELECT sum(version) AS revision FROM calendar_year',
    );
    if (this.known?.revision !== revision) this.known = { revision, calendar: await this.read() };
    this.comparedAt = comparedAt;
    return this.known.calendar;
  }

  private async read(): Promise<WorkingCalendar> {
    const exceptions = await this.db.manager.find(CalendarException);
    const published = await this.db.manager.findBy(CalendarYear, { published: true });
    return new WorkingCalendar(
      exceptions,
      published.map(({ year }) => year),
    );
  }
}
