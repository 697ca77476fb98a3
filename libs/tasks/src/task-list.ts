import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { AsOf } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { idsWithWords, searchWords } from '#platform/search-words';
import { DUE_SOON_DAYS, lightOf, litSql, paceOf, type Light, type Lit } from './light';
import { rowMoves } from './row-moves';
import type { ListTasks, TaskFilter } from './task-filter.dto';
import { groupLight, withGroup } from './task-grouping';
import { after, DUE_DAY, ORDERS } from './task-orders';
import { ownTasks, visibleTasks } from './task-sight';
import { SOURCE_SQL } from './task-source';
import type { TaskLine, TaskPage, TaskSummary } from './task.view';

const PAGE = 50;
/** Nobody reads a larger number; counting on would read the whole table. */
const MOST_COUNTED = 10_000;

export const TASK_TABLES = `task t
  JOIN unit u ON u.id = t.lead_unit_id
  LEFT JOIN person a ON a.id = t.assignee_id
  LEFT JOIN anchor n ON n.id = t.anchor_id
  LEFT JOIN report r ON r.id = n.report_id`;

/** Where tasks of an open light lie in the index of open tasks by deadline. */
const REACH: Partial<Record<Light, (today: string) => string>> = {
  // What is due by the hour may be overdue on its very day.
  red: (today) => `${DUE_DAY} <= ${today}`,
  blue: (today) => `${DUE_DAY} BETWEEN ${today} AND ${today} + ${DUE_SOON_DAYS}`,
  yellow: (today) => `${DUE_DAY} > ${today} + ${DUE_SOON_DAYS}`,
};

/** Keeps tasks with one of `lights`. */
export function withLights(conditions: Conditions, lights: readonly Light[], at: AsOf): Conditions {
  const reach = lights.map((light) => REACH[light]?.(`DATE '${at.today}'`));
  const open = reach.every((part) => part !== undefined);
  conditions.add(lights.map((light) => litSql('t', light, at, open ? 'open' : 'all')).join(' OR '));
  // The light alone would have to be computed for every task; this finds the few by index.
  return open ? conditions.add(`t.status NOT IN ('closed', 'dropped')`).add(reach.join(' OR ')) : conditions;
}

/** A row as it is read; its light and pace are told in code, for the rows shown only. */
export type TaskRow = Omit<TaskSummary, 'updatedAt' | 'light' | 'pace'> &
  Omit<Lit, keyof TaskSummary> & { updatedAt: Date };

/** What lists show of a task. */
export const summary = (row: TaskRow, at: AsOf): TaskSummary => ({
  id: row.id,
  code: row.code,
  title: row.title,
  kind: row.kind,
  status: row.status,
  light: lightOf(row, at),
  pace: paceOf(row, at),
  dueOn: row.dueOn,
  dueBasis: row.dueBasis,
  leadUnitId: row.leadUnitId,
  leadUnitName: row.leadUnitName,
  assigneeId: row.assigneeId,
  assigneeName: row.assigneeName,
  vacantPosition: row.vacantPosition,
  progress: row.progress,
  reportId: row.reportId,
  reportTitle: row.reportTitle,
  updatedAt: row.updatedAt.toISOString(),
  version: row.version,
});

/** The position that owns task t while nobody holds it. */
export const VACANT_POSITION = `CASE WHEN t.assignee_id IS NULL THEN (
    SELECT json_build_object('id', o.id, 'title', o.title) FROM position o WHERE o.id = t.position_id) END`;

export const TASK_COLUMNS = `t.id, t.code, t.title, t.kind, t.status, t.due_on AS "dueOn", t.due_basis AS "dueBasis", t.due_at AS "dueAt",
  t.assigned_on AS "assignedOn", t.closed_on AS "closedOn", t.closed_at AS "closedAt", t.lead_unit_id AS "leadUnitId",
  u.name AS "leadUnitName", t.assignee_id AS "assigneeId", a.name AS "assigneeName", t.progress,
  ${VACANT_POSITION} AS "vacantPosition",
  n.report_id AS "reportId", r.title AS "reportTitle", t.updated_at AS "updatedAt", t.version`;

/** Lights whose tasks lie together in the order of deadlines; without it PostgreSQL reads the table past all others. */
const TOGETHER: readonly Light[] = ['red', 'blue'];

export async function countTasks(
  db: EntityManager,
  where: string,
  values: unknown[],
  light?: Light[],
): Promise<number> {
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (
       SELECT 1 FROM task t LEFT JOIN anchor n ON n.id = t.anchor_id ${where}
       ${light?.every((one) => TOGETHER.includes(one)) ? `ORDER BY ${DUE_DAY}` : ''} LIMIT ${MOST_COUNTED}) x`,
    values,
  );
  return total;
}

type LineRow = TaskRow & Pick<TaskLine, 'leaderName' | 'source' | 'originalDueOn'> & { cursorKey: string };

const LINE_COLUMNS = `${TASK_COLUMNS}, (SELECT l.name FROM person l WHERE l.id = t.leader_id) AS "leaderName",
  ${SOURCE_SQL} AS source, t.original_due_on AS "originalDueOn"`;

const line = (row: LineRow, actor: Actor, at: AsOf): TaskLine => ({
  ...summary(row, at),
  leaderName: row.leaderName,
  source: row.source,
  originalDueOn: row.originalDueOn,
  assignedOn: row.assignedOn,
  moves: rowMoves(actor, row),
});

/** What the list asks for, on task t and anchor n, within what `actor` may see; `subtree` are the units asked for with those below them. */
export function filterTasks(actor: Actor, ask: TaskFilter, at: AsOf, subtree: string[] | undefined): Conditions {
  const filter = (ask.mine ? ownTasks(new Conditions(), actor) : visibleTasks(new Conditions(), actor))
    .given(subtree, 't.lead_unit_id = ANY(?::uuid[])')
    .given(ask.status, 't.status = ANY(?)')
    .given(ask.assigneeId, 't.assignee_id = ANY(?::uuid[])')
    .given(ask.leaderId, 't.leader_id = ANY(?::uuid[])')
    .given(ask.dueFrom, `t.due_on IS NOT NULL AND ${DUE_DAY} >= ?::date`)
    .given(ask.dueTo, `t.due_on IS NOT NULL AND ${DUE_DAY} <= ?::date`)
    .given(ask.parentId, 't.parent_id = ?')
    .given(ask.kind, 't.kind = ANY(?)')
    .given(ask.reportId, 'n.report_id = ?')
    .given(ask.ledgerImportId, 't.ledger_import_id = ?');
  // Of a single source the index also keeps the order.
  if (ask.source?.length === 1) filter.add(`${SOURCE_SQL} = ?`, ask.source[0]);
  else filter.given(ask.source, `${SOURCE_SQL} = ANY(?)`);
  if (ask.supporting) {
    const own = [...actor.selves, ...actor.grants.map(({ unitId }) => unitId)];
    filter.add(`t.supporter_ids <> '{}' AND t.supporter_ids && ?::uuid[]`, own);
  }
  if (ask.light) withLights(filter, ask.light, at);
  if (ask.q) filter.add(`t.id IN (${idsWithWords(filter, 'task_search', searchWords(ask.q))})`);
  return filter;
}

/** Whether so many tasks are asked for by unit that they are found unit after unit, instead of sorting them all. */
const unitByUnit = (actor: Actor, { sort, ...ask }: ListTasks & { ids?: readonly string[] }): boolean =>
  (sort === 'unit' || sort === '-unit') &&
  actor.everywhere('task.read-drafts') &&
  FEW.every((name) => (ask as Record<string, unknown>)[name] === undefined);

/** What leaves few tasks, which are sorted sooner than all units are looked through. */
const FEW = [
  ...['q', 'ids', 'light', 'kind', 'source', 'dueFrom', 'dueTo', 'assigneeId', 'leaderId', 'mine', 'supporting'],
  ...['parentId', 'reportId', 'ledgerImportId', 'group'],
];

/** The tables of the list with the units in order, and of each its first tasks only. */
function fromUnits(filter: Conditions, { direction }: { direction: 'ASC' | 'DESC' }, most: number): string {
  filter.add('t.lead_unit_id = u.id');
  return `(SELECT id, name FROM unit ORDER BY name ${direction}, id) u
    CROSS JOIN LATERAL (SELECT t.* FROM task t LEFT JOIN anchor n ON n.id = t.anchor_id ${filter.where}
      ORDER BY t.code ${direction} LIMIT ${most}) t
    LEFT JOIN person a ON a.id = t.assignee_id
    LEFT JOIN anchor n ON n.id = t.anchor_id
    LEFT JOIN report r ON r.id = n.report_id`;
}

/** A page of the tasks that `actor` may see; `counted` in all, where that is to be shown. */
export async function listTasks(
  db: EntityManager,
  actor: Actor,
  ask: ListTasks & { ids?: readonly string[] },
  at: AsOf,
  subtree: string[] | undefined,
  counted = true,
): Promise<TaskPage> {
  const limit = ask.limit ?? PAGE;
  const order = ORDERS[ask.sort ?? 'dueOn'];
  const filter = filterTasks(actor, ask, at, subtree).given(ask.ids, 't.id = ANY(?::uuid[])');
  if (ask.groupBy && ask.group) {
    const light = groupLight(ask.groupBy, ask.group);
    if (light) withLights(filter, [light], at);
    else withGroup(filter, ask.groupBy, ask.group, at);
  }
  const { where } = filter;
  const values = [...filter.values];
  if (ask.cursor) {
    const [key, code] = decodeCursor(ask.cursor, 2);
    filter.add(after(order), key, key, code);
  }
  const from = unitByUnit(actor, ask) ? fromUnits(filter, order, limit + 1) : `${TASK_TABLES} ${filter.where}`;
  const rows = await db.query<LineRow[]>(
    `SELECT ${LINE_COLUMNS}, ${order.key}::text AS "cursorKey" FROM ${from}
     ORDER BY ${order.key} ${order.direction}, t.code ${order.direction} LIMIT ${filter.value(limit + 1)}`,
    filter.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit;
  // Whoever turns the page knows the number already.
  const total = ask.cursor || !counted ? null : more ? await countTasks(db, where, values, ask.light) : rows.length;
  return {
    rows: shown.map((row) => line(row, actor, at)),
    nextCursor: more && last ? encodeCursor([last.cursorKey, last.code]) : null,
    total,
  };
}

/** Summaries of the tasks that satisfy `conditions` (on task t, anchor n, report r), the most urgent first. */
export async function taskSummaries(
  db: EntityManager,
  at: AsOf,
  conditions: Conditions,
  limit: number,
): Promise<TaskSummary[]> {
  const rows = await db.query<TaskRow[]>(
    `SELECT ${TASK_COLUMNS} FROM ${TASK_TABLES} ${conditions.where}
     ORDER BY ${ORDERS.dueOn.key}, t.code LIMIT ${conditions.value(limit)}`,
    conditions.values,
  );
  return rows.map((row) => summary(row, at));
}
