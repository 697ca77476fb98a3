import type { EntityManager } from 'typeorm';
import { prepared } from '#platform/prepared';
import type { HistoryView } from './task.view';

/** A line of history h as JSON. */
export const HISTORY_JSON = `json_build_object('id', h.id::text, 'at', h.at, 'by', h.actor_name, 'action', h.action,
  'reason', h.reason, 'changes', h.changes)`;

/** What was said about a task stands by itself, where what was deleted is not shown any more; history keeps it for the audit. */
export const NO_COMMENT = `h.action NOT IN ('comment', 'edit-comment', 'delete-comment')`;

export const historyViews = (rows: readonly HistoryView[] | null): HistoryView[] =>
  (rows ?? []).map((row) => ({ ...row, at: new Date(row.at).toISOString() }));

const HISTORY = prepared(
  `SELECT json_agg(${HISTORY_JSON} ORDER BY h.id DESC) AS rows FROM history h WHERE h.subject_id = $1`,
);

/** What was done to a subject, the newest first. */
export async function historyOf(db: EntityManager, subjectId: string): Promise<HistoryView[]> {
  const [{ rows }] = await db.query<{ rows: HistoryView[] | null }[]>(HISTORY, [subjectId]);
  return historyViews(rows);
}
