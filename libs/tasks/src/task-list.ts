import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor, likePattern } from '#platform/keyset';
import { lightSql } from './light';
import type { ListTasks } from './task.dto';
import type { TaskPage, TaskSummary } from './task.view';

const PAGE = 50;
/** Sorts tasks without a deadline behind all others. */
const NEVER = '9999-12-31';

const TASK_TABLES = `task t
  JOIN unit u ON u.id = t.lead_unit_id
  LEFT JOIN person a ON a.id = t.assignee_id
  LEFT JOIN anchor n ON n.id = t.anchor_id
  LEFT JOIN report r ON r.id = n.report_id`;

type TaskRow = Omit<TaskSummary, 'updatedAt'> & { updatedAt: Date };

const summary = (row: TaskRow): TaskSummary => ({ ...row, updatedAt: row.updatedAt.toISOString() });

const taskColumns = (today: Day) => `t.id, t.code, t.title, t.status, ${lightSql('t', today)} AS light,
  t.due_on AS "dueOn", t.due_basis AS "dueBasis", t.lead_unit_id AS "leadUnitId", u.name AS "leadUnitName",
  t.assignee_id AS "assigneeId", a.name AS "assigneeName", t.progress, n.report_id AS "reportId", r.title AS "reportTitle",
  t.updated_at AS "updatedAt", t.version`;

/** The tasks a person may see: of the units read, without drafts unless those may be read, and always one's own. */
export function visibleTasks(conditions: Conditions, actor: Actor): Conditions {
  return conditions.add(
    `t.lead_unit_id = ANY(?::uuid[]) OR (t.status <> 'drafted' AND (t.assignee_id = ? OR t.lead_unit_id = ANY(?::uuid[])))`,
    actor.unitsFor('task.read-drafts'),
    actor.personId,
    actor.unitsFor('task.read'),
  );
}

const ORDERS = {
  dueOn: { key: `coalesce(t.due_on, '${NEVER}'::date)`, type: 'date', direction: 'ASC', after: '>' },
  '-updatedAt': { key: 't.updated_at', type: 'timestamptz', direction: 'DESC', after: '<' },
} as const;

/** A page of the tasks that `actor` may see; `subtree` narrows to a unit and those below it. */
export async function listTasks(
  db: EntityManager,
  actor: Actor,
  ask: ListTasks,
  today: Day,
  subtree: string[] | undefined,
): Promise<TaskPage> {
  const limit = ask.limit ?? PAGE;
  const order = ORDERS[ask.sort ?? 'dueOn'];
  const filter = visibleTasks(new Conditions(), actor)
    .given(subtree, 't.lead_unit_id = ANY(?::uuid[])')
    .given(ask.status, 't.status = ANY(?)')
    .given(ask.assigneeId, 't.assignee_id = ?')
    .given(ask.reportId, 'n.report_id = ?')
    .given(ask.light, `${lightSql('t', today)} = ANY(?)`)
    .given(ask.mine ? actor.personId : undefined, 't.assignee_id = ?');
  if (ask.q) {
    const words = likePattern(ask.q);
    filter.add('t.title ILIKE ? OR t.text ILIKE ? OR t.code LIKE ?', words, words, words);
  }
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM task t LEFT JOIN anchor n ON n.id = t.anchor_id ${filter.where}`,
    filter.values,
  );
  if (ask.cursor) {
    const [key, id] = decodeCursor(ask.cursor, 2);
    filter.add(`(${order.key}, t.id) ${order.after} (?::${order.type}, ?::uuid)`, key, id);
  }
  const rows = await db.query<(TaskRow & { cursorKey: string })[]>(
    `SELECT ${taskColumns(today)}, ${order.key}::text AS "cursorKey" FROM ${TASK_TABLES} ${filter.where}
     ORDER BY ${order.key} ${order.direction}, t.id ${order.direction} LIMIT ${filter.value(limit + 1)}`,
    filter.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ cursorKey: _, ...row }) => summary(row)),
    nextCursor: rows.length > limit && last ? encodeCursor([last.cursorKey, last.id]) : null,
    total,
  };
}

/** Summaries of the tasks that satisfy `conditions` (on task t, anchor n, report r), the most urgent first. */
export async function taskSummaries(
  db: EntityManager,
  today: Day,
  conditions: Conditions,
  limit: number,
): Promise<TaskSummary[]> {
  const rows = await db.query<TaskRow[]>(
    `SELECT ${taskColumns(today)} FROM ${TASK_TABLES} ${conditions.where}
     ORDER BY t.due_on NULLS LAST, t.id LIMIT ${conditions.value(limit)}`,
    conditions.values,
  );
  return rows.map(summary);
}
