import type { WorkingCalendar } from '#calendar/working-calendar';
import type { Day } from '#platform/clock';
import type { ReminderPoints } from '../policy/reminder-points';
import { aboutDay } from '../rules';
import type { Audience } from './audience';
import { latestRequest } from './latest-request';
import { firedRungs } from './ladder';
import type { PlannedTask } from './planned-task';

/** A rule that has fired for a task, be it today or on an earlier day on which nothing ran. */
export interface Firing {
  rule: string;
  dueOn: Day;
  /** The day it fired. */
  on: Day;
  to: Audience;
}

const UNDER_WAY: readonly string[] = ['assigned', 'accepted', 'in-progress'];

/** What has fired for the task by `today`: of each kind the latest, of the ladder every rung that was reached. */
export function firings(
  task: PlannedTask,
  points: ReminderPoints,
  calendar: WorkingCalendar,
  today: Day,
): Omit<Firing, 'dueOn'>[] {
  const { status, assignedOn, submittedOn } = task;
  if (assignedOn === null) return [];
  if (status === 'submitted') {
    return waited('verify', submittedOn, points.verifyWithin, 'supervisors', calendar, today);
  }
  if (!UNDER_WAY.includes(status)) return [];
  return [
    { rule: task.kind === 'urgent' ? 'urgent' : 'assigned', on: assignedOn, to: 'responsible' as const },
    ...deadline(task, points, calendar, today),
    ...(status === 'assigned'
      ? waited('accept', assignedOn, points.acceptWithin, 'responsible', calendar, today)
      : latestRequest(task, points, calendar, today)),
    ...firedRungs(task, points, calendar, today),
    // What falls on the day of the assignment or before it is told by the assignment.
  ].filter(({ on, rule }) => on > assignedOn || rule === 'assigned' || rule === 'urgent');
}

/**
 * The latest of before-N, due and overdue-N. A deadline on a holiday is met on the last working day before it, from which
 * the days before are counted back; the days after are working days past the deadline itself.
 */
function deadline({ dueOn }: PlannedTask, points: ReminderPoints, calendar: WorkingCalendar, today: Day) {
  if (dueOn === null) return [];
  const { before, onDay, overdueEvery: every } = points;
  const fired = (rule: string, on: Day) => [{ rule, on, to: 'at-work' as const }];
  const late = calendar.workingDaysBetween(dueOn, today);
  if (today > dueOn && late > 0) {
    if (every === 0) return [];
    const n = 1 + Math.floor((late - 1) / every) * every;
    return fired(`overdue-${n}`, calendar.addWorkingDays(dueOn, n));
  }
  const lastDay = calendar.previousWorkingDay(dueOn);
  if (onDay && today >= lastDay) return fired('due', lastDay);
  const left = calendar.workingDaysBetween(today, lastDay);
  const reached = before.filter((n) => n >= left);
  if (reached.length === 0) return [];
  const n = Math.min(...reached);
  return fired(`before-${n}`, calendar.addWorkingDays(lastDay, -n));
}

/** After `within` working days: on the first day after them, and then every `within` working days. */
function waited(
  kind: 'accept' | 'verify',
  since: Day | null,
  within: number,
  to: Audience,
  calendar: WorkingCalendar,
  today: Day,
) {
  if (within === 0 || since === null || today < since) return [];
  const days = calendar.workingDaysBetween(since, today);
  if (days <= within) return [];
  const n = within + 1 + Math.floor((days - within - 1) / within) * within;
  return [{ rule: `${kind}-${n}`, on: calendar.addWorkingDays(since, n), to }];
}

export const about = (task: PlannedTask, firing: Omit<Firing, 'dueOn'>): Firing => ({
  ...firing,
  dueOn: aboutDay(task, firing.rule),
});
