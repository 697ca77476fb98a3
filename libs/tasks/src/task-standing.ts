import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Task } from './task.entity';
import { OPEN_STATUSES, type Need, type Part, type Standing, type UnfitMove } from './task-status';
import { policiesFor } from './policy/policies';

interface Circumstances {
  id: string;
  /** Reported progress or gave evidence, be it removed since. */
  worked: boolean;
  brokenDown: boolean;
  openChildren: boolean;
  openMilestones: boolean;
  /** Evidence of a part is evidence of the whole. */
  evidence: boolean;
  openRequest: boolean;
}

/** Which parts the actor has in each task, whether he did work on it, and what it still lacks. */
export async function standingsOf(
  db: EntityManager,
  actor: Actor,
  tasks: readonly Task[],
): Promise<Map<string, Standing>> {
  const rows = await db.query<Circumstances[]>(
    `SELECT x.id,
       EXISTS (SELECT 1 FROM progress_entry e WHERE e.task_id = x.id AND e.person_id = $2 AND NOT e.from_ledger)
         OR EXISTS (SELECT 1 FROM attachment a WHERE a.subject_id = x.id AND a.uploaded_by_id = $2) AS worked,
       EXISTS (SELECT 1 FROM task c WHERE c.parent_id = x.id AND c.kind <> 'occurrence' AND c.status <> 'dropped') AS "brokenDown",
       EXISTS (SELECT 1 FROM task c WHERE c.parent_id = x.id AND c.status = ANY($3)) AS "openChildren",
       EXISTS (SELECT 1 FROM milestone m WHERE m.task_id = x.id AND m.done_on IS NULL) AS "openMilestones",
       EXISTS (SELECT 1 FROM attachment a WHERE a.removed_at IS NULL
         AND a.subject_id IN (SELECT x.id UNION ALL SELECT c.id FROM task c WHERE c.parent_id = x.id)) AS evidence,
       EXISTS (SELECT 1 FROM task_request q WHERE q.task_id = x.id AND q.decision IS NULL) AS "openRequest"
     FROM unnest($1::uuid[]) AS x(id)`,
    [tasks.map(({ id }) => id), actor.personId, OPEN_STATUSES],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const policy = await policiesFor(
    db,
    tasks.map(({ leadUnitId }) => leadUnitId),
  );
  return new Map(
    tasks.map((task) => {
      const required = task.evidenceRequired ?? policy(task.leadUnitId).evidenceRequired ?? false;
      return [task.id, standing(actor, task, found.get(task.id) as Circumstances, required)];
    }),
  );
}

function standing(actor: Actor, task: Task, is: Circumstances, evidenceRequired: boolean): Standing {
  const lacks: Need[] = [];
  if (is.openChildren) lacks.push('children-done');
  if (is.openMilestones) lacks.push('milestones-done');
  if (evidenceRequired && !is.evidence) lacks.push('evidence');
  if (is.openRequest) lacks.push('requests-decided');
  return {
    status: task.status,
    former: task.suspendedFrom,
    parts: partsOf(actor, task),
    didTheWork: is.worked || task.submittedById === actor.personId,
    brokenDown: is.brokenDown,
    evidenceRequired,
    lacks,
    unfit: unfitFor(task),
  };
}

function unfitFor({ kind, parentId, occursEvery, dueOn }: Task): UnfitMove[] {
  const unfit: UnfitMove[] = [];
  // One level is enough to charge units; more would hide who is responsible.
  if (parentId !== null || occursEvery !== null || kind === 'urgent') unfit.push('decompose');
  if (kind === 'urgent') unfit.push('re-date');
  if (kind === 'urgent' || dueOn === null) unfit.push('ask-extension');
  return unfit;
}

function partsOf(actor: Actor, task: Task): Part[] {
  const parts: Part[] = [];
  if (actor.covers('task.assign', task.leadUnitId)) parts.push('supervisor');
  if (actor.covers('task.lead', task.leadUnitId) || task.leaderId === actor.personId) parts.push('leader');
  if (actor.covers('task.handle', task.leadUnitId)) parts.push('liaison');
  if (task.assigneeId === actor.personId) parts.push('assignee');
  return parts;
}
