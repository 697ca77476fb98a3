import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { addMonths } from '#language/day';
import { Clock, type Day } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { lookBackMonthsOf } from './look-back-months';
import { LookBack } from './look-back.entity';
import { problemDetail } from './problem-detail';
import { openProblems } from './problem-drafts';
import { ProblemFacts } from './problem-facts';
import { ProblemMoves } from './problem-moves';
import { checkResult } from './problem-status';
import type {
  ChangeProblem,
  CloseProblem,
  CreateProblem,
  MoveProblemWithReason,
  RecordLookBack,
  RecordSatisfaction,
  ReportRectified,
  ScheduleLookBack,
} from './problem.dto';
import type { Problem } from './problem.entity';
import type { ProblemDetail } from './problem.view';
import { askedCount, needsReply } from './satisfaction';
import { Satisfaction } from './satisfaction.entity';

/** The life of a problem from being raised to the look-back after its close-out. */
@Injectable()
export class RectificationService {
  constructor(
    private readonly db: DataSource,
    private readonly moves: ProblemMoves,
    private readonly facts: ProblemFacts,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
  ) {}

  /** Puts a problem on record by hand. Throws problem.origin-report, day.future, unit.unknown, person.not-…. */
  async create(actor: Actor, { text, ...ask }: CreateProblem): Promise<ProblemDetail> {
    this.checkOrigin(ask.origin);
    this.checkPast(ask.raisedOn, '提出日期');
    await this.facts.checkOwners(actor, ask);
    const draft = { ...ask, text: text ?? ask.title, anchorId: null };
    const [{ id }] = await this.db.transaction((tx) => openProblems(tx, actor, this.clock.today(), [draft]));
    return problemDetail(this.db.manager, actor, id, await this.time.asOf());
  }

  change(actor: Actor, id: string, ask: ChangeProblem): Promise<ProblemDetail> {
    const { version: _, ...fields } = ask;
    this.checkPast(fields.raisedOn, '提出日期');
    return this.moves.make(actor, id, ask, 'change', async ({ problem }) => {
      if (fields.origin !== problem.origin) this.checkOrigin(fields.origin);
      // The persons named for the former unit do not come along.
      if (fields.unitId !== undefined && fields.unitId !== problem.unitId) {
        problem.personId = null;
        problem.leaderId = null;
      }
      Object.assign(problem, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
      await this.facts.checkOwners(actor, problem);
    });
  }

  /** Throws problem.measures-open or problem.result-missing. */
  rectify(actor: Actor, id: string, ask: ReportRectified): Promise<ProblemDetail> {
    return this.moves.make(actor, id, ask, 'rectify', ({ problem, standing }) => {
      checkResult(standing, ask.result);
      problem.result = ask.result ?? problem.result;
      problem.rectifiedOn = this.clock.today();
      problem.rectifiedById = actor.personId;
    });
  }

  sendBack(actor: Actor, id: string, ask: MoveProblemWithReason): Promise<ProblemDetail> {
    const { reason } = ask;
    return this.moves.make(actor, id, ask, 'send-back', ({ problem }) => void (problem.rectifiedOn = null), { reason });
  }

  /** What those who raised it say; whoever is not satisfied, or still has doubts, reopens it with a reply due. */
  survey(actor: Actor, id: string, ask: RecordSatisfaction): Promise<ProblemDetail> {
    const { version: _, replyDueOn = null, ...said } = ask;
    this.checkPast(ask.askedOn, '征求意见日期');
    if (askedCount(ask) === 0) {
      throw new DomainError('invalid', 'satisfaction.nobody-asked', '满意、基本满意、不满意人数不能都为 0。');
    }
    const failed = needsReply(ask, ask.doubts);
    if (failed && (replyDueOn === null || replyDueOn < this.clock.today())) {
      const message = '有人不满意或仍有疑问，请填写答复时限（不早于今天）。';
      throw new DomainError('invalid', 'satisfaction.reply-due-missing', message);
    }
    return this.moves.make(
      actor,
      id,
      ask,
      'survey',
      async ({ tx, problem }) => {
        problem.replyDueOn = failed ? replyDueOn : null;
        if (failed) await this.goOn(tx, problem);
        const entry = { ...said, problemId: id, replyDueOn: problem.replyDueOn, recordedById: actor.personId };
        await tx.insert(Satisfaction, { ...entry, createdAt: this.clock.now() });
      },
      { failed, reason: ask.doubts ?? ask.remark },
    );
  }

  /** 销号, by a supervisor who did not do the work; the look-back is due some months later, as the problem or the policy has it. */
  close(actor: Actor, id: string, ask: CloseProblem): Promise<ProblemDetail> {
    const today = this.clock.today();
    return this.moves.make(
      actor,
      id,
      ask,
      'close',
      async ({ tx, problem }) => {
        problem.evidence = ask.evidence;
        problem.closeNote = ask.note ?? null;
        problem.closedOn = today;
        problem.closedById = actor.personId;
        const months = await lookBackMonthsOf(tx, problem);
        await tx.insert(LookBack, { problemId: id, dueOn: addMonths(today, months) });
      },
      { reason: ask.note },
    );
  }

  /** Sets the day of the waiting look-back, or plans another one. */
  schedule(actor: Actor, id: string, ask: ScheduleLookBack): Promise<ProblemDetail> {
    const { dueOn } = ask;
    return this.moves.make(actor, id, ask, 'schedule', async ({ tx }) => {
      const waiting = await tx.findOneBy(LookBack, { problemId: id, doneOn: IsNull() });
      if (waiting) await tx.update(LookBack, waiting.id, { dueOn });
      else await tx.insert(LookBack, { problemId: id, dueOn });
      return [{ field: 'lookBackOn', from: waiting?.dueOn ?? null, to: dueOn }];
    });
  }

  /** What the look-back found; a problem that has come back is reopened. */
  lookBack(actor: Actor, id: string, ask: RecordLookBack): Promise<ProblemDetail> {
    const { result, note } = ask;
    return this.moves.make(
      actor,
      id,
      ask,
      'look-back',
      async ({ tx, problem }) => {
        const done = { doneOn: this.clock.today(), doneById: actor.personId, result, note };
        await tx.update(LookBack, { problemId: id, doneOn: IsNull() }, done);
        if (result === 'relapsed') await this.goOn(tx, problem);
        return [{ field: 'lookBackResult', from: null, to: result === 'held' ? '未反弹' : '反弹' }];
      },
      { failed: result === 'relapsed', reason: note },
    );
  }

  reopen(actor: Actor, id: string, ask: MoveProblemWithReason): Promise<ProblemDetail> {
    const { reason } = ask;
    return this.moves.make(actor, id, ask, 'reopen', ({ tx, problem }) => this.goOn(tx, problem), { reason });
  }

  withdraw(actor: Actor, id: string, ask: MoveProblemWithReason): Promise<ProblemDetail> {
    const { reason } = ask;
    return this.moves.make(actor, id, ask, 'withdraw', () => undefined, { reason });
  }

  /** A problem that is put right again is neither rectified nor closed, and has nothing to look back at. */
  private async goOn(tx: EntityManager, problem: Problem): Promise<void> {
    problem.rectifiedOn = null;
    problem.closedOn = null;
    problem.closedById = null;
    await tx.delete(LookBack, { problemId: problem.id, doneOn: IsNull() });
  }

  private checkOrigin(origin: Problem['origin'] | undefined): void {
    if (origin !== 'report') return;
    const message = '来自工作报告的问题请在审核台上接受，人工登记请选择其他来源。';
    throw new DomainError('invalid', 'problem.origin-report', message);
  }

  private checkPast(day: Day | undefined, name: string): void {
    if (day === undefined || day <= this.clock.today()) return;
    throw new DomainError('invalid', 'day.future', `${name}不能晚于今天。`);
  }
}
