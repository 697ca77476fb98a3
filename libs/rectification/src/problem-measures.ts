import type { EntityManager } from 'typeorm';
import { isShown } from '#documents/content-type/content-types';
import type { Actor } from '#organisation/actor';
import type { AsOf } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { presentAttachments } from '#tasks/evidence/attachment-list';
import { taskSummaries } from '#tasks/task-list';
import { visibleTasks } from '#tasks/task-sight';
import type { ProgressView } from '#tasks/task.view';
import { grouped } from '#platform/grouped';
import type { ProblemMeasure } from './problem.view';

/** More measures than a problem of any report has. */
const MOST_MEASURES = 200;
/** Entries of progress shown with each measure; the task's own page has all. */
const LATEST_ENTRIES = 3;

/** The measures of a problem that the actor may see, each with what proves it. */
export async function measuresOf(
  db: EntityManager,
  actor: Actor,
  problemId: string,
  at: AsOf,
): Promise<ProblemMeasure[]> {
  const answering = new Conditions().add('t.id IN (SELECT task_id FROM measure WHERE problem_id = ?)', problemId);
  const tasks = await taskSummaries(db, at, visibleTasks(answering, actor), MOST_MEASURES);
  if (tasks.length === 0) return [];
  const ids = tasks.map(({ id }) => id);
  const entries = await db.query<(Omit<ProgressView, 'at'> & { taskId: string; writtenAt: Date })[]>(
    `SELECT x.task_id AS "taskId", x.id, x.at AS "writtenAt", person.name AS by, x.percent, x.narrative,
       x.period_start AS "periodStart", x.late
     FROM (SELECT e.*, row_number() OVER (PARTITION BY e.task_id ORDER BY e.at DESC) AS nth
           FROM progress_entry e WHERE e.task_id = ANY($1::uuid[])) x
     JOIN person ON person.id = x.person_id WHERE x.nth <= ${LATEST_ENTRIES} ORDER BY x.at DESC`,
    [ids],
  );
  const entriesOf = grouped(entries, ({ taskId }) => taskId);
  const attachmentsOf = grouped(await presentAttachments(db, 'task', ids), ({ subjectId }) => subjectId);
  return tasks.map((task) => ({
    ...task,
    progressEntries: (entriesOf.get(task.id) ?? []).map(({ taskId: _, writtenAt, ...entry }) => ({
      ...entry,
      at: writtenAt.toISOString(),
    })),
    attachments: (attachmentsOf.get(task.id) ?? []).map(({ id, fileName, mediaType }) => ({
      ...{ id, fileName },
      shown: isShown(mediaType),
    })),
  }));
}
