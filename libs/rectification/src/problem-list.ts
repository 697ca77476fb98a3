import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { addDays } from '#language/day';
import type { AsOf } from '#organisation/calendar/working-time';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { idsWithWords, searchWords } from '#platform/search-words';
import { DUE_SOON_DAYS, lightSql } from '#tasks/light';
import { visibleProblems } from './problem-standing';
import type { DueWindow, FilterProblems, ListProblems } from './problem.dto';
import type { ProblemPage, ProblemSummary } from './problem.view';

const PAGE = 50;
/** Nobody reads a larger number; counting on would read the whole table. */
export const MOST_COUNTED = 10_000;
/** Sorts problems without a deadline behind all others. */
const DUE_DAY = `coalesce(p.due_on, DATE '9999-12-31')`;
/** Being put right: what waits for verification is not behind. */
const UNDER_WAY = `p.status IN ('open', 'reopened')`;
const WORST_FIRST = `ARRAY['red', 'yellow', 'blue', 'purple', 'green']`;

const ORDERS = {
  newest: {
    key: 'p.created_at',
    by: 'p.created_at DESC, p.code',
    after: (key: string, code: string) =>
      `p.created_at <= ${key}::timestamptz AND (p.created_at < ${key}::timestamptz OR p.code > ${code})`,
  },
  dueOn: {
    key: DUE_DAY,
    by: `${DUE_DAY}, p.code`,
    after: (key: string, code: string) => `(${DUE_DAY}, p.code) > (${key}::date, ${code})`,
  },
} as const;

/** The roll-up of a problem's measures: how many, how many closed, and the worst light of them. */
const tables = (at: AsOf) => `problem p
  JOIN unit u ON u.id = p.unit_id
  LEFT JOIN person person ON person.id = p.person_id
  LEFT JOIN person leader ON leader.id = p.leader_id
  LEFT JOIN anchor n ON n.id = p.anchor_id
  LEFT JOIN report r ON r.id = n.report_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS measures, count(*) FILTER (WHERE t.status = 'closed')::int AS "measuresClosed",
      (${WORST_FIRST})[min(array_position(${WORST_FIRST}, ${lightSql('t', at)}))] AS light
    FROM measure m JOIN task t ON t.id = m.task_id WHERE m.problem_id = p.id AND t.status <> 'dropped'
  ) counts`;

const columns = (today: Day) => `p.id, p.code, p.title, p.status, p.origin, p.category,
  p.unit_id AS "unitId", u.name AS "unitName", p.person_id AS "personId", person.name AS "personName",
  p.leader_id AS "leaderId", leader.name AS "leaderName", p.raised_on AS "raisedOn", p.due_on AS "dueOn",
  coalesce(${UNDER_WAY} AND p.due_on < DATE '${today}', false) AS overdue,
  n.report_id AS "reportId", r.title AS "reportTitle", counts.*, p.version`;

const WINDOWS: Record<DueWindow, (conditions: Conditions, today: Day) => void> = {
  overdue: (conditions, today) => conditions.add(`${DUE_DAY} < ?::date AND ${UNDER_WAY}`, today),
  soon: (conditions, today) =>
    conditions.add(`${DUE_DAY} BETWEEN ?::date AND ?::date AND ${UNDER_WAY}`, today, addDays(today, DUE_SOON_DAYS)),
  none: (conditions) => conditions.add(`p.due_on IS NULL AND ${UNDER_WAY}`),
};

/** The problems that `actor` may see and the filters keep, of table problem p with anchor n; `subtree` narrows to a unit and those below. */
export function filteredProblems(
  actor: Actor,
  ask: FilterProblems,
  today: Day,
  subtree: string[] | undefined,
): Conditions {
  const filter = visibleProblems(new Conditions(), actor)
    .given(subtree, 'p.unit_id = ANY(?::uuid[])')
    .given(ask.status, 'p.status = ANY(?)')
    .given(ask.origin, 'p.origin = ANY(?)')
    .given(ask.category, 'p.category = ?')
    .given(ask.leaderId, 'p.leader_id = ?')
    .given(ask.reportId, 'n.report_id = ?');
  if (ask.mine) filter.add('p.leader_id = ANY(?::uuid[]) OR p.person_id = ANY(?::uuid[])', actor.selves, actor.selves);
  if (ask.due) WINDOWS[ask.due](filter, today);
  if (ask.q) filter.add(`p.id IN (${idsWithWords(filter, 'problem_search', searchWords(ask.q))})`);
  return filter;
}

export async function countProblems(db: EntityManager, filter: Conditions, most = MOST_COUNTED): Promise<number> {
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (
       SELECT 1 FROM problem p LEFT JOIN anchor n ON n.id = p.anchor_id ${filter.where} LIMIT ${most}) x`,
    filter.values,
  );
  return total;
}

export async function listProblems(
  db: EntityManager,
  actor: Actor,
  ask: ListProblems,
  at: AsOf,
  subtree: string[] | undefined,
): Promise<ProblemPage> {
  const limit = ask.limit ?? PAGE;
  const order = ORDERS[ask.sort ?? 'newest'];
  const filter = filteredProblems(actor, ask, at.today, subtree);
  const total = await countProblems(db, filter);
  if (ask.cursor) {
    const [key, code] = decodeCursor(ask.cursor, 2);
    filter.add(order.after(filter.value(key), filter.value(code)));
  }
  const rows = await db.query<(ProblemSummary & { cursorKey: string })[]>(
    `SELECT ${columns(at.today)}, (${order.key})::text AS "cursorKey" FROM ${tables(at)} ${filter.where}
     ORDER BY ${order.by} LIMIT ${filter.value(limit + 1)}`,
    filter.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ cursorKey: _, ...row }) => row),
    nextCursor: rows.length > limit && last ? encodeCursor([last.cursorKey, last.code]) : null,
    total,
  };
}

/** One problem's summary; null when the actor may not see it. */
export async function problemSummary(
  db: EntityManager,
  actor: Actor,
  id: string,
  at: AsOf,
): Promise<ProblemSummary | null> {
  const visible = visibleProblems(new Conditions().add('p.id = ?', id), actor);
  const rows = await db.query<ProblemSummary[]>(
    `SELECT ${columns(at.today)} FROM ${tables(at)} ${visible.where}`,
    visible.values,
  );
  return rows[0] ?? null;
}
