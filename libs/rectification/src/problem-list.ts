import type { EntityManager } from 'typeorm';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor, likePattern } from '#platform/keyset';
import type { ListProblems } from './problem.dto';
import type { ProblemPage, ProblemSummary } from './problem.view';

const PAGE = 50;

const TABLES = `problem p
  JOIN unit u ON u.id = p.unit_id
  LEFT JOIN anchor n ON n.id = p.anchor_id
  LEFT JOIN report r ON r.id = n.report_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS measures, count(*) FILTER (WHERE t.status = 'closed')::int AS "measuresClosed"
    FROM measure m JOIN task t ON t.id = m.task_id WHERE m.problem_id = p.id AND t.status <> 'dropped'
  ) counts`;

const COLUMNS = `p.id, p.code, p.title, p.status, p.unit_id AS "unitId", u.name AS "unitName",
  n.report_id AS "reportId", r.title AS "reportTitle", counts.*, p.version`;

/** Problems of the units `unitIds`, newest first; `subtree` narrows to a unit and those below it. */
export async function listProblems(
  db: EntityManager,
  unitIds: string[],
  ask: ListProblems,
  subtree: string[] | undefined,
): Promise<ProblemPage> {
  const limit = ask.limit ?? PAGE;
  const filter = new Conditions()
    .add('p.unit_id = ANY(?::uuid[])', unitIds)
    .given(subtree, 'p.unit_id = ANY(?::uuid[])')
    .given(ask.reportId, 'n.report_id = ?');
  if (ask.q) filter.add('p.title ILIKE ? OR p.code LIKE ?', likePattern(ask.q), likePattern(ask.q));
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM problem p LEFT JOIN anchor n ON n.id = p.anchor_id ${filter.where}`,
    filter.values,
  );
  if (ask.cursor) {
    const [at, code, id] = decodeCursor(ask.cursor, 3);
    filter.add('p.created_at <= ?::timestamptz', at);
    filter.add('p.created_at < ?::timestamptz OR (p.code, p.id) > (?, ?::uuid)', at, code, id);
  }
  const rows = await db.query<(ProblemSummary & { cursorAt: string })[]>(
    `SELECT ${COLUMNS}, p.created_at::text AS "cursorAt" FROM ${TABLES} ${filter.where}
     ORDER BY p.created_at DESC, p.code, p.id LIMIT ${filter.value(limit + 1)}`,
    filter.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ cursorAt: _, ...row }) => row),
    nextCursor: rows.length > limit && last ? encodeCursor([last.cursorAt, last.code, last.id]) : null,
    total,
  };
}

/** One problem's summary; null when there is none in these units. */
export async function problemSummary(db: EntityManager, unitIds: string[], id: string): Promise<ProblemSummary | null> {
  const rows = await db.query<ProblemSummary[]>(
    `SELECT ${COLUMNS} FROM ${TABLES} WHERE p.id = $1 AND p.unit_id = ANY($2::uuid[])`,
    [id, unitIds],
  );
  return rows[0] ?? null;
}
