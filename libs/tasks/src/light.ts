import type { Day } from '#platform/clock';
import type { TaskStatus } from './task-status';

/**
 * 亮灯: green on schedule or done in time, blue due soon (临近), yellow behind the pace (未达序时进度), red overdue (逾期),
 * purple done late (逾期办结). Tasks that nobody was charged with yet, suspended and dropped ones have no light.
 */
export const LIGHTS = ['green', 'blue', 'yellow', 'red', 'purple'] as const;
export type Light = (typeof LIGHTS)[number];

/** Days before the deadline from which a task counts as due soon. */
export const DUE_SOON_DAYS = 7;
/** Percentage points that progress may lag behind the elapsed time. */
export const PACE_TOLERANCE = 10;

const UNLIT: readonly TaskStatus[] = ['drafted', 'suspended', 'dropped'];

export interface Lit {
  status: TaskStatus;
  dueOn: Day | null;
  assignedOn: Day | null;
  closedOn: Day | null;
  /** Percent. */
  progress: number;
}

const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The light of a task on `today`. The day it is due is not overdue. */
export function lightOf(task: Lit, today: Day): Light | null {
  if (UNLIT.includes(task.status)) return null;
  if (task.dueOn === null) return 'green';
  if (task.status === 'closed') return task.closedOn !== null && task.closedOn > task.dueOn ? 'purple' : 'green';
  const left = dayNumber(task.dueOn) - dayNumber(today);
  if (left < 0) return 'red';
  // What was submitted waits for the supervisor; its owner is not behind.
  if (task.status === 'submitted') return 'green';
  if (left <= DUE_SOON_DAYS) return 'blue';
  if (task.assignedOn === null) return 'green';
  const span = dayNumber(task.dueOn) - dayNumber(task.assignedOn);
  const elapsed = span > 0 ? (100 * (dayNumber(today) - dayNumber(task.assignedOn))) / span : 0;
  return task.progress + PACE_TOLERANCE < elapsed ? 'yellow' : 'green';
}

/** The same rule in SQL over the columns of table `alias`. */
export function lightSql(alias: string, day: Day): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`not a calendar day: ${day}`);
  const today = `DATE '${day}'`;
  const t = (column: string) => `${alias}.${column}`;
  const elapsed = `100.0 * (${today} - ${t('assigned_on')}) / (${t('due_on')} - ${t('assigned_on')})`;
  return `CASE
    WHEN ${t('status')} IN (${UNLIT.map((status) => `'${status}'`).join(', ')}) THEN NULL
    WHEN ${t('due_on')} IS NULL THEN 'green'
    WHEN ${t('status')} = 'closed' THEN CASE WHEN ${t('closed_on')} > ${t('due_on')} THEN 'purple' ELSE 'green' END
    WHEN ${t('due_on')} < ${today} THEN 'red'
    WHEN ${t('status')} = 'submitted' THEN 'green'
    WHEN ${t('due_on')} - ${today} <= ${DUE_SOON_DAYS} THEN 'blue'
    WHEN ${t('due_on')} > ${t('assigned_on')} AND ${t('progress')} + ${PACE_TOLERANCE} < ${elapsed} THEN 'yellow'
    ELSE 'green' END`;
}
