import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { AsOf } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { HistoryEntry } from '#platform/history.entity';
import { periodInWords } from './occurrences';
import { reportedPeriods } from './reporting-duty';
import { proofOf } from './evidence/proof';
import { daysLate } from './days-late';
import { ProgressEntry } from './progress-entry.entity';
import { requestsOf } from './requests/request-list';
import { reportView } from './responsibility/report-view';
import { sourceOf } from './source-context';
import { ledgerOrigin } from './ledger-import/ledger-origin';
import { taskSummaries, visibleTasks } from './task-list';
import { Milestone } from './milestone.entity';
import { standingsOf } from './task-standing';
import { blockedFor, movesFor, type Standing } from './task-status';
import { Task } from './task.entity';
import type { TaskDetail } from './task.view';

/** Parts shown on the page of the whole. */
const MOST_PARTS = 300;

/** Most tasks have little of this; asking what there is costs less than asking for each. */
const HAS = `SELECT
  EXISTS (SELECT 1 FROM progress_entry WHERE task_id = $1) AS progress,
  EXISTS (SELECT 1 FROM milestone WHERE task_id = $1) AS milestones,
  EXISTS (SELECT 1 FROM task_request WHERE task_id = $1) AS requests,
  EXISTS (SELECT 1 FROM attachment WHERE subject = 'task' AND subject_id = $1)
    OR EXISTS (SELECT 1 FROM verification WHERE task_id = $1) AS proof,
  EXISTS (SELECT 1 FROM task WHERE parent_id = $1) AS parts`;
type Has = Record<'progress' | 'milestones' | 'requests' | 'proof' | 'parts', boolean>;

/** Everything about one task that `actor` may see; null when he may not see it. */
export async function taskDetail(db: EntityManager, actor: Actor, id: string, at: AsOf): Promise<TaskDetail | null> {
  const [summary] = await taskSummaries(db, at, visibleTasks(new Conditions().add('t.id = ?', id), actor), 1);
  if (!summary) return null;
  const task = await db.findOneOrFail(Task, {
    where: { id },
    relations: { leader: true, parent: true, ledgerImport: true },
  });
  const [has] = await db.query<Has[]>(HAS, [id]);
  const progress = has.progress ? await progressOf(db, id) : [];
  const milestones = has.milestones ? await milestonesOf(db, id) : [];
  const requests = has.requests ? await requestsOf(db, actor, id) : [];
  const parts = new Conditions().add('t.parent_id = ?', id);
  const standing = (await standingsOf(db, actor, [task], at)).get(id) as Standing;
  const done = task.closedOn ?? at.today;
  return {
    ...summary,
    text: task.text,
    leaderId: task.leaderId,
    leaderName: task.leader?.name ?? null,
    dueAt: task.dueAt?.toISOString() ?? null,
    weight: task.weight,
    reportEvery: task.reportEvery,
    occursEvery: task.occursEvery,
    evidenceRequired: task.evidenceRequired,
    evidenceNeeded: standing.evidenceRequired,
    ...(has.proof ? await proofOf(db, actor, task, progress) : unproved(task)),
    requests,
    extensions: requests.filter(({ kind, decision }) => kind === 'extension' && decision === 'granted').length,
    daysLate: daysLate(task.dueOn, done),
    daysLateOriginally: daysLate(task.originalDueOn, done),
    whole: task.parent ? { id: task.parent.id, code: task.parent.code, title: task.parent.title } : null,
    parts: has.parts ? await taskSummaries(db, at, visibleTasks(parts, actor), MOST_PARTS) : [],
    milestones: milestones.map(({ id: own, title, dueOn, doneOn, doneBy }) => ({
      ...{ id: own, title, dueOn, doneOn },
      doneBy: doneBy?.name ?? null,
    })),
    originalDueOn: task.originalDueOn,
    recurrence: task.recurrence,
    assignedOn: task.assignedOn,
    closedOn: task.closedOn,
    measures: task.measures.map(({ text }) => ({ text })),
    source: await sourceOf(db, task.anchorId),
    ledger: ledgerOrigin(task, actor),
    progressEntries: progress.map((entry) => ({
      ...reportView(entry),
      periodStart: entry.periodStart,
      late: entry.late,
      fromLedger: entry.fromLedger,
    })),
    reporting: reportedPeriods(task, progress, at.today).map(({ start, end, label, state }) => ({
      start,
      end,
      label,
      state,
    })),
    suggestedEvery: task.kind === 'commitment' ? periodInWords(task.recurrence) : null,
    history: await historyOf(db, id),
    moves: movesFor(standing),
    blocked: blockedFor(standing),
  };
}

const unproved = ({ status }: Task): Pick<TaskDetail, 'attachments' | 'verification' | 'verifications'> => ({
  ...{ attachments: [], verifications: [] },
  verification: status === 'closed' ? 'passed' : 'unverified',
});

const progressOf = (db: EntityManager, taskId: string) =>
  db.find(ProgressEntry, { where: { taskId }, relations: { person: true }, order: { at: 'DESC' } });

const milestonesOf = (db: EntityManager, taskId: string) =>
  db.find(Milestone, { where: { taskId }, relations: { doneBy: true }, order: { dueOn: 'ASC', id: 'ASC' } });

export async function historyOf(db: EntityManager, subjectId: string): Promise<TaskDetail['history']> {
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
