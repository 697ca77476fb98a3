import type { EntityManager } from 'typeorm';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { idsWithWords, searchWords } from '#platform/search-words';
import type { ListReports } from './report.dto';
import type { ReportPage, ReportSummary } from './report.view';

const PAGE = 50;

const SUMMARY = `
  SELECT r.id, r.document_id AS "documentId", d.file_name AS "fileName", d.format, r.title, r.issuer,
    r.unit_id AS "unitId", u.name AS "unitName", r.period_label AS "periodLabel", r.period_start AS "periodStart",
    r.period_end AS "periodEnd", r.plan_year AS "planYear", r.imported_at AS "importedAt", p.name AS "importedBy",
    r.version, r.edition, f.id AS "formerId", f.title AS "formerTitle", l.id AS "laterId", l.title AS "laterTitle",
    m.id AS "doubtId", m.title AS "doubtTitle", counts.*, changes.*
  FROM report r
  JOIN source_document d ON d.id = r.document_id
  JOIN unit u ON u.id = r.unit_id
  JOIN person p ON p.id = d.imported_by_id
  LEFT JOIN report f ON f.id = r.replaces_id
  LEFT JOIN report l ON l.replaces_id = r.id
  LEFT JOIN report m ON m.id = r.maybe_replaces_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE i.status = 'proposed')::int AS proposed,
      count(*) FILTER (WHERE i.status = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE i.status = 'rejected')::int AS rejected,
      count(*) FILTER (WHERE i.kind IN ('next_step', 'pledge'))::int AS "nextSteps",
      count(*) FILTER (WHERE i.kind = 'problem')::int AS problems
    FROM report_item i WHERE i.report_id = r.id
  ) counts
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE v.change IN ('same', 'moved'))::int AS same,
      count(*) FILTER (WHERE v.change = 'changed')::int AS changed,
      count(*) FILTER (WHERE v.change = 'gone')::int AS gone,
      count(*) FILTER (WHERE v.change = 'new')::int AS added,
      count(*) FILTER (WHERE v.decision = 'pending')::int AS pending
    FROM item_revision v WHERE v.report_id = r.id
  ) changes ON r.replaces_id IS NOT NULL`;

/** Holds for report `r` when it is the latest edition; former ones are reached from it. */
export const LATEST = 'NOT EXISTS (SELECT 1 FROM report s WHERE s.replaces_id = r.id)';
const OPEN_ITEMS = `EXISTS (SELECT 1 FROM report_item i WHERE i.report_id = r.id AND i.status = 'proposed')`;

interface Row extends Omit<
  ReportSummary,
  'counts' | 'period' | 'importedAt' | 'former' | 'later' | 'doubt' | 'changes'
> {
  formerId: string | null;
  formerTitle: string;
  laterId: string | null;
  laterTitle: string;
  same: number | null;
  changed: number;
  gone: number;
  added: number;
  pending: number;
  doubtId: string | null;
  doubtTitle: string;
  periodLabel: string | null;
  periodStart: string;
  periodEnd: string;
  importedAt: Date;
  proposed: number;
  accepted: number;
  rejected: number;
  nextSteps: number;
  problems: number;
}

function summary(row: Row): ReportSummary {
  const { periodLabel, periodStart, periodEnd, proposed, accepted, rejected, nextSteps, problems, ...other } = row;
  const {
    formerId,
    formerTitle,
    laterId,
    laterTitle,
    doubtId,
    doubtTitle,
    same,
    changed,
    gone,
    added,
    pending,
    ...rest
  } = other;
  return {
    ...rest,
    importedAt: row.importedAt.toISOString(),
    period: periodLabel === null ? null : { label: periodLabel, start: periodStart, end: periodEnd },
    former: formerId === null ? null : { id: formerId, title: formerTitle },
    later: laterId === null ? null : { id: laterId, title: laterTitle },
    doubt: doubtId === null ? null : { id: doubtId, title: doubtTitle },
    changes: same === null ? null : { same, changed, gone, added, pending },
    counts: { proposed, accepted, rejected, nextSteps, problems },
  };
}

/** Newest first, of the units `unitIds` only; `subtree` narrows to a unit and those below it. */
export async function listReports(
  db: EntityManager,
  unitIds: string[],
  ask: ListReports,
  subtree: string[] | undefined,
): Promise<ReportPage> {
  const limit = ask.limit ?? PAGE;
  const filter = new Conditions().add('r.unit_id = ANY(?)', unitIds).add(LATEST).given(subtree, 'r.unit_id = ANY(?)');
  if (ask.q) {
    const words = searchWords(ask.q);
    const byFile = words.map((word) => `strpos(search_text(d.file_name), ${filter.value(word)}) > 0`).join(' AND ');
    filter.add(`r.id IN (${idsWithWords(filter, 'report_passage', words)}) OR (${byFile})`);
  }
  if (ask.state) filter.add(ask.state === 'to-review' ? OPEN_ITEMS : `NOT ${OPEN_ITEMS}`);
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM report r JOIN source_document d ON d.id = r.document_id ${filter.where}`,
    filter.values,
  );
  if (ask.cursor) {
    const [at, ordinal, id] = decodeCursor(ask.cursor, 3);
    filter.add('r.imported_at <= ?::timestamptz', at);
    filter.add('r.imported_at < ?::timestamptz OR (r.ordinal, r.id) > (?::int, ?::uuid)', at, ordinal, id);
  }
  const rows = await db.query<(Row & { cursorAt: string; cursorOrdinal: string })[]>(
    `${SUMMARY.replace('SELECT r.id', 'SELECT r.imported_at::text AS "cursorAt", r.ordinal::text AS "cursorOrdinal", r.id')} ${filter.where}
     ORDER BY r.imported_at DESC, r.ordinal, r.id LIMIT ${filter.value(limit + 1)}`,
    filter.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ cursorAt: _at, cursorOrdinal: _ordinal, ...row }) => summary(row)),
    nextCursor: rows.length > limit && last ? encodeCursor([last.cursorAt, last.cursorOrdinal, last.id]) : null,
    total,
  };
}

/** Summaries of the reports of one file that belong to these units, in the file's order. */
export async function reportsOfDocument(
  db: EntityManager,
  unitIds: string[],
  documentId: string,
): Promise<ReportSummary[]> {
  const rows = await db.query<Row[]>(`${SUMMARY} WHERE r.document_id = $1 AND r.unit_id = ANY($2) ORDER BY r.ordinal`, [
    documentId,
    unitIds,
  ]);
  return rows.map(summary);
}

/** One report's summary; null when there is none in these units. */
export async function reportSummary(db: EntityManager, unitIds: string[], id: string): Promise<ReportSummary | null> {
  const rows = await db.query<Row[]>(`${SUMMARY} WHERE r.id = $1 AND r.unit_id = ANY($2)`, [id, unitIds]);
  return rows.length > 0 ? summary(rows[0]) : null;
}
