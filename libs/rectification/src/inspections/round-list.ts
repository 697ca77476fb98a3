import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { historyOf } from '#tasks/task-history';
import { MOST_COUNTED } from '../problem-list';
import { RATE_FORMULA, rateLine } from '../rectification-rate';
import { checkLines } from './check-lines';
import { InspectionRound } from './inspection-round.entity';
import { unknownRound, visibleChecks, visibleRounds } from './inspection-sight';
import type { ListRounds } from './inspection.dto';
import type { RoundDetail, RoundPage, RoundSummary } from './inspection.view';
import { blockedRoundMoves, roundMovesFor, type RoundStanding } from './round-status';

const PAGE = 50;

/** The rounds that `actor` may see, the latest first, with counts over the checks that he may see; `subtree` narrows to a unit and those below it. */
export async function listRounds(
  db: EntityManager,
  actor: Actor,
  ask: ListRounds,
  subtree: string[] | undefined,
): Promise<RoundPage> {
  const filter = visibleRounds(new Conditions(), actor)
    .given(subtree, 'r.unit_id = ANY(?::uuid[])')
    .given(ask.status, 'r.status = ANY(?)');
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (SELECT 1 FROM inspection_round r ${filter.where} LIMIT ${MOST_COUNTED}) x`,
    filter.values,
  );
  if (ask.cursor) {
    const [day, id] = decodeCursor(ask.cursor, 2);
    filter.add('r.starts_on <= ?::date AND (r.starts_on < ?::date OR r.id > ?::uuid)', day, day, id);
  }
  const rows = await summaries(db, actor, filter, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const nextCursor = rows.length > PAGE && last ? encodeCursor([last.startsOn, last.id]) : null;
  return { rows: shown, nextCursor, total };
}

function summaries(db: EntityManager, actor: Actor, filter: Conditions, limit: number): Promise<RoundSummary[]> {
  const rounds = `SELECT r.* FROM inspection_round r ${filter.where} ORDER BY r.starts_on DESC, r.id LIMIT ${filter.value(limit)}`;
  const checks = visibleChecks(filter.following().add('c.round_id = r.id').add(`c.status <> 'called-off'`), actor);
  return db.query<RoundSummary[]>(
    `SELECT r.id, r.title, r.kind, r.unit_id AS "unitId", u.name AS "unitName", r.category, r.starts_on AS "startsOn",
       r.ends_on AS "endsOn", r.status, counts.*, r.version
     FROM (${rounds}) r JOIN unit u ON u.id = r.unit_id
     CROSS JOIN LATERAL (
       SELECT count(DISTINCT c.id)::int AS checks, count(DISTINCT c.id) FILTER (WHERE c.status = 'settled')::int AS "checksSettled",
         count(p.id) FILTER (WHERE p.status <> 'withdrawn')::int AS problems,
         count(p.id) FILTER (WHERE p.status = 'closed')::int AS "problemsClosed"
       FROM inspection_check c LEFT JOIN inspection_finding f ON f.check_id = c.id LEFT JOIN problem p ON p.id = f.problem_id
       ${checks.where}) counts
     ORDER BY r.starts_on DESC, r.id`,
    checks.values,
  );
}

/** Everything about a round that `actor` may see, of its checks only those he may see. Throws inspection.unknown. */
export async function roundDetail(db: EntityManager, actor: Actor, id: string, today: Day): Promise<RoundDetail> {
  const [summary] = await summaries(db, actor, visibleRounds(new Conditions().add('r.id = ?', id), actor), 1);
  if (!summary) throw unknownRound();
  const round = await db.findOneOrFail(InspectionRound, { where: { id }, relations: { createdBy: true } });
  const standing = await roundStandingOf(db, actor, round);
  const { problems, problemsClosed } = summary;
  return {
    ...summary,
    note: round.note,
    createdBy: round.createdBy?.name ?? '',
    lines: await checkLines(db, actor, new Conditions().add('c.round_id = ?', id), today),
    ratePercent: rateLine(null, '合计', [{ total: problems, closed: problemsClosed }]).percent,
    rateFormula: RATE_FORMULA,
    history: actor.covers('task.read', round.unitId) ? await historyOf(db, id) : [],
    moves: roundMovesFor(standing),
    blocked: blockedRoundMoves(standing),
  };
}

export async function roundStandingOf(
  db: EntityManager,
  actor: Actor,
  { id, status, unitId }: InspectionRound,
): Promise<RoundStanding> {
  const [counts] = await db.query<{ checks: number; openChecks: number }[]>(
    `SELECT count(*)::int AS checks, count(*) FILTER (WHERE status NOT IN ('settled', 'called-off'))::int AS "openChecks"
     FROM inspection_check WHERE round_id = $1`,
    [id],
  );
  return { status, supervises: actor.covers('task.assign', unitId), ...counts };
}
