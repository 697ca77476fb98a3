import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { ProgressEntry } from './progress-entry.entity';
import type { Task } from './task.entity';
import type { Part, Standing } from './task-status';

/** Which parts the actor has in a task, and whether he did work on it. */
export async function standingOf(
  db: EntityManager,
  actor: Actor,
  task: Pick<Task, 'id' | 'status' | 'leadUnitId' | 'assigneeId' | 'submittedById'>,
): Promise<Standing> {
  const parts: Part[] = [];
  if (actor.covers('task.assign', task.leadUnitId)) parts.push('supervisor');
  if (actor.covers('task.handle', task.leadUnitId)) parts.push('liaison');
  if (task.assigneeId === actor.personId) parts.push('assignee');
  const reported = await db.existsBy(ProgressEntry, { taskId: task.id, personId: actor.personId });
  return { status: task.status, parts, didTheWork: reported || task.submittedById === actor.personId };
}
