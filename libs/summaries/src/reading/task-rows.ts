import type { EntityManager } from 'typeorm';
import type { AsOf } from '#organisation/calendar/working-time';
import type { Day } from '#platform/clock';
import { daysLate } from '#tasks/days-late';
import { isOverdue, paceOf } from '#tasks/light';
import type { Covered, TaskRow } from '../summary-rows';
import { portions, SOURCE_JSON } from './portions';

/** Of each task the newest reports of progress up to the day; a report quotes no more. */
const ENTRIES = 3;

type Read = Omit<TaskRow, 'subject' | 'pace' | 'overdue' | 'daysLate'> & {
  dueAt: Date | null;
  closedAt: Date | null;
  movedAfter: boolean;
  lastPercent: number | null;
};

/** The moment after the last day $4, in zone $5. */
const AFTER = `(($4::date + 1)::timestamp AT TIME ZONE $5)`;
const dayOf = (column: string) => `(${column} AT TIME ZONE $5)::date`;

/**
 * The tasks of units $1 that were open in the period from $2 to $3, due in it or closed in it, as they were at the end of day
 * $4: what was reported, granted, decided or closed later is left out. A status that is neither open nor closed is the present one.
 */
const TASKS = `SELECT t.id, t.code, t.title, t.lead_unit_id AS "unitId", u.name AS "unitName", a.name AS "assigneeName",
    l.name AS "leaderName", t.assigned_on AS "assignedOn", t.due_at AS "dueAt",
    CASE WHEN moved.at IS NULL THEN t.due_on ELSE moved.from_due END AS "dueOn",
    CASE WHEN t.closed_on > $4::date THEN 'in-progress' ELSE t.status END AS status,
    CASE WHEN t.closed_on <= $4::date THEN t.closed_on END AS "closedOn",
    CASE WHEN t.closed_on <= $4::date THEN t.closed_at END AS "closedAt",
    t.progress, coalesce(later.any_later OR t.closed_on > $4::date, false) AS "movedAfter", e.entries -> 0 -> 'percent' AS "lastPercent",
    coalesce(e.entries, '[]') AS entries, coalesce(x.extensions, '[]') AS extensions, q.request,
    coalesce(m.milestones, '[]') AS milestones, ${SOURCE_JSON} AS source
  FROM task t JOIN unit u ON u.id = t.lead_unit_id
  LEFT JOIN person a ON a.id = t.assignee_id LEFT JOIN person l ON l.id = t.leader_id
  LEFT JOIN anchor n ON n.id = t.anchor_id LEFT JOIN report r ON r.id = n.report_id
  LEFT JOIN LATERAL (
    SELECT k.from_due, k.decided_at AS at FROM task_request k
    WHERE k.task_id = t.id AND k.kind = 'extension' AND k.decision = 'granted' AND k.decided_at >= ${AFTER}
    ORDER BY k.decided_at, k.id LIMIT 1) moved ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', y.id, 'day', ${dayOf('y.at')}, 'percent', y.percent, 'narrative', y.narrative)
      ORDER BY y.at DESC, y.id) AS entries
    FROM (SELECT * FROM progress_entry p WHERE p.task_id = t.id AND p.at < ${AFTER} ORDER BY p.at DESC, p.id LIMIT ${ENTRIES}) y) e ON true
  LEFT JOIN LATERAL (
    SELECT true AS any_later FROM progress_entry p WHERE p.task_id = t.id AND p.at >= ${AFTER} LIMIT 1) later ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('from', k.from_due, 'to', k.to_due, 'reason', k.reason) ORDER BY k.decided_at, k.id) AS extensions
    FROM task_request k WHERE k.task_id = t.id AND k.kind = 'extension' AND k.decision = 'granted'
      AND k.decided_at >= ($2::timestamp AT TIME ZONE $5) AND k.decided_at < ${AFTER}) x ON true
  LEFT JOIN LATERAL (
    SELECT json_build_object('kind', k.kind, 'to', k.to_due, 'reason', k.reason) AS request FROM task_request k
    WHERE k.task_id = t.id AND k.asked_at < ${AFTER} AND (k.decided_at IS NULL OR k.decided_at >= ${AFTER})
    ORDER BY k.asked_at DESC, k.id LIMIT 1) q ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('title', s.title, 'dueOn', s.due_on,
      'doneOn', CASE WHEN s.done_on <= $4::date THEN s.done_on END) ORDER BY s.due_on, s.id) AS milestones
    FROM milestone s WHERE s.task_id = t.id) m ON true
  WHERE t.lead_unit_id = ANY($1::uuid[]) AND t.kind <> 'duty' AND t.status NOT IN ('drafted', 'dropped')
    AND t.assigned_on <= $4::date
    AND (t.closed_on IS NULL OR t.closed_on >= $2::date OR t.due_on BETWEEN $2::date AND $3::date)
  ORDER BY t.code`;

/** The rows of tasks in portions, in the order of their codes. */
export async function* taskRows(
  tx: EntityManager,
  unitIds: readonly string[],
  covered: Covered,
  calendar: AsOf['calendar'],
  zone: string,
): AsyncGenerator<TaskRow[]> {
  const { start, end, asOf } = covered;
  for await (const rows of portions<Read>(tx, 'tasks', TASKS, [unitIds, start, end, asOf, zone])) {
    yield rows.map((row) => taskRow(row, asOf, calendar));
  }
}

/** Of what was reported on or closed later: under way when something had been reported by then. */
const statusBefore = ({ status, entries }: Pick<TaskRow, 'status' | 'entries'>): TaskRow['status'] =>
  status === 'in-progress' || status === 'submitted' ? (entries.length > 0 ? 'in-progress' : 'accepted') : status;

function taskRow(read: Read, asOf: Day, calendar: AsOf['calendar']): TaskRow {
  const { dueAt, closedAt, movedAfter, lastPercent, ...present } = read;
  const row = { ...present, status: movedAfter ? statusBefore(present) : present.status };
  const progress = row.status === 'closed' ? 100 : movedAfter ? (lastPercent ?? 0) : row.progress;
  // The day counts, not the hour at which the report is made; an urgent task is late by its hour only when it is closed.
  const at = { today: asOf, now: new Date(`${asOf}T00:00:00Z`), calendar };
  const open = row.closedOn === null;
  const overdue = open && row.status !== 'suspended' && isOverdue({ dueOn: row.dueOn, dueAt: null }, at);
  const closedLate = closedAt !== null && dueAt !== null && closedAt > dueAt;
  const late = row.closedOn !== null ? daysLate(row.dueOn, row.closedOn) : overdue ? daysLate(row.dueOn, asOf) : 0;
  return {
    subject: 'task',
    ...row,
    progress,
    pace: paceOf({ ...row, progress, dueAt, closedAt }, at),
    overdue,
    daysLate: Math.max(late, closedLate ? 1 : 0),
  };
}
