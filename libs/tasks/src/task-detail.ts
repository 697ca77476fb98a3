import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { HistoryEntry } from '#platform/history.entity';
import { ProgressEntry } from './progress-entry.entity';
import { sourceOf } from './source-context';
import { taskSummaries, visibleTasks } from './task-list';
import { standingOf } from './task-standing';
import { movesFor } from './task-status';
import { Task } from './task.entity';
import type { TaskDetail } from './task.view';

/** Everything about one task that `actor` may see; null when he may not see it. */
export async function taskDetail(db: EntityManager, actor: Actor, id: string, today: Day): Promise<TaskDetail | null> {
  const [summary] = await taskSummaries(db, today, visibleTasks(new Conditions().add('t.id = ?', id), actor), 1);
  if (!summary) return null;
  const task = await db.findOneByOrFail(Task, { id });
  const progress = await db.find(ProgressEntry, {
    where: { taskId: id },
    relations: { person: true },
    order: { at: 'DESC' },
  });
  return {
    ...summary,
    text: task.text,
    originalDueOn: task.originalDueOn,
    recurrence: task.recurrence,
    assignedOn: task.assignedOn,
    closedOn: task.closedOn,
    measures: task.measures.map(({ text }) => ({ text })),
    source: await sourceOf(db, task.anchorId),
    progressEntries: progress.map((entry) => ({
      id: entry.id,
      at: entry.at.toISOString(),
      by: entry.person?.name ?? '',
      percent: entry.percent,
      narrative: entry.narrative,
    })),
    history: await historyOf(db, id),
    moves: movesFor(await standingOf(db, actor, task)),
  };
}

async function historyOf(db: EntityManager, subjectId: string): Promise<TaskDetail['history']> {
  const entries = await db.find(HistoryEntry, { where: { subjectId }, order: { id: 'DESC' } });
  return entries.map(({ id, at, actorName, action, reason, changes }) => ({
    id,
    at: at.toISOString(),
    by: actorName,
    action,
    reason,
    changes,
  }));
}
