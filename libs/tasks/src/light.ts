import type { AsOf } from '#organisation/calendar/working-time';
import { inCalendar, FIRST_DAY } from '#calendar/working-calendar';
import type { Day } from '#platform/clock';
import type { TaskStatus } from './task-status';

/**
 * 亮灯: green on schedule or done in time, blue due soon (临近), yellow behind the pace (未达序时进度), red overdue (逾期),
 * purple done late (逾期办结). Tasks that nobody was charged with yet, suspended and dropped ones have no light.
 */
export const LIGHTS = ['green', 'blue', 'yellow', 'red', 'purple'] as const;
export type Light = (typeof LIGHTS)[number];

/** 序时进度: ahead of (超), on (达) or behind (欠) what the elapsed working time lets expect. */
export const PACES = ['ahead', 'on', 'behind'] as const;
export type Pace = (typeof PACES)[number];

/** Days before the deadline from which a task counts as due soon. */
export const DUE_SOON_DAYS = 7;
/** Percentage points that progress may differ from the elapsed working time and still be on pace. */
export const PACE_TOLERANCE = 10;

const UNLIT: readonly TaskStatus[] = ['drafted', 'suspended', 'dropped'];
/** What is submitted waits for the supervisor; its owner is neither ahead nor behind. */
const UNPACED: readonly TaskStatus[] = [...UNLIT, 'submitted', 'closed'];

export interface Lit {
  status: TaskStatus;
  dueOn: Day | null;
  /** An urgent task 立巡立交 is due at an instant, and `dueOn` is the day on which it lies. */
  dueAt: Date | null;
  assignedOn: Day | null;
  closedOn: Day | null;
  closedAt: Date | null;
  /** Percent. */
  progress: number;
}

/** A rule in code and in SQL: the same said twice. `t` names a column of the task, `at` writes the moment as literals. */
interface Rule {
  light: Light | null;
  /** Speaks of closed tasks only. */
  closed?: true;
  holds(task: Lit, at: AsOf): boolean;
  sql(t: (column: string) => string, at: { today: string; now: string }): string;
}

/** The first rule that holds decides. */
const RULES: readonly Rule[] = [
  {
    light: null,
    holds: ({ status }) => UNLIT.includes(status),
    sql: (t) => `${t('status')} IN (${UNLIT.map((status) => `'${status}'`).join(', ')})`,
  },
  {
    light: 'green',
    holds: ({ dueOn }) => dueOn === null,
    sql: (t) => `${t('due_on')} IS NULL`,
  },
  {
    light: 'purple',
    closed: true,
    holds: ({ status, dueOn, dueAt, closedOn, closedAt }) =>
      status === 'closed' && (dueAt ? later(closedAt, dueAt) : later(closedOn, dueOn)),
    sql: (t) => `${t('status')} = 'closed' AND CASE WHEN ${t('due_at')} IS NOT NULL
      THEN ${t('closed_at')} > ${t('due_at')} ELSE ${t('closed_on')} > ${t('due_on')} END`,
  },
  {
    light: 'green',
    closed: true,
    holds: ({ status }) => status === 'closed',
    sql: (t) => `${t('status')} = 'closed'`,
  },
  {
    // The day it is due is not overdue; the hour is.
    light: 'red',
    holds: isOverdue,
    sql: (t, { today, now }) => `CASE WHEN ${t('due_at')} IS NOT NULL
      THEN ${now} > ${t('due_at')} ELSE ${today} > ${t('due_on')} END`,
  },
  {
    light: 'green',
    holds: ({ status }) => status === 'submitted',
    sql: (t) => `${t('status')} = 'submitted'`,
  },
  {
    light: 'blue',
    holds: ({ dueOn }, { today }) => dueOn !== null && dayNumber(dueOn) - dayNumber(today) <= DUE_SOON_DAYS,
    sql: (t, { today }) => `${t('due_on')} - ${today} <= ${DUE_SOON_DAYS}`,
  },
  {
    light: 'yellow',
    holds: (task, at) => paceOf(task, at) === 'behind',
    // (progress + tolerance) × (due − assigned) < 100 × (today − assigned), turned so that each day is looked up once.
    sql: (t, { today }) => `${t('due_at')} IS NULL AND ${t('due_on')} > ${t('assigned_on')}
      AND (${t('progress')} + ${PACE_TOLERANCE}) * ${ordinal(t('due_on'))}
        < 100 * ${ordinal(today)} + (${t('progress')} + ${PACE_TOLERANCE - 100}) * ${ordinal(t('assigned_on'))}`,
  },
  { light: 'green', holds: () => true, sql: () => 'true' },
];

/** Past its hour, or past the day it was due. */
export function isOverdue(
  { dueOn, dueAt }: Pick<Lit, 'dueOn' | 'dueAt'>,
  { today, now }: Pick<AsOf, 'today' | 'now'>,
): boolean {
  return dueAt ? later(now, dueAt) : later(today, dueOn);
}

/** The light of a task at a moment. */
export function lightOf(task: Lit, at: AsOf): Light | null {
  return RULES.find(({ holds }) => holds(task, at))?.light ?? null;
}

type Moment = Pick<AsOf, 'today' | 'now'>;

/** The same rules in SQL over the columns of table `alias`. */
export function lightSql(alias: string, moment: Moment): string {
  const cases = rulesSql(alias, moment).map(
    ({ light, sql }) => `WHEN ${sql} THEN ${light === null ? 'NULL' : `'${light}'`}`,
  );
  return `CASE ${cases.join('\n')} END`;
}

/**
 * Whether a row has that light: what tells the other lights apart behind it is not computed. Of `open` rows nothing is
 * asked that only closed ones have.
 */
export function litSql(alias: string, light: Light, moment: Moment, of: 'all' | 'open' = 'all'): string {
  const rules = rulesSql(alias, moment).filter(({ closed }) => of === 'all' || !closed);
  const ways = rules.flatMap((rule, index) => {
    if (rule.light !== light) return [];
    const before = rules.slice(0, index).filter((earlier) => earlier.light !== light);
    return [[...before.map(({ sql }) => `(${sql}) IS NOT TRUE`), `(${rule.sql})`].join(' AND ')];
  });
  return ways.map((way) => `(${way})`).join(' OR ');
}

function rulesSql(alias: string, { today, now }: Moment): (Pick<Rule, 'light' | 'closed'> & { sql: string })[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new Error(`not a calendar day: ${today}`);
  const at = { today: `DATE '${today}'`, now: `TIMESTAMPTZ '${now.toISOString()}'` };
  const column = (name: string) => `${alias}.${name}`;
  return RULES.map(({ light, closed, sql }) => ({ light, closed, sql: sql(column, at) }));
}

/**
 * Progress against the working days elapsed since the assignment, as a share of those up to the deadline.
 * Null where that cannot be told: without a deadline, between two days without a working day, outside the calendar.
 * An urgent task counts hours, and has none.
 */
export function paceOf({ status, dueOn, dueAt, assignedOn, progress }: Lit, { today, calendar }: AsOf): Pace | null {
  if (UNPACED.includes(status) || dueOn === null || dueAt !== null || assignedOn === null) return null;
  if (![dueOn, assignedOn, today].every(inCalendar)) return null;
  const span = calendar.workingDaysBetween(assignedOn, dueOn);
  if (span <= 0) return null;
  const elapsed = Math.min(Math.max(calendar.workingDaysBetween(assignedOn, today), 0), span);
  if ((progress + PACE_TOLERANCE) * span < 100 * elapsed) return 'behind';
  return (progress - PACE_TOLERANCE) * span > 100 * elapsed ? 'ahead' : 'on';
}

const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const later = <T extends Day | Date>(one: T | null, other: T | null) => one !== null && other !== null && one > other;

/** Working days up to a day; NULL outside the calendar. The subquery depends on no row: PostgreSQL reads it once, when first needed. */
const ordinal = (day: string) =>
  `(ARRAY(SELECT ordinal FROM working_day ORDER BY day))[${day} - DATE '${FIRST_DAY}' + 1]`;
