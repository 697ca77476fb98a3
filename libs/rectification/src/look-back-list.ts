import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { MOST_COUNTED } from './problem-list';
import { visibleProblems } from './problem-standing';
import type { ListLookBacks } from './problem.dto';
import type { LookBackDue, LookBackPage } from './problem.view';

const PAGE = 50;

/** Look-backs 回头看 that wait to be made, the earliest first; `subtree` narrows to a unit and those below it. */
export async function listLookBacks(
  db: EntityManager,
  actor: Actor,
  ask: ListLookBacks,
  today: Day,
  subtree: string[] | undefined,
): Promise<LookBackPage> {
  const filter = visibleProblems(new Conditions().add('b.done_on IS NULL'), actor)
    .given(subtree, 'p.unit_id = ANY(?::uuid[])')
    .given(ask.until, 'b.due_on <= ?::date');
  const from = `FROM look_back b JOIN problem p ON p.id = b.problem_id`;
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (SELECT 1 ${from} ${filter.where} LIMIT ${MOST_COUNTED}) x`,
    filter.values,
  );
  if (ask.cursor) {
    const [day, id] = decodeCursor(ask.cursor, 2);
    filter.add('(b.due_on, b.id) > (?::date, ?::uuid)', day, id);
  }
  const rows = await db.query<LookBackDue[]>(
    `SELECT b.id, p.id AS "problemId", p.code, p.title, u.name AS "unitName", leader.name AS "leaderName",
       p.closed_on AS "closedOn", b.due_on AS "dueOn", b.due_on < ${filter.value(today)}::date AS overdue
     ${from} JOIN unit u ON u.id = p.unit_id LEFT JOIN person leader ON leader.id = p.leader_id
     ${filter.where} ORDER BY b.due_on, b.id LIMIT ${PAGE + 1}`,
    filter.values,
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > PAGE && last ? encodeCursor([last.dueOn, last.id]) : null, total };
}
