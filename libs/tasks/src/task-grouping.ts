import type { AsOf } from '#organisation/calendar/working-time';
import type { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { LIGHTS, lightSql, type Light } from './light';

export const TASK_GROUPINGS = ['unit', 'light', 'quarter', 'report'] as const;
export type TaskGrouping = (typeof TASK_GROUPINGS)[number];

/** The group of tasks that have no light, no deadline or no report. */
export const NO_GROUP = 'none';

export const GROUPING_LABELS: Record<TaskGrouping, string> = {
  unit: '牵头单位',
  light: '亮灯',
  quarter: '季度',
  report: '来源报告',
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const QUARTER = /^(\d{4})-([1-4])$/;

/** The group of a row, in SQL over task t and anchor n. */
export function groupKeySql(by: TaskGrouping, at: AsOf): string {
  if (by === 'unit') return 't.lead_unit_id::text';
  if (by === 'light') return lightSql('t', at);
  if (by === 'quarter') return `to_char(t.due_on, 'YYYY-Q')`;
  return 'n.report_id::text';
}

/** The light that a group stands for; null for all other groups. */
export const groupLight = (by: TaskGrouping, key: string): Light | null =>
  by === 'light' && (LIGHTS as readonly string[]).includes(key) ? (key as Light) : null;

/** Keeps the tasks of one group that is no light. Throws list.group when there is no such group. */
export function withGroup(conditions: Conditions, by: TaskGrouping, key: string, at: AsOf): Conditions {
  if (key === NO_GROUP) {
    if (by === 'light') return conditions.add(`(${lightSql('t', at)}) IS NULL`);
    return conditions.add(by === 'quarter' ? 't.due_on IS NULL' : 'n.report_id IS NULL');
  }
  if (by === 'unit' && UUID.test(key)) return conditions.add('t.lead_unit_id = ?', key);
  if (by === 'report' && UUID.test(key)) return conditions.add('n.report_id = ?', key);
  const quarter = by === 'quarter' ? quarterDays(key) : null;
  if (!quarter) throw new DomainError('invalid', 'list.group', '没有这个分组，请刷新页面后重试。');
  return conditions.add('t.due_on BETWEEN ?::date AND ?::date', ...quarter);
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];
const FIRST_DAYS = ['01-01', '04-01', '07-01', '10-01'];

/** First and last day of `2026-3`. */
export function quarterDays(key: string): [string, string] | null {
  const [, year, quarter] = QUARTER.exec(key) ?? [];
  if (!year) return null;
  return [`${year}-${FIRST_DAYS[Number(quarter) - 1]}`, `${year}-${LAST_DAYS[Number(quarter) - 1]}`];
}
