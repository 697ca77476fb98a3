import type { WorkingCalendar } from '#calendar/working-calendar';
import type { Day } from '#platform/clock';
import type { ReminderPoints } from '../policy/reminder-points';
import type { PlannedTask } from './planned-task';

/**
 * The rungs of the ladder reached for this deadline. A report of progress after the deadline stops the ladder at once;
 * who then stays silent for a whole round of overdue reminders is carried further up. Where nobody is reminded after the
 * deadline there are no rounds, and the report stops it for good.
 */
export function firedRungs(
  { dueOn, reportedOn }: PlannedTask,
  { ladder, overdueEvery }: ReminderPoints,
  calendar: WorkingCalendar,
  today: Day,
) {
  if (dueOn === null || today <= dueOn) return [];
  const late = calendar.workingDaysBetween(dueOn, today);
  const reached = ladder.filter(({ after }) => after <= late);
  const answered = reportedOn !== null && reportedOn > dueOn ? reportedOn : null;
  if (answered !== null && overdueEvery === 0) return [];
  const silentFrom = answered === null ? dueOn : calendar.addWorkingDays(answered, overdueEvery);
  if (silentFrom > today) return [];
  return reached.map(({ rung, after }) => {
    const on = calendar.addWorkingDays(dueOn, after);
    return { rule: `escalate-${rung}`, on: on > silentFrom ? on : silentFrom, to: rung };
  });
}
