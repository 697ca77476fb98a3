import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { historyOf } from '#tasks/task-history';
import { visibleProblems } from '../problem-standing';
import { checkLines } from './check-lines';
import { blockedCheckMoves, checkMovesFor, materialIsOpen, type CheckPart, type CheckStanding } from './check-status';
import { InspectionCheck } from './inspection-check.entity';
import type { InspectionRound } from './inspection-round.entity';
import { unknownCheck } from './inspection-sight';
import type { CheckDetail, FindingView } from './inspection.view';

/** Everything about one check that `actor` may see. Throws inspection-check.unknown. */
export async function checkDetail(db: EntityManager, actor: Actor, id: string, today: Day): Promise<CheckDetail> {
  const [line] = await checkLines(db, actor, new Conditions().add('c.id = ?', id), today);
  if (!line) throw unknownCheck();
  const check = await db.findOneOrFail(InspectionCheck, {
    where: { id },
    relations: { round: true, reportedBy: true, respondedBy: true },
  });
  const round = check.round as InspectionRound;
  const standing = await checkStandingOf(db, actor, check, round);
  // The inspected unit reads what the inspectors found once they have reported it.
  const opened = line.findings !== null;
  return {
    ...line,
    roundId: round.id,
    roundTitle: round.title,
    roundKind: round.kind,
    roundStatus: round.status,
    category: round.category,
    startsOn: round.startsOn,
    endsOn: round.endsOn,
    note: round.note,
    conclusion: opened ? check.conclusion : null,
    reportedOn: check.reportedOn,
    reportedBy: check.reportedBy?.name ?? null,
    response: check.response,
    respondedOn: check.respondedOn,
    respondedBy: check.respondedBy?.name ?? null,
    found: opened ? await findingsOf(db, actor, id) : [],
    materialOpen: materialIsOpen(standing),
    history: opened ? await historyOf(db, id) : [],
    moves: checkMovesFor(standing),
    blocked: blockedCheckMoves(standing),
    version: check.version,
  };
}

function findingsOf(db: EntityManager, actor: Actor, checkId: string): Promise<FindingView[]> {
  const seen = visibleProblems(new Conditions().add('p.id = f.problem_id'), actor);
  return db.query<FindingView[]>(
    `SELECT f.id, f.title, f.text, f.category, f.due_on AS "dueOn", f.status, f.reason, recorder.name AS "recordedBy",
       decider.name AS "decidedBy", (SELECT p.id FROM problem p ${seen.where}) AS "problemId",
       problem.code AS "problemCode", problem.status AS "problemStatus"
     FROM inspection_finding f JOIN person recorder ON recorder.id = f.recorded_by_id
     LEFT JOIN person decider ON decider.id = f.decided_by_id LEFT JOIN problem ON problem.id = f.problem_id
     WHERE f.check_id = ${seen.value(checkId)} ORDER BY f.created_at, f.id`,
    seen.values,
  );
}

/** Which parts the actor has in a check, and how far it is. */
export async function checkStandingOf(
  db: EntityManager,
  actor: Actor,
  check: InspectionCheck,
  round: InspectionRound,
): Promise<CheckStanding> {
  const [{ named, recorded, decided }] = await db.query<{ named: boolean; recorded: boolean; decided: number }[]>(
    `SELECT EXISTS (SELECT 1 FROM inspection_inspector WHERE check_id = $1 AND person_id = $2) AS named,
       coalesce(bool_or(recorded_by_id = $2), false) AS recorded, count(*) FILTER (WHERE status <> 'recorded')::int AS decided
     FROM inspection_finding WHERE check_id = $1`,
    [check.id, actor.personId],
  );
  const parts: Record<CheckPart, boolean> = {
    supervisor: actor.covers('task.assign', round.unitId),
    liaison: actor.covers('task.handle', check.inspectingUnitId),
    inspector: named,
    inspected: actor.covers('task.handle', check.inspectedUnitId),
  };
  return {
    status: check.status,
    roundStatus: round.status,
    parts: (Object.keys(parts) as CheckPart[]).filter((part) => parts[part]),
    didTheWork: named || recorded || check.reportedById === actor.personId,
    decided,
  };
}
