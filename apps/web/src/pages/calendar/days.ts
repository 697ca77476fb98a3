import dayjs from 'dayjs';
import type { CalendarExceptionView } from '../../api/generated';
import { t } from '../../language/t';

export const WEEKDAYS = [t`一`, t`二`, t`三`, t`四`, t`五`, t`六`, t`日`];
const DAY = 'YYYY-MM-DD';

/** The weeks of a month from Monday to Sunday; null where a day belongs to another month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = dayjs(`${year}-${String(month).padStart(2, '0')}-01`);
  const before = (first.day() + 6) % 7;
  const weeks = Math.ceil((before + first.daysInMonth()) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const date = week * 7 + weekday - before;
      return date < 0 || date >= first.daysInMonth() ? null : first.add(date, 'day').format(DAY);
    }),
  );
}

/** A day in words: 2026年2月14日 星期六，春节，调休上班. */
export function dayInWords(day: string, exception: CalendarExceptionView | undefined): string {
  const at = dayjs(day);
  const weekday = WEEKDAYS[(at.day() + 6) % 7];
  const date = t`${at.format(t`YYYY年M月D日`)} 星期${weekday}`;
  if (!exception) return `${date}，${at.day() % 6 === 0 ? t`休息` : t`上班`}`;
  return `${date}，${exception.name}，${exception.kind === 'holiday' ? t`放假` : t`调休上班`}`;
}

export interface Festival {
  name: string;
  off: string;
  worked: string;
}

/** The year's arrangement as the notice words it, one line for each festival. */
export function festivalsOf(exceptions: readonly CalendarExceptionView[]): Festival[] {
  const names = [...new Set(exceptions.map(({ name }) => name))];
  return names.map((name) => {
    const days = (kind: CalendarExceptionView['kind']) =>
      exceptions.filter((one) => one.name === name && one.kind === kind).map(({ day }) => day);
    return {
      name,
      off: runsOf(days('holiday')).map(inWords).join('、'),
      worked: days('workday').map(withWeekday).join('、'),
    };
  });
}

function runsOf(days: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && dayjs(last.at(-1)).add(1, 'day').format(DAY) === day) last.push(day);
    else runs.push([day]);
  }
  return runs;
}

function inWords(run: readonly string[]): string {
  if (run.length === 1) return withWeekday(run[0]);
  return t`${withWeekday(run[0])}至${withWeekday(run[run.length - 1])}，共 ${run.length} 天`;
}

const withWeekday = (day: string) => t`${dayjs(day).format(t`M月D日`)}（周${WEEKDAYS[(dayjs(day).day() + 6) % 7]}）`;
