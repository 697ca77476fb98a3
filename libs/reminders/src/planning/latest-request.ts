import { periodOf, previousPeriod, type Period } from '#calendar/period';
import type { WorkingCalendar } from '#calendar/working-calendar';
import { addDays } from '#language/day';
import type { Day } from '#platform/clock';
import { REPORTING_PERIODS, type ReportingPeriod } from '#tasks/task.entity';
import type { ReminderPoints } from '../policy/reminder-points';
import type { PlannedTask } from './planned-task';

/** Quarters are reported on when so many days are left. */
const BEFORE_QUARTER_END = 10;

/** The day on which progress in the period is asked for; null for a week without working days. */
export function requestDay({ kind, start, end }: Period, calendar: WorkingCalendar): Day | null {
  const asked =
    kind === 'month' ? `${start.slice(0, 8)}25` : kind === 'quarter' ? addDays(end, -BEFORE_QUARTER_END) : end;
  const on = calendar.previousWorkingDay(asked);
  return on < start ? null : on;
}

/** The newest period of that kind for which progress has been asked for by `today`. */
export function askedPeriod(kind: ReportingPeriod, calendar: WorkingCalendar, today: Day) {
  const present = periodOf(today, kind);
  for (const period of [present, previousPeriod(present)]) {
    const on = requestDay(period, calendar);
    if (on !== null && on <= today) return { period: { ...period, kind }, on, over: period !== present };
  }
  return null;
}

/**
 * Asks for progress in a period in which none was reported. Whoever has a duty to report is asked by its own periods, and
 * also when the period is over, for then it has to be made up for; the others by the shortest of the policy's. The
 * occurrences of a recurring duty are asked about, not the duty.
 */
export function latestRequest(task: PlannedTask, { requests }: ReminderPoints, calendar: WorkingCalendar, today: Day) {
  const kind = task.reportEvery ?? REPORTING_PERIODS.find((one) => requests.includes(one));
  if (requests.length === 0 || kind === undefined || task.kind === 'duty') return [];
  const asked = askedPeriod(kind, calendar, today);
  if (asked === null) return [];
  const { start } = asked.period;
  const reported =
    task.reportEvery === null
      ? asked.over || (task.reportedOn !== null && task.reportedOn >= start)
      : task.reportedPeriods.includes(start);
  return reported ? [] : [{ rule: `request-${start}`, on: asked.on, to: 'responsible' as const }];
}
