import type { EntityManager } from 'typeorm';
import type { AsOf } from '#organisation/calendar/working-time';
import type { Conditions } from '#platform/conditions';
import { summary, TASK_COLUMNS, TASK_TABLES, type TaskRow } from '../task-list';
import { DUE_DAY } from '../task-orders';
import type { TaskCalendarDay } from './task-views.view';

type Counted = Omit<TaskCalendarDay, 'tasks'>;

/** The listed tasks by the day they are due: all are counted, the first `perDay` of each day are read. */
export async function dueDays(
  db: EntityManager,
  filter: Conditions,
  at: AsOf,
  { from, to, perDay }: { from: string; to: string; perDay: number },
): Promise<TaskCalendarDay[]> {
  filter.add(`${DUE_DAY} BETWEEN ?::date AND ?::date`, from, to);
  const counted = await db.query<Counted[]>(
    `SELECT t.due_on AS day, count(*)::int AS total,
       count(*) FILTER (WHERE t.status NOT IN ('closed', 'dropped'))::int AS open
     FROM task t LEFT JOIN anchor n ON n.id = t.anchor_id ${filter.where} GROUP BY t.due_on ORDER BY t.due_on`,
    filter.values,
  );
  if (counted.length === 0) return [];
  const { where } = filter;
  const days = filter.value(counted.map(({ day }) => day));
  const rows = await db.query<TaskRow[]>(
    `SELECT x.* FROM unnest(${days}::date[]) WITH ORDINALITY d (day, place)
     CROSS JOIN LATERAL (
       SELECT ${TASK_COLUMNS} FROM ${TASK_TABLES} ${where} AND ${DUE_DAY} = d.day
       ORDER BY ${DUE_DAY}, t.code LIMIT ${filter.value(perDay)}) x
     ORDER BY d.place, x.code`,
    filter.values,
  );
  return counted.map((day) => ({
    ...day,
    tasks: rows.filter(({ dueOn }) => dueOn === day.day).map((row) => summary(row, at)),
  }));
}
