import { nextPeriod, periodOf, type Period } from '#calendar/period';
import type { Day } from '#platform/clock';
import type { OccurrencePeriod } from './task.entity';

/** A recurring duty as far as its occurrences go. */
export interface Duty {
  occursEvery: OccurrencePeriod;
  assignedOn: Day;
  /** The last day of the duty itself; null for one that goes on 长期坚持. */
  dueOn: Day | null;
  /** The first day of the newest period that has its occurrence. */
  lastPeriod: Day | null;
}

/** An outage of any length is caught up, but a wrong date of years ago does not make hundreds of tasks. */
const MOST = 60;

/** The periods until `today` that still lack their occurrence, the oldest first. */
export function missingPeriods({ occursEvery, assignedOn, dueOn, lastPeriod }: Duty, today: Day): Period[] {
  const last = dueOn !== null && dueOn < today ? dueOn : today;
  const periods: Period[] = [];
  let period = periodOf(lastPeriod ?? assignedOn, occursEvery);
  if (lastPeriod !== null) period = nextPeriod(period);
  for (; period.start <= last; period = nextPeriod(period)) periods.push(period);
  return periods.slice(-MOST);
}

const WORDS: [RegExp, OccurrencePeriod][] = [
  [/每半年|半年一/, 'half-year'],
  [/每个?季|逐季|按季|季度(?:一次|开展|通报)/, 'quarter'],
  [/每个?月|逐月|按月|月度/, 'month'],
  [/每(?:个?星期|周)|逐周|按周/, 'week'],
  [/每年|逐年|按年|年度/, 'year'],
];

/** How often, as the words of a report say it (“每月”, “每季度”); null for what is no period of ours (“每天”, “每10天”). */
export function periodInWords(words: string | null): OccurrencePeriod | null {
  if (words === null) return null;
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
