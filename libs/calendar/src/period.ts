import { addDays, lastDayOfMonth, type Day } from '#language/day';
import type { WorkingCalendar } from './working-calendar';

export const PERIOD_KINDS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
/** What progress reports are written for; 前三季度 is the part of a year up to the end of September. */
export const REPORTED_PERIODS = ['month', 'quarter', 'three-quarters', 'half-year', 'year'] as const;
export type ReportedPeriod = (typeof REPORTED_PERIODS)[number];
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A stretch of the civil calendar, first and last day included. */
export interface Period<Kind = PeriodKind> {
  kind: Kind;
  start: Day;
  end: Day;
  /** 2026年第三季度 */
  label: string;
}

const MONTHS: Record<Exclude<PeriodKind, 'week'>, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

const LABELS: Record<Exclude<PeriodKind, 'week'>, (year: number, nth: number) => string> = {
  month: (year, nth) => `${year}年${nth}月`,
  quarter: (year, nth) => `${year}年第${'一二三四'[nth - 1]}季度`,
  'half-year': (year, nth) => `${year}年${'上下'[nth - 1]}半年`,
  year: (year) => `${year}年`,
};

/** The period of that kind in which `day` lies. */
export function periodOf(day: Day, kind: PeriodKind): Period {
  if (kind === 'week') return weekOf(day);
  const [year, month] = day.split('-').map(Number);
  const months = MONTHS[kind];
  const nth = Math.ceil(month / months);
  const first = String((nth - 1) * months + 1).padStart(2, '0');
  return {
    kind,
    start: `${day.slice(0, 4)}-${first}-01`,
    end: lastDayOfMonth(year, nth * months),
    label: LABELS[kind](year, nth),
  };
}

export function nextPeriod({ kind, end }: Period): Period {
  return periodOf(addDays(end, 1), kind);
}

export function previousPeriod({ kind, start }: Period): Period {
  return periodOf(addDays(start, -1), kind);
}

/** The period that a report written about `day` covers: 前三季度 is that of the year, also when asked for in its last quarter. */
export function reportedPeriodOf(day: Day, kind: ReportedPeriod): Period<ReportedPeriod> {
  if (kind !== 'three-quarters') return { ...periodOf(day, kind), kind };
  const year = day.slice(0, 4);
  return { kind, start: `${year}-01-01`, end: `${year}-09-30`, label: `${Number(year)}年前三季度` };
}

/** What a report looks forward to: as long again, but after 前三季度 the fourth quarter. */
export function periodAhead({ kind, end }: Pick<Period<ReportedPeriod>, 'kind' | 'end'>): Period {
  return periodOf(addDays(end, 1), kind === 'three-quarters' ? 'quarter' : kind);
}

/** The day from which the report of a period is drafted: ten days before its end, or the last working day before that. */
export function draftingDay(end: Day, calendar: Pick<WorkingCalendar, 'previousWorkingDay'>): Day {
  return calendar.previousWorkingDay(addDays(end, -10));
}

/** A week runs from Monday to Sunday and belongs to the year of its Thursday (GB/T 7408, ISO 8601). */
function weekOf(day: Day): Period {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const start = addDays(day, -weekday);
  const thursday = addDays(start, 3);
  const year = thursday.slice(0, 4);
  const nth = 1 + Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000));
  return { kind: 'week', start, end: addDays(start, 6), label: `${year}年第${nth}周` };
}
