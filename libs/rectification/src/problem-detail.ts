import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { AsOf } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { sourceOf } from '#tasks/source-context';
import { historyOf } from '#tasks/task-detail';
import { taskSummaries, visibleTasks } from '#tasks/task-list';
import type { ProgressView } from '#tasks/task.view';
import { Cause } from './cause.entity';
import { grouped } from '#platform/grouped';
import { checkOfProblem } from './inspections/check-of-problem';
import { LookBack } from './look-back.entity';
import { problemSummary } from './problem-list';
import { problemStandingOf, unknownProblem } from './problem-standing';
import { blockedProblemMoves, problemMovesFor } from './problem-status';
import { Problem } from './problem.entity';
import type { CauseView, LookBackView, ProblemDetail, ProblemMeasure, SatisfactionView } from './problem.view';
import { SATISFACTION_FORMULA, satisfiedPercent } from './satisfaction';
import { Satisfaction } from './satisfaction.entity';

/** More measures than a problem of any report has. */
const MOST_MEASURES = 200;
/** Entries of progress shown with each measure; the task's own page has all. */
const LATEST_ENTRIES = 3;

/** Everything about one problem that `actor` may see. Throws problem.unknown. */
export async function problemDetail(db: EntityManager, actor: Actor, id: string, at: AsOf): Promise<ProblemDetail> {
  const summary = await problemSummary(db, actor, id, at);
  if (!summary) throw unknownProblem();
  const problem = await db.findOneOrFail(Problem, { where: { id }, relations: { rectifiedBy: true, closedBy: true } });
  const standing = await problemStandingOf(db, actor, problem);
  return {
    ...summary,
    text: problem.text,
    duty: problem.duty,
    raisedBy: problem.raisedBy,
    result: problem.result,
    rectifiedOn: problem.rectifiedOn,
    rectifiedBy: problem.rectifiedOn === null ? null : (problem.rectifiedBy?.name ?? null),
    replyDueOn: problem.replyDueOn,
    evidence: problem.evidence,
    closeNote: problem.closeNote,
    closedOn: problem.closedOn,
    closedBy: problem.closedBy?.name ?? null,
    lookBackMonths: problem.lookBackMonths,
    source: await sourceOf(db, problem.anchorId),
    check: await checkOfProblem(db, actor, id),
    causes: await causesOf(db, id, summary.reportId),
    tasks: await measuresOf(db, actor, id, at),
    satisfaction: await satisfactionOf(db, id),
    satisfactionFormula: SATISFACTION_FORMULA,
    lookBacks: await lookBacksOf(db, id),
    history: await historyOf(db, id),
    moves: problemMovesFor(standing),
    blocked: blockedProblemMoves(standing),
  };
}

/** The problem's own causes, then those that its report states for all of its problems. */
async function causesOf(db: EntityManager, problemId: string, reportId: string | null): Promise<CauseView[]> {
  const own = await db.find(Cause, { where: { problemId }, order: { createdAt: 'ASC', id: 'ASC' } });
  const shared =
    reportId === null
      ? []
      : await db.find(Cause, {
          where: { problemId: IsNull(), anchor: { reportId } },
          order: { anchor: { startOffset: 'ASC' } },
        });
  return [...own, ...shared].map((cause) => ({ id: cause.id, text: cause.text, shared: cause.problemId === null }));
}

async function measuresOf(db: EntityManager, actor: Actor, problemId: string, at: AsOf): Promise<ProblemMeasure[]> {
  const answering = new Conditions().add('t.id IN (SELECT task_id FROM measure WHERE problem_id = ?)', problemId);
  const tasks = await taskSummaries(db, at, visibleTasks(answering, actor), MOST_MEASURES);
  if (tasks.length === 0) return [];
  const entries = await db.query<(Omit<ProgressView, 'at'> & { taskId: string; writtenAt: Date })[]>(
    `SELECT x.task_id AS "taskId", x.id, x.at AS "writtenAt", person.name AS by, x.percent, x.narrative,
       x.period_start AS "periodStart", x.late
     FROM (SELECT e.*, row_number() OVER (PARTITION BY e.task_id ORDER BY e.at DESC) AS nth
           FROM progress_entry e WHERE e.task_id = ANY($1::uuid[])) x
     JOIN person ON person.id = x.person_id WHERE x.nth <= ${LATEST_ENTRIES} ORDER BY x.at DESC`,
    [tasks.map(({ id }) => id)],
  );
  const byTask = grouped(entries, ({ taskId }) => taskId);
  return tasks.map((task) => ({
    ...task,
    progressEntries: (byTask.get(task.id) ?? []).map(({ taskId: _, writtenAt, ...entry }) => ({
      ...entry,
      at: writtenAt.toISOString(),
    })),
  }));
}

async function satisfactionOf(db: EntityManager, problemId: string): Promise<SatisfactionView[]> {
  const rows = await db.find(Satisfaction, {
    where: { problemId },
    relations: { recordedBy: true },
    order: { createdAt: 'DESC' },
  });
  return rows.map((row) => ({
    id: row.id,
    askedOn: row.askedOn,
    asked: row.asked,
    satisfied: row.satisfied,
    basically: row.basically,
    dissatisfied: row.dissatisfied,
    percent: satisfiedPercent(row),
    doubts: row.doubts,
    remark: row.remark,
    replyDueOn: row.replyDueOn,
    by: row.recordedBy?.name ?? '',
  }));
}

async function lookBacksOf(db: EntityManager, problemId: string): Promise<LookBackView[]> {
  const rows = await db.find(LookBack, {
    where: { problemId },
    relations: { doneBy: true },
    order: { dueOn: 'DESC', createdAt: 'DESC' },
  });
  return rows.map(({ id, dueOn, doneOn, doneBy, result, note }) => ({
    id,
    dueOn,
    doneOn,
    by: doneBy?.name ?? null,
    result,
    note,
  }));
}
