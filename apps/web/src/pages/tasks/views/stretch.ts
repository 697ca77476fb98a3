import dayjs from 'dayjs';
import { t } from '../../../language/t';

/** Calendar days, `YYYY-MM-DD`; the last one belongs to it. */
export interface Stretch {
  from: string;
  to: string;
}

export type Span = 'week' | 'month' | 'quarter' | 'year';

const DAY = 'YYYY-MM-DD';
const MONTHS: Record<Exclude<Span, 'week'>, number> = { month: 1, quarter: 3, year: 12 };

/** Days from the first to the second. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The day `days` later. */
export const plusDays = (day: string, days: number): string => dayjs(day).add(days, 'day').format(DAY);

const monday = (day: string) => plusDays(day, -((dayjs(day).day() + 6) % 7));

/** The week (from Monday), month, quarter or year that `day` lies in. */
export function stretchOf(day: string, span: Span): Stretch {
  if (span === 'week') return { from: monday(day), to: plusDays(monday(day), 6) };
  const at = dayjs(day);
  const first = at.month() - (at.month() % MONTHS[span]);
  const from = at.month(first).startOf('month');
  return {
    from: from.format(DAY),
    to: from
      .add(MONTHS[span] - 1, 'month')
      .endOf('month')
      .format(DAY),
  };
}

/** The same place `steps` weeks, months, quarters or years on; it stays within a shorter month. */
export function stepped(day: string, span: Span, steps: number): string {
  if (span === 'week') return plusDays(day, 7 * steps);
  return dayjs(day)
    .add(MONTHS[span] * steps, 'month')
    .format(DAY);
}

/** A stretch in words: 2026年6月, 2026年第二季度, 2026年, 2026年6月1日至7日. */
export function stretchWords(day: string, span: Span): string {
  const { from, to } = stretchOf(day, span);
  const at = dayjs(from);
  if (span === 'year') return at.format(t`YYYY年`);
  if (span === 'quarter') return t`${at.year()}年第${t`一二三四`.charAt(at.month() / 3)}季度`;
  if (span === 'month') return at.format(t`YYYY年M月`);
  const end = dayjs(to);
  const same = end.month() === at.month();
  const far = end.year() === at.year() ? t`M月D日` : t`YYYY年M月D日`;
  return t`${at.format(t`YYYY年M月D日`)}至${end.format(same ? t`D日` : far)}`;
}

/** Whole weeks from Monday to Sunday that hold the stretch. */
export function weekRows({ from, to }: Stretch): string[][] {
  const first = monday(from);
  const weeks = Math.floor(daysBetween(first, to) / 7) + 1;
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => plusDays(first, week * 7 + weekday)),
  );
}
