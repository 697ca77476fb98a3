import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import type { ProblemPart, ProblemStanding } from './problem-status';
import type { Problem } from './problem.entity';

/** The problems a person may see: of the units read, those hooked to him or to whom he acts for, and those they are responsible for. */
export function visibleProblems(conditions: Conditions, actor: Actor): Conditions {
  return conditions.add(
    'p.unit_id = ANY(?::uuid[]) OR p.leader_id = ANY(?::uuid[]) OR p.person_id = ANY(?::uuid[])',
    ...[actor.unitsFor('task.read'), actor.selves, actor.selves],
  );
}

export const unknownProblem = () => new DomainError('unknown', 'problem.unknown', '没有找到这个问题，或您无权查看。');

/** Throws problem.unknown when the actor may not see it. */
export async function refuseUnseen(db: EntityManager, actor: Actor, id: string): Promise<void> {
  const visible = visibleProblems(new Conditions().add('p.id = ?', id), actor);
  const seen = await db.query<unknown[]>(`SELECT 1 FROM problem p ${visible.where}`, visible.values);
  if (seen.length === 0) throw unknownProblem();
}

/** Which parts the actor has in a problem, and how far it is. */
export async function problemStandingOf(db: EntityManager, actor: Actor, problem: Problem): Promise<ProblemStanding> {
  const parts: ProblemPart[] = [];
  const onBehalf: ProblemStanding['onBehalf'] = {};
  if (actor.covers('task.assign', problem.unitId)) parts.push('supervisor');
  if (actor.covers('task.handle', problem.unitId)) parts.push('liaison');
  const whose = actor.actsAs(problem.personId);
  if (whose !== undefined) parts.push('responsible');
  if (whose !== undefined && whose !== 'himself') onBehalf.responsible = whose.name;
  const [{ worked, ...facts }] = await db.query<
    { openMeasures: number; closedMeasures: number; worked: boolean; lookBackWaiting: boolean }[]
  >(
    `SELECT count(*) FILTER (WHERE t.status NOT IN ('closed', 'dropped'))::int AS "openMeasures",
       count(*) FILTER (WHERE t.status = 'closed')::int AS "closedMeasures",
       coalesce(bool_or(EXISTS (SELECT 1 FROM progress_entry e WHERE e.task_id = t.id AND e.person_id = $2)), false)
         OR EXISTS (SELECT 1 FROM attachment a WHERE a.subject_id = $1 AND a.uploaded_by_id = $2) AS worked,
       EXISTS (SELECT 1 FROM look_back b WHERE b.problem_id = $1 AND b.done_on IS NULL) AS "lookBackWaiting"
     FROM measure m JOIN task t ON t.id = m.task_id WHERE m.problem_id = $1`,
    [problem.id, actor.personId],
  );
  const { status, replyDueOn } = problem;
  const didTheWork = worked || problem.rectifiedById === actor.personId;
  return { status, parts, onBehalf, didTheWork, replyDueOn, ...facts };
}
