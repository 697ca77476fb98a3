import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inCalendar } from '#calendar/working-calendar';
import { isDay } from '#language/day';
import { DomainError } from '#platform/domain-error';
import type { Actor } from '../actor';
import { readCalendarFile } from './calendar-file';
import { exceptionsIn, mustMaintain, replaceYear, unknownYear, yearView, type YearState } from './calendar-store';
import { CalendarYear } from './calendar-year.entity';
import type { ChangeCalendarDay, ChangeCalendarYear, ImportCalendar } from './calendar.dto';
import type { CalendarImport, CalendarYearState, CalendarYearView } from './calendar.view';
import { faultOf } from './exception-rules';
import { WorkingTime } from './working-time';

/** The working calendar 工作日历. Everybody reads it; administrators of the top unit change it. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly db: DataSource,
    private readonly time: WorkingTime,
  ) {}

  years(): Promise<CalendarYearState[]> {
    return this.db.manager.find(CalendarYear, { select: { year: true, published: true }, order: { year: 'ASC' } });
  }

  year(actor: Actor, year: number): Promise<CalendarYearView> {
    return yearView(this.db.manager, actor, year);
  }

  changeYear(actor: Actor, year: number, { version, published, source }: ChangeCalendarYear) {
    return this.replace(actor, year, version, 'publish', (stored) => ({
      ...stored,
      published,
      source: source === undefined ? stored.source : source || null,
    }));
  }

  /** Throws calendar.needless-workday for a weekday that is to be worked in exchange. */
  changeDay(actor: Actor, day: string, { version, kind, name = '' }: ChangeCalendarDay) {
    if (!isDay(day) || !inCalendar(day)) throw unknownYear();
    const given = kind === 'usual' ? null : { day, kind, name };
    const fault = given && faultOf(given);
    if (fault) throw new DomainError('invalid', 'calendar.needless-workday', fault);
    return this.replace(actor, Number(day.slice(0, 4)), version, 'change', (stored) => ({
      ...stored,
      exceptions: [...stored.exceptions.filter((one) => one.day !== day), ...(given ? [given] : [])],
    }));
  }

  /** What the file says and everything that is wrong with it. Throws organisation.file-* and calendar.no-table. */
  async preview(actor: Actor, bytes: Buffer, { year }: ImportCalendar): Promise<CalendarImport> {
    await mustMaintain(this.db.manager, actor);
    return this.compare(bytes, year);
  }

  /** Replaces the days of the year by the file's and marks it published. Throws calendar.import-errors with every wrong row. */
  async apply(actor: Actor, bytes: Buffer, { year, source }: ImportCalendar): Promise<CalendarImport> {
    await mustMaintain(this.db.manager, actor);
    const found = await this.compare(bytes, year);
    if (found.errors.length > 0) {
      const message = `表格中有 ${found.errors.length} 处错误，没有导入任何内容。请按提示改正后重新导入。`;
      throw new DomainError('invalid', 'calendar.import-errors', message, found.errors);
    }
    await this.replace(actor, year, undefined, 'import', (stored) => ({
      published: true,
      source: source || stored.source,
      exceptions: found.exceptions,
    }));
    return found;
  }

  private async compare(bytes: Buffer, year: number): Promise<CalendarImport> {
    const { exceptions, errors } = readCalendarFile(bytes, year);
    const stored = new Map((await exceptionsIn(this.db.manager, year)).map((one) => [one.day, one]));
    const kept = exceptions.filter(({ day }) => stored.has(day));
    const changed = kept.filter(({ day, kind, name }) => {
      const before = stored.get(day);
      return before?.kind !== kind || before.name !== name;
    });
    return {
      ...{ year, exceptions, errors },
      added: exceptions.length - kept.length,
      changed: changed.length,
      removed: stored.size - kept.length,
    };
  }

  private async replace(
    actor: Actor,
    year: number,
    version: number | undefined,
    action: string,
    next: (stored: YearState) => YearState,
  ): Promise<CalendarYearView> {
    const view = await this.db.transaction(async (tx) => {
      await replaceYear(tx, actor, year, version, action, next);
      return yearView(tx, actor, year);
    });
    this.time.forget();
    return view;
  }
}
