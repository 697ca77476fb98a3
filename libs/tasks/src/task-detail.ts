import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { AsOf } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { prepared } from '#platform/prepared';
import { periodInWords } from './occurrences';
import { reportedPeriods } from './reporting-duty';
import { proofOf } from './evidence/proof';
import { daysLate } from './days-late';
import type { ProgressEntry } from './progress-entry.entity';
import { requestsOf } from './requests/request-list';
import { reportView } from './responsibility/report-view';
import { sourceOf } from './source-context';
import { ledgerOrigin } from './ledger-import/ledger-origin';
import { HISTORY_JSON, historyViews, NO_COMMENT } from './task-history';
import { summary, taskSummaries, TASK_TABLES, VACANT_POSITION, type TaskRow } from './task-list';
import { taskColumns } from './task-row';
import { sees, visibleTasks } from './task-sight';
import { Milestone } from './milestone.entity';
import { CIRCUMSTANCES, standingOf, type Circumstances } from './task-standing';
import { blockedFor, movesFor } from './task-status';
import type { Task } from './task.entity';
import type { HistoryView, TaskDetail } from './task.view';

/** Parts shown on the page of the whole. */
const MOST_PARTS = 300;

/** All that most tasks have, read at once; of the rest it tells whether there is any. $1 is the person who asks. */
const ONE_TASK = (db: EntityManager) => `SELECT ${taskColumns(db)},
    u.name AS "leadUnitName", a.name AS "assigneeName", l.name AS "leaderName", n.report_id AS "reportId", r.title AS "reportTitle",
    ${VACANT_POSITION} AS "vacantPosition", w.code AS "wholeCode", w.title AS "wholeTitle", ${CIRCUMSTANCES},
    (SELECT json_agg(json_build_object('id', e.id, 'at', e.at, 'percent', e.percent, 'narrative', e.narrative,
        'periodStart', e.period_start, 'late', e.late, 'fromLedger', e.from_ledger, 'onBehalfOf', e.on_behalf_of,
        'person', CASE WHEN e.person_id IS NOT NULL THEN json_build_object('name', b.name) END) ORDER BY e.at DESC)
     FROM progress_entry e LEFT JOIN person b ON b.id = e.person_id WHERE e.task_id = t.id) AS entries,
    EXISTS (SELECT 1 FROM milestone WHERE task_id = t.id) AS "hasMilestones",
    EXISTS (SELECT 1 FROM task_request WHERE task_id = t.id) AS "hasRequests",
    EXISTS (SELECT 1 FROM attachment WHERE subject = 'task' AND subject_id = t.id)
      OR EXISTS (SELECT 1 FROM verification WHERE task_id = t.id) AS "hasProof",
    EXISTS (SELECT 1 FROM task WHERE parent_id = t.id) AS "hasParts",
    (SELECT json_agg(${HISTORY_JSON} ORDER BY h.id DESC) FROM history h WHERE h.subject_id = t.id AND ${NO_COMMENT}) AS history
  FROM ${TASK_TABLES} LEFT JOIN person l ON l.id = t.leader_id LEFT JOIN task w ON w.id = t.parent_id
  WHERE t.id = $2`;

type Entry = Pick<
  ProgressEntry,
  'id' | 'percent' | 'narrative' | 'periodStart' | 'late' | 'fromLedger' | 'onBehalfOf'
> & { at: string; person: { name: string } | null };

type OneTask = Task &
  TaskRow &
  Circumstances & {
    leaderName: string | null;
    wholeCode: string;
    wholeTitle: string;
    entries: Entry[] | null;
    history: HistoryView[] | null;
  } & Record<'hasProgress' | 'hasMilestones' | 'hasRequests' | 'hasProof' | 'hasParts', boolean>;

/** Everything about one task that `actor` may see; null when he may not see it. */
export async function taskDetail(db: EntityManager, actor: Actor, id: string, at: AsOf): Promise<TaskDetail | null> {
  const [task] = await db.query<(OneTask | undefined)[]>(prepared(ONE_TASK(db)), [actor.personId, id]);
  if (!task || !sees(actor, task)) return null;
  const progress = task.entries ?? [];
  const milestones = task.hasMilestones ? await milestonesOf(db, id) : [];
  const requests = task.hasRequests ? await requestsOf(db, actor, id) : [];
  const parts = new Conditions().add('t.parent_id = ?', id);
  const standing = standingOf(actor, task, task, at);
  const done = task.closedOn ?? at.today;
  return {
    ...summary(task, at),
    text: task.text,
    leaderId: task.leaderId,
    leaderName: task.leaderName,
    dueAt: task.dueAt?.toISOString() ?? null,
    weight: task.weight,
    reportEvery: task.reportEvery,
    occursEvery: task.occursEvery,
    evidenceRequired: task.evidenceRequired,
    evidenceNeeded: standing.evidenceRequired,
    ...(task.hasProof ? await proofOf(db, actor, task, progress) : unproved(task)),
    requests,
    extensions: requests.filter(({ kind, decision }) => kind === 'extension' && decision === 'granted').length,
    daysLate: daysLate(task.dueOn, done),
    daysLateOriginally: daysLate(task.originalDueOn, done),
    whole: task.parentId === null ? null : { id: task.parentId, code: task.wholeCode, title: task.wholeTitle },
    parts: task.hasParts ? await taskSummaries(db, at, visibleTasks(parts, actor), MOST_PARTS) : [],
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
    ledger: await ledgerOrigin(db, task, actor),
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
    history: historyViews(task.history),
    moves: movesFor(standing),
    blocked: blockedFor(standing),
  };
}

const unproved = ({ status }: Task): Pick<TaskDetail, 'attachments' | 'verification' | 'verifications'> => ({
  ...{ attachments: [], verifications: [] },
  verification: status === 'closed' ? 'passed' : 'unverified',
});

const milestonesOf = (db: EntityManager, taskId: string) =>
  db.find(Milestone, { where: { taskId }, relations: { doneBy: true }, order: { dueOn: 'ASC', id: 'ASC' } });
