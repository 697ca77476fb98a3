import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Task } from './task.entity';
import { OPEN_STATUSES, type Need, type Part, type Standing, type UnfitMove } from './task-status';

interface Circumstances {
  id: string;
  reported: boolean;
  brokenDown: boolean;
  openChildren: boolean;
  openMilestones: boolean;
}

/** Which parts the actor has in each task, whether he did work on it, and what it still lacks. */
export async function standingsOf(
  db: EntityManager,
  actor: Actor,
  tasks: readonly Task[],
): Promise<Map<string, Standing>> {
  const rows = await db.query<Circumstances[]>(
    `SELECT x.id,
       EXISTS (SELECT 1 FROM progress_entry e WHERE e.task_id = x.id AND e.person_id = $2 AND NOT e.from_ledger) AS reported,
       EXISTS (SELECT 1 FROM task c WHERE c.parent_id = x.id AND c.kind <> 'occurrence' AND c.status <> 'dropped') AS "brokenDown",
       EXISTS (SELECT 1 FROM task c WHERE c.parent_id = x.id AND c.status = ANY($3)) AS "openChildren",
       EXISTS (SELECT 1 FROM milestone m WHERE m.task_id = x.id AND m.done_on IS NULL) AS "openMilestones"
     FROM unnest($1::uuid[]) AS x(id)`,
    [tasks.map(({ id }) => id), actor.personId, OPEN_STATUSES],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(tasks.map((task) => [task.id, standing(actor, task, found.get(task.id) as Circumstances)]));
}

function standing(actor: Actor, task: Task, is: Circumstances): Standing {
  const lacks: Need[] = [];
  if (is.openChildren) lacks.push('children-done');
  if (is.openMilestones) lacks.push('milestones-done');
  return {
    status: task.status,
    former: task.suspendedFrom,
    parts: partsOf(actor, task),
    didTheWork: is.reported || task.submittedById === actor.personId,
    brokenDown: is.brokenDown,
    lacks,
    unfit: unfitFor(task),
  };
}

function unfitFor({ kind, parentId, occursEvery }: Task): UnfitMove[] {
  const unfit: UnfitMove[] = [];
  // One level is enough to charge units; more would hide who is responsible.
  if (parentId !== null || occursEvery !== null || kind === 'urgent') unfit.push('decompose');
  if (kind === 'urgent') unfit.push('re-date');
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
