import { Between, type EntityManager } from 'typeorm';
import { FIRST_YEAR, LAST_YEAR, WorkingCalendar, type ExceptionDay } from '#calendar/working-calendar';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import type { Change } from '#platform/history.entity';
import type { Actor } from '../actor';
import { CalendarException } from './calendar-exception.entity';
import { CalendarYear } from './calendar-year.entity';
import type { CalendarYearView } from './calendar.view';

/** History wants a UUID for its subject; a year of the calendar has its number in the last place. */
export const calendarSubject = (year: number) => `00000000-0000-4000-8000-${String(year).padStart(12, '0')}`;

/** The calendar is the whole organisation's: whoever administers the top unit may change it. */
export async function maintains(db: EntityManager, actor: Actor): Promise<boolean> {
  const tops = await db.query<{ id: string }[]>('SELECT id FROM unit WHERE parent_id IS NULL');
  return tops.some(({ id }) => actor.covers('calendar.manage', id));
}

export async function mustMaintain(db: EntityManager, actor: Actor): Promise<void> {
  if (await maintains(db, actor)) return;
  const message = '工作日历由最高一级单位的管理员维护，您可以查看，不能修改。';
  throw new DomainError('forbidden', 'calendar.not-yours', message);
}

export async function exceptionsIn(db: EntityManager, year: number): Promise<ExceptionDay[]> {
  const rows = await db.find(CalendarException, {
    where: { day: Between(`${year}-01-01`, `${year}-12-31`) },
    order: { day: 'ASC' },
  });
  return rows.map(({ day, kind, name }) => ({ day, kind, name }));
}

async function storedYear(db: EntityManager, year: number): Promise<CalendarYear> {
  const row = year >= FIRST_YEAR && year <= LAST_YEAR ? await db.findOneBy(CalendarYear, { year }) : null;
  if (!row) throw unknownYear();
  return row;
}

/** Throws calendar.unknown for a year that the calendar does not have. */
export async function yearView(db: EntityManager, actor: Actor, year: number): Promise<CalendarYearView> {
  const stored = await storedYear(db, year);
  const exceptions = await exceptionsIn(db, year);
  const calendar = new WorkingCalendar(exceptions, []);
  return {
    ...stored,
    workingDays: calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`),
    exceptions,
    editable: await maintains(db, actor),
  };
}

/**
 * Puts a year to `next` in the transaction given, with its history and the working days counted anew.
 * `version` is the one that was seen; left out, the year is replaced whatever it is.
 * Throws calendar.not-yours, calendar.unknown or calendar.changed.
 */
export async function replaceYear(
  tx: EntityManager,
  actor: Actor,
  year: number,
  version: number | undefined,
  action: string,
  next: (stored: YearState) => YearState,
): Promise<void> {
  // Two changes at once would each count the working days without the other's.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('calendar', 0))`);
  await mustMaintain(tx, actor);
  const row = await storedYear(tx, year);
  if (version !== undefined && row.version !== version) throw changedMeanwhile('calendar', '工作日历');
  const before = { published: row.published, source: row.source, exceptions: await exceptionsIn(tx, year) };
  const after = next(before);
  const changes = changesOf(before, after);
  if (changes.length === 0) return;
  await tx.delete(CalendarException, { day: Between(`${year}-01-01`, `${year}-12-31`) });
  await tx.insert(CalendarException, after.exceptions);
  await tx.update(CalendarYear, { year }, { published: after.published, source: after.source });
  await tx.query('SELECT count_working_days()');
  await record(tx, actor, { subject: 'calendar', subjectId: calendarSubject(year), action, changes });
}

export interface YearState {
  published: boolean;
  source: string | null;
  exceptions: ExceptionDay[];
}

function changesOf(before: YearState, after: YearState): Change[] {
  const facts = ({ published, source, exceptions }: YearState) =>
    new Map<string, string | null>([
      ['published', published ? '已公布' : '未公布'],
      ['source', source],
      ...exceptions.map(({ day, kind, name }) => [day, `${name}${kind === 'holiday' ? '放假' : '调休上班'}`] as const),
    ]);
  const [old, now] = [facts(before), facts(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, from: old.get(field) ?? null, to: now.get(field) ?? null }))
    .filter(({ from, to }) => from !== to);
}

export const unknownYear = () =>
  new DomainError('unknown', 'calendar.unknown', '工作日历里没有这一天或这一年，请检查日期。');
