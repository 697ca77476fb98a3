import { nextPeriod, periodOf, type Period } from '#calendar/period';
import type { Day } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import type { ReportingPeriod } from './task.entity';

/** reported in time; late: made up for later 补报, and stays marked; missing; open: the period is not over yet. */
export type ReportingState = 'reported' | 'late' | 'missing' | 'open';

export interface ReportedPeriod extends Period {
  state: ReportingState;
}

/** A task as far as its duty to report goes. */
export interface Reporting {
  reportEvery: ReportingPeriod | null;
  assignedOn: Day | null;
  closedOn: Day | null;
}

/** Nobody looks further back; a weekly duty of a year has 52. */
const MOST = 60;

/** The periods for which progress had to be reported until `today`, the newest first. */
export function reportedPeriods(
  task: Reporting,
  entries: readonly { periodStart: Day | null; late: boolean }[],
  today: Day,
): ReportedPeriod[] {
  const { reportEvery, assignedOn, closedOn } = task;
  if (reportEvery === null || assignedOn === null) return [];
  const last = closedOn !== null && closedOn < today ? closedOn : today;
  const inTime = new Map<Day | null, boolean>();
  for (const { periodStart, late } of entries) inTime.set(periodStart, inTime.get(periodStart) === true || !late);
  const periods: ReportedPeriod[] = [];
  for (let period = periodOf(assignedOn, reportEvery); period.start <= last; period = nextPeriod(period)) {
    const reported = inTime.get(period.start);
    const state = reported === undefined ? (period.end < last ? 'missing' : 'open') : reported ? 'reported' : 'late';
    periods.push({ ...period, state });
  }
  return periods.slice(-MOST).reverse();
}

/**
 * The period a report of `today` is for, and whether it comes late; the present one unless `periodStart` names another.
 * Throws task.no-such-period for one that is to come, was before the task, or does not begin on that day.
 */
export function periodToReport(
  { reportEvery, assignedOn }: Reporting,
  periodStart: Day | undefined,
  today: Day,
): { periodStart: Day | null; late: boolean } {
  if (reportEvery === null || assignedOn === null) {
    if (periodStart === undefined) return { periodStart: null, late: false };
    throw new DomainError('invalid', 'task.no-such-period', '这项任务没有定期报送的要求，请不要选择报送期间。');
  }
  const period = periodOf(periodStart ?? today, reportEvery);
  const first = periodOf(assignedOn, reportEvery).start;
  if (periodStart !== undefined && (period.start !== periodStart || period.start > today || period.start < first)) {
    throw new DomainError('invalid', 'task.no-such-period', '没有这个报送期间，请从列表中选择已到的期间。');
  }
  return { periodStart: period.start, late: period.end < today };
}
