import { addDays, type Day } from '#language/day';

/** A day on which the statutory arrangement differs from Monday–Friday: time off, or a weekend day worked in exchange 调休. */
export interface ExceptionDay {
  day: Day;
  kind: 'holiday' | 'workday';
  /** The festival it belongs to: 国庆节. */
  name: string;
}

/** The years that can be edited and whose working days are counted beforehand; other days have no pace. */
export const FIRST_YEAR = 2018;
export const LAST_YEAR = 2050;
export const FIRST_DAY: Day = `${FIRST_YEAR}-01-01`;
export const LAST_DAY: Day = `${LAST_YEAR}-12-31`;
export const inCalendar = (day: Day) => day >= FIRST_DAY && day <= LAST_DAY;

/** Monday to Friday, but for the exceptions. Knows every day; a year without exceptions is one not yet published. */
export class WorkingCalendar {
  private readonly kinds: ReadonlyMap<Day, ExceptionDay['kind']>;
  /** Exceptions that change something, in order, each with the sum of the changes up to it. */
  private readonly turns: readonly { day: Day; sum: number }[];
  private readonly publishedYears: ReadonlySet<number>;

  constructor(exceptions: readonly ExceptionDay[], publishedYears: Iterable<number>) {
    this.kinds = new Map(exceptions.map(({ day, kind }) => [day, kind]));
    let sum = 0;
    this.turns = exceptions
      .filter(({ day, kind }) => isWeekday(day) !== (kind === 'workday'))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .map(({ day, kind }) => ({ day, sum: (sum += kind === 'workday' ? 1 : -1) }));
    this.publishedYears = new Set(publishedYears);
  }

  /** Whether the holidays of the year are known; until then Monday to Friday are taken for working days. */
  published(year: number): boolean {
    return this.publishedYears.has(year);
  }

  isWorkingDay(day: Day): boolean {
    const kind = this.kinds.get(day);
    return kind === undefined ? isWeekday(day) : kind === 'workday';
  }

  /** Working days from FIRST_DAY up to and including `day`. */
  ordinal(day: Day): number {
    return this.count(day) - this.count(addDays(FIRST_DAY, -1));
  }

  /** Working days after `from`, up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number {
    return this.count(to) - this.count(from);
  }

  /** The n-th working day after `day`, before it when `n` is negative; for 0 `day` itself, whatever it is. */
  addWorkingDays(day: Day, n: number): Day {
    const step = n < 0 ? -1 : 1;
    let at = day;
    for (let left = Math.abs(n); left > 0;) {
      at = addDays(at, step);
      if (this.isWorkingDay(at)) left--;
    }
    return at;
  }

  /** `day` itself when it is worked, else the last working day before it: what falls on a holiday is done before the holiday. */
  previousWorkingDay(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, -1);
  }

  /** Working days up to and including `day`, counted from some fixed day in the past. */
  private count(day: Day): number {
    let from = 0;
    for (let to = this.turns.length; from < to;) {
      const middle = (from + to) >> 1;
      if (this.turns[middle].day <= day) from = middle + 1;
      else to = middle;
    }
    return weekdaysUpTo(day) + (from === 0 ? 0 : this.turns[from - 1].sum);
  }
}

/** Days since Monday, 1969-12-29. */
const daysSinceMonday = (day: Day) => Date.parse(day) / 86_400_000 + 3;

function weekdaysUpTo(day: Day): number {
  const days = daysSinceMonday(day);
  const weeks = Math.floor(days / 7);
  return 5 * weeks + Math.min(days - 7 * weeks + 1, 5);
}

function isWeekday(day: Day): boolean {
  const days = daysSinceMonday(day);
  return days - 7 * Math.floor(days / 7) < 5;
}
