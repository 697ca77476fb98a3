import { addDays, lastDayOfMonth, type Day } from '#language/day';

export const PERIOD_KINDS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A stretch of the civil calendar, first and last day included. */
export interface Period {
  kind: PeriodKind;
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

/** A week runs from Monday to Sunday and belongs to the year of its Thursday (GB/T 7408, ISO 8601). */
function weekOf(day: Day): Period {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const start = addDays(day, -weekday);
  const thursday = addDays(start, 3);
  const year = thursday.slice(0, 4);
  const nth = 1 + Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000));
  return { kind: 'week', start, end: addDays(start, 6), label: `${year}年第${nth}周` };
}
