import { periodOf } from '#calendar/period';
import type { Day } from '#platform/clock';
import type { Light } from '../light';
import type { TaskStatus } from '../task-status';

/** What the person responsible does first: 逾期, 今天到期, 本周到期, 待签收, 退回补办, 其他在办. */
export const URGENCIES = ['overdue', 'today', 'week', 'to-accept', 'sent-back', 'other'] as const;
export type Urgency = (typeof URGENCIES)[number];

interface Pressing {
  status: TaskStatus;
  light: Light | null;
  dueOn: Day | null;
  /** 退回补办: verified and found wanting, and nothing was reported since. */
  sentBack: boolean;
}

/** The deadline presses before anything else; a week ends on its Sunday. */
export function urgencyOf({ status, light, dueOn, sentBack }: Pressing, today: Day): Urgency {
  if (light === 'red') return 'overdue';
  if (dueOn === today) return 'today';
  if (dueOn !== null && dueOn <= periodOf(today, 'week').end) return 'week';
  if (status === 'assigned') return 'to-accept';
  return sentBack ? 'sent-back' : 'other';
}
