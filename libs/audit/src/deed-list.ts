import type { EntityManager } from 'typeorm';
import { Conditions } from '#platform/conditions';
import type { Change } from '#platform/history.entity';
import { decodeCursor, encodeCursor, likePattern } from '#platform/keyset';
import type { ListHistory } from './audit.dto';
import type { DeedView, HistoryPage } from './audit.view';

const PAGE = 50;
/** Nobody reads a larger number; counting on would read the whole table. */
const MOST_COUNTED = 10_000;

/** The rows of a page, with what their subjects are called now. */
const shownDeeds = (rows: string) => `
  SELECT h.id, h.at, h.at::text AS "cursorAt", h.actor_name AS "by", h.subject, h.subject_id AS "subjectId", h.action,
    h.reason, h.changes, u.name AS "unitName",
    coalesce(t.code || ' ' || t.title, p.code || ' ' || p.title, r.title, i.title, d.file_name, s.name, w.name, n.title,
      '对' || c.unit_name || '的检查')
      AS "subjectName"
  FROM (${rows}) h
  LEFT JOIN unit u ON u.id = h.unit_id
  LEFT JOIN task t ON t.id = h.subject_id
  LEFT JOIN problem p ON p.id = h.subject_id
  LEFT JOIN report r ON r.id = h.subject_id
  LEFT JOIN report_item i ON i.id = h.subject_id
  LEFT JOIN source_document d ON d.id = h.subject_id
  LEFT JOIN unit s ON s.id = h.subject_id
  LEFT JOIN person w ON w.id = h.subject_id
  LEFT JOIN inspection_round n ON n.id = h.subject_id
  LEFT JOIN (SELECT k.id, ku.name AS unit_name FROM inspection_check k JOIN unit ku ON ku.id = k.inspected_unit_id) c
    ON c.id = h.subject_id
  ORDER BY h.at DESC, h.id DESC`;

type Row = Omit<DeedView, 'at'> & { at: Date; cursorAt: string };

/** A page of deeds, newest first; `units` null: of the whole organisation. Days are those of `zone`. */
export async function listDeeds(
  db: EntityManager,
  units: string[] | null,
  ask: ListHistory & { from: string; to: string },
  zone: string,
): Promise<HistoryPage> {
  const limit = ask.limit ?? PAGE;
  const filter = new Conditions()
    .add('h.at >= ?::date::timestamp AT TIME ZONE ?', ask.from, zone)
    .add('h.at < (?::date + 1)::timestamp AT TIME ZONE ?', ask.to, zone)
    .given(units, 'h.unit_id = ANY(?::uuid[])')
    .given(ask.personId, 'h.actor_id = ?')
    .given(ask.subject, 'h.subject = ?')
    .given(ask.action, 'h.action = ?');
  if (ask.q) {
    const words = likePattern(ask.q);
    filter.add('h.reason ILIKE ? OR h.actor_name ILIKE ? OR h.changes::text ILIKE ?', words, words, words);
  }
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (SELECT 1 FROM history h ${filter.where} LIMIT ${MOST_COUNTED}) x`,
    filter.values,
  );
  if (ask.cursor) filter.add('(h.at, h.id) < (?::timestamptz, ?::bigint)', ...decodeCursor(ask.cursor, 2));
  const rows = await db.query<Row[]>(
    shownDeeds(
      `SELECT * FROM history h ${filter.where} ORDER BY h.at DESC, h.id DESC LIMIT ${filter.value(limit + 1)}`,
    ),
    filter.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const names = await namesIn(db, shown);
  return {
    rows: shown.map(({ cursorAt: _, at, changes, ...row }) => ({
      ...row,
      at: at.toISOString(),
      changes: changes.map(({ field, from, to }) => ({ field, from: named(from, names), to: named(to, names) })),
    })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.cursorAt, last.id]) : null,
    total,
  };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The names of units and people that changes speak of by their ids. */
async function namesIn(db: EntityManager, rows: readonly { changes: Change[] }[]): Promise<Map<string, string>> {
  const values = rows.flatMap(({ changes }) => changes.flatMap(({ from, to }) => [from, to]));
  const ids = [...new Set(values.filter((value) => value !== null && ID.test(value)))];
  if (ids.length === 0) return new Map();
  const found = await db.query<{ id: string; name: string }[]>(
    `SELECT id, name FROM unit WHERE id = ANY($1::uuid[]) UNION ALL SELECT id, name FROM person WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

const named = (value: string | null, names: Map<string, string>) =>
  value === null ? null : (names.get(value) ?? value);
