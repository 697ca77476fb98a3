/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

/** The day of a date that exists, else null: 2月30日 is no day. `month` and `date` count from 1. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null;
  return `${year}-${pad(month)}-${pad(date)}`;
}

export function lastDayOfMonth(year: number, month: number): Day {
  return `${year}-${pad(month)}-${pad(daysIn(year, month))}`;
}

/** The last day of a quarter, `quarter` from 1 to 4. */
export function lastDayOfQuarter(year: number, quarter: number): Day {
  return lastDayOfMonth(year, quarter * 3);
}

export function lastDayOfYear(year: number): Day {
  return `${year}-12-31`;
}

const DAY = 24 * 60 * 60 * 1000;

/** The day `count` days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

/** The same date `count` months later, or the last day of that month where it has no such date; half months count 15 days. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number);
  const whole = Math.floor(count);
  const months = year * 12 + month - 1 + whole;
  const target = lastDayOfMonth(Math.floor(months / 12), (months % 12) + 1);
  const moved = date < Number(target.slice(8)) ? `${target.slice(0, 8)}${pad(date)}` : target;
  return count === whole ? moved : addDays(moved, 15);
}

/** The day `count` Mondays to Fridays later. */
export function addWeekdays(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return at;
}

export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
