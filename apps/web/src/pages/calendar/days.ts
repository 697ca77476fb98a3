import dayjs from 'dayjs';
import type { CalendarExceptionView } from '../../api/generated';

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
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
  const date = `${at.format('YYYY年M月D日')} 星期${weekday}`;
  if (!exception) return `${date}，${at.day() % 6 === 0 ? '休息' : '上班'}`;
  return `${date}，${exception.name}，${exception.kind === 'holiday' ? '放假' : '调休上班'}`;
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
  return `${withWeekday(run[0])}至${withWeekday(run[run.length - 1])}，共 ${run.length} 天`;
}

const withWeekday = (day: string) => `${dayjs(day).format('M月D日')}（周${WEEKDAYS[(dayjs(day).day() + 6) % 7]}）`;
