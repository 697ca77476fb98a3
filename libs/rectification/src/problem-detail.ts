import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { AsOf } from '#organisation/calendar/working-time';
import { attachmentsOf } from '#tasks/evidence/attachment-list';
import { sourceOf } from '#tasks/source-context';
import { historyOf } from '#tasks/task-history';
import { Cause } from './cause.entity';
import { checkOfProblem } from './inspections/check-of-problem';
import { lookBackMonthsOf } from './look-back-months';
import { LookBack } from './look-back.entity';
import { problemSummary } from './problem-list';
import { problemStandingOf, unknownProblem } from './problem-standing';
import { blockedProblemMoves, problemMovesFor } from './problem-status';
import { Problem } from './problem.entity';
import { measuresOf } from './problem-measures';
import type { CauseView, LookBackView, ProblemDetail, SatisfactionView } from './problem.view';
import { SATISFACTION_FORMULA, satisfiedPercent } from './satisfaction';
import { Satisfaction } from './satisfaction.entity';

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
    lookBackMonthsInForce: await lookBackMonthsOf(db, problem),
    source: await sourceOf(db, problem.anchorId),
    check: await checkOfProblem(db, actor, id),
    causes: await causesOf(db, id, summary.reportId),
    tasks: await measuresOf(db, actor, id, at),
    attachments: await attachmentsOf(db, actor, { subject: 'problem', subjectId: id }),
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
