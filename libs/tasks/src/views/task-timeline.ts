import type { EntityManager } from 'typeorm';
import type { AsOf } from '#organisation/calendar/working-time';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import type { Conditions } from '#platform/conditions';
import { countTasks, summary, TASK_COLUMNS, type TaskRow } from '../task-list';
import { DUE_DAY } from '../task-orders';
import type { TaskTimeline, TimelineTask } from './task-views.view';

const PAGE = 50;
/** How units follow each other. */
const UNIT_ORDER = 'u.sort_order, u.name, u.id';
const ANCHORS = 'LEFT JOIN anchor n ON n.id = t.anchor_id';

type Dates = Pick<TimelineTask, 'assignedOn' | 'originalDueOn' | 'closedOn'>;

interface Stretch {
  from: string;
  to: string;
  cursor?: string;
  limit?: number;
  /** Whether the present person sees the tasks of every unit. */
  everywhere: boolean;
}

/**
 * The listed tasks that are under way at some time from `from` to `to`, unit by unit. What is overdue and open is under
 * way until today; a task without a deadline has no end; one without any day is on no timeline.
 */
export async function timeline(db: EntityManager, filter: Conditions, at: AsOf, ask: Stretch): Promise<TaskTimeline> {
  const limit = ask.limit ?? PAGE;
  filter.add('coalesce(t.assigned_on, t.due_on) <= ?::date', ask.to);
  filter.add(
    `t.due_on IS NULL AND t.closed_on IS NULL OR t.due_on >= ?::date OR t.closed_on >= ?::date
       OR (t.status NOT IN ('drafted', 'closed', 'dropped', 'suspended') AND ?::date >= ?::date)`,
    ...[ask.from, ask.from, at.today, ask.from],
  );
  const counting = filter.following();
  const { where } = filter;
  const filtered = [...filter.values];
  const counted = `SELECT t.lead_unit_id AS "unitId", count(*)::int AS total FROM task t ${ANCHORS} ${filter.where}`;
  // Who sees few tasks has them in few units; the others need not be looked through.
  const units = ask.everywhere ? [] : [`u.id IN (SELECT t.lead_unit_id FROM task t ${ANCHORS} ${filter.where})`];
  let following = '';
  if (ask.cursor) {
    const [unitId, day, code] = decodeCursor(ask.cursor, 3);
    const unit = `${filter.value(unitId)}::uuid`;
    units.push(`(${UNIT_ORDER}) >= (SELECT ${UNIT_ORDER} FROM unit u WHERE u.id = ${unit})`);
    following = `AND (u.id <> ${unit} OR (${DUE_DAY}, t.code) > (${filter.value(day)}::date, ${filter.value(code)}::text))`;
  }
  const rows = await db.query<(TaskRow & Dates & { cursorKey: string })[]>(
    `SELECT ${TASK_COLUMNS}, t.original_due_on AS "originalDueOn", ${DUE_DAY}::text AS "cursorKey"
     FROM (SELECT u.* FROM unit u ${units.length > 0 ? `WHERE ${units.join(' AND ')}` : ''} ORDER BY ${UNIT_ORDER}) u
     CROSS JOIN LATERAL (
       SELECT t.* FROM task t ${ANCHORS} ${filter.where} AND t.lead_unit_id = u.id ${following}
       ORDER BY ${DUE_DAY}, t.code LIMIT ${filter.value(limit + 1)}) t
     LEFT JOIN person a ON a.id = t.assignee_id ${ANCHORS} LEFT JOIN report r ON r.id = n.report_id
     ORDER BY ${UNIT_ORDER}, ${DUE_DAY}, t.code LIMIT ${filter.value(limit + 1)}`,
    filter.values,
  );
  const shown = rows.slice(0, limit);
  const more = rows.length > limit;
  const last = more ? shown.at(-1) : undefined;
  const total = ask.cursor ? null : more ? await countTasks(db, where, filtered) : rows.length;
  const stages = await milestonesOf(
    db,
    shown.map(({ id }) => id),
  );
  const unitIds = [...new Set(shown.map(({ leadUnitId }) => leadUnitId))];
  const totals = await db.query<{ unitId: string; total: number }[]>(
    `${counted} AND t.lead_unit_id = ANY(${counting.value(unitIds)}::uuid[]) GROUP BY 1`,
    counting.values,
  );
  return {
    rows: shown.map((row) => ({
      ...summary(row, at),
      ...{ assignedOn: row.assignedOn, originalDueOn: row.originalDueOn, closedOn: row.closedOn },
      milestones: stages.get(row.id) ?? [],
      unitTotal: totals.find(({ unitId }) => unitId === row.leadUnitId)?.total ?? 0,
    })),
    nextCursor: last ? encodeCursor([last.leadUnitId, last.cursorKey, last.code]) : null,
    total,
  };
}

async function milestonesOf(db: EntityManager, taskIds: string[]): Promise<Map<string, TimelineTask['milestones']>> {
  const rows = await db.query<(TimelineTask['milestones'][number] & { taskId: string })[]>(
    `SELECT task_id AS "taskId", title, due_on AS "dueOn", done_on AS "doneOn" FROM milestone
     WHERE task_id = ANY($1::uuid[]) ORDER BY due_on, title`,
    [taskIds],
  );
  const stages = new Map<string, TimelineTask['milestones']>();
  for (const { taskId, ...stage } of rows) stages.set(taskId, [...(stages.get(taskId) ?? []), stage]);
  return stages;
}
