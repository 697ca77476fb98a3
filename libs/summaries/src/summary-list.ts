import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import type { ListSummaries } from './summary.dto';
import type { SummaryHead, SummaryPage } from './summary.view';

const PAGE = 50;

/** The summaries of units that the actor reads, of the latest period first. */
export async function listSummaries(
  db: EntityManager,
  actor: Actor,
  ask: ListSummaries,
  subtree: string[] | undefined,
): Promise<SummaryPage> {
  const limit = ask.limit ?? PAGE;
  const filter = new Conditions()
    .add('s.unit_id = ANY(?::uuid[])', actor.unitsFor('task.read'))
    .given(subtree, 's.unit_id = ANY(?::uuid[])')
    .given(ask.status, 's.status = ?');
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM summary s ${filter.where}`,
    filter.values,
  );
  if (ask.cursor) {
    const [end, id] = decodeCursor(ask.cursor, 2);
    filter.add('s.period_end < ?::date OR (s.period_end = ?::date AND s.id > ?::uuid)', end, end, id);
  }
  const rows = await db.query<SummaryHead[]>(
    `SELECT s.id, s.unit_id AS "unitId", s.composition ->> 'unitName' AS "unitName", s.period_kind AS period,
       s.composition -> 'covered' ->> 'label' AS "periodLabel", s.period_start AS "periodStart", s.period_end AS "periodEnd",
       s.title, s.status, s.number, s.issued_on AS "issuedOn", s.version
     FROM summary s ${filter.where} ORDER BY s.period_end DESC, s.id LIMIT ${filter.value(limit + 1)}`,
    filter.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    nextCursor: rows.length > limit && last ? encodeCursor([last.periodEnd, last.id]) : null,
    total,
  };
}
