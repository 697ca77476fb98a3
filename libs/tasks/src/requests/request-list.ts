import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import type { ListOpenRequests } from './request.dto';
import type { OpenRequest, OpenRequestPage, RequestView } from './request.view';
import { TaskRequest } from './task-request.entity';

const PAGE = 50;
const MOST_COUNTED = 10_000;

/** The requests about a task, the newest first. */
export async function requestsOf(db: EntityManager, actor: Actor, taskId: string): Promise<RequestView[]> {
  const rows = await db.find(TaskRequest, {
    where: { taskId },
    relations: { askedBy: true, decidedBy: true },
    order: { askedAt: 'DESC', id: 'DESC' },
  });
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, fromDue: row.fromDue, toDue: row.toDue, reason: row.reason },
    ...{ decision: row.decision, decisionNote: row.decisionNote },
    askedBy: row.askedBy?.name ?? '',
    askedAt: row.askedAt.toISOString(),
    mine: row.askedById === actor.personId,
    decidedBy: row.decidedBy?.name ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
}

const TABLES = 'task_request q JOIN task t ON t.id = q.task_id';

/** Open requests of others that `actor` may decide about; `subtree` narrows to a unit and those below it; the longest waiting first. */
export async function openRequests(
  db: EntityManager,
  actor: Actor,
  ask: ListOpenRequests,
  subtree: string[] | undefined,
): Promise<OpenRequestPage> {
  const limit = ask.limit ?? PAGE;
  const units = [...new Set([...actor.unitsFor('task.assign'), ...actor.unitsFor('task.lead')])];
  const mine = new Conditions()
    .add('q.decision IS NULL AND q.asked_by_id <> ?', actor.personId)
    .add('t.lead_unit_id = ANY(?::uuid[]) OR t.leader_id = ANY(?::uuid[])', units, actor.selves)
    .given(subtree, 't.lead_unit_id = ANY(?::uuid[])');
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (SELECT 1 FROM ${TABLES} ${mine.where} LIMIT ${MOST_COUNTED}) counted`,
    mine.values,
  );
  if (ask.cursor) mine.add('(q.asked_at, q.id) > (?::timestamptz, ?::uuid)', ...decodeCursor(ask.cursor, 2));
  const rows = await db.query<(OpenRequest & { cursorKey: string })[]>(
    `SELECT q.id, q.kind, q.from_due AS "fromDue", q.to_due AS "toDue", q.reason, p.name AS "askedBy",
       to_json(q.asked_at) #>> '{}' AS "cursorKey", q.asked_at AS "askedAt", t.id AS "taskId", t.code AS "taskCode",
       t.title AS "taskTitle", u.name AS "leadUnitName"
     FROM ${TABLES} JOIN person p ON p.id = q.asked_by_id JOIN unit u ON u.id = t.lead_unit_id ${mine.where}
     ORDER BY q.asked_at, q.id LIMIT ${mine.value(limit + 1)}`,
    mine.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const open = { mine: false, decision: null, decidedBy: null, decidedAt: null, decisionNote: null } as const;
  return {
    rows: shown.map(({ cursorKey: _, askedAt, ...row }) => ({
      ...row,
      ...open,
      askedAt: new Date(askedAt).toISOString(),
    })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.cursorKey, last.id]) : null,
    total,
  };
}
