import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { unknownTask } from '#tasks/task-commands';
import { visibleTasks } from '#tasks/task-sight';

/** Throws task.unknown when the task does not exist or is out of the actor's sight. */
export async function refuseUnseen(db: EntityManager, actor: Actor, taskId: string): Promise<void> {
  const seen = visibleTasks(new Conditions().add('t.id = ?', taskId), actor);
  const rows = await db.query<unknown[]>(`SELECT 1 FROM task t ${seen.where}`, seen.values);
  if (rows.length === 0) throw unknownTask();
}
