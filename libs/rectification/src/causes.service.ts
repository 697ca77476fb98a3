import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { DomainError } from '#platform/domain-error';
import { Cause } from './cause.entity';
import { ProblemMoves } from './problem-moves';
import type { MoveProblem, WriteCause } from './problem.dto';
import type { ProblemDetail } from './problem.view';

/** Why a problem arose 原因, written by hand or taken over from its report. */
@Injectable()
export class CausesService {
  constructor(private readonly moves: ProblemMoves) {}

  add(actor: Actor, problemId: string, ask: WriteCause): Promise<ProblemDetail> {
    const { text } = ask;
    return this.moves.make(actor, problemId, ask, 'explain', async ({ tx, problem }) => {
      await tx.insert(Cause, { text, unitId: problem.unitId, problemId });
      return [{ field: 'cause', from: null, to: text }];
    });
  }

  /** Takes over a cause that the report states for its problems together: from now on it is this problem's own. */
  adopt(actor: Actor, problemId: string, causeId: string, ask: MoveProblem): Promise<ProblemDetail> {
    return this.moves.make(actor, problemId, ask, 'explain', async ({ tx, problem }) => {
      const source = problem.anchorId && (await tx.query<{ id: string }[]>(SHARED, [causeId, problem.anchorId]))[0];
      if (!source) throw unknownCause();
      await tx.update(Cause, causeId, { problemId });
      const { text } = await tx.findOneByOrFail(Cause, { id: causeId });
      return [{ field: 'cause', from: null, to: text }];
    });
  }

  change(actor: Actor, problemId: string, causeId: string, ask: WriteCause): Promise<ProblemDetail> {
    const { text } = ask;
    return this.moves.make(actor, problemId, ask, 'explain', async ({ tx }) => {
      const cause = await this.own(tx, problemId, causeId);
      await tx.update(Cause, causeId, { text });
      return [{ field: 'cause', from: cause.text, to: text }];
    });
  }

  /** Removes a cause written by hand; one that the report states goes back to the report. */
  remove(actor: Actor, problemId: string, causeId: string, ask: MoveProblem): Promise<ProblemDetail> {
    return this.moves.make(actor, problemId, ask, 'explain', async ({ tx }) => {
      const cause = await this.own(tx, problemId, causeId);
      if (cause.anchorId === null) await tx.delete(Cause, causeId);
      else await tx.update(Cause, causeId, { problemId: null });
      return [{ field: 'cause', from: cause.text, to: null }];
    });
  }

  private async own(tx: EntityManager, problemId: string, id: string): Promise<Cause> {
    const cause = await tx.findOneBy(Cause, { id, problemId });
    if (!cause) throw unknownCause();
    return cause;
  }
}

/** Cause $1, when it is nobody's yet and stated by the report of anchor $2. */
const SHARED = `SELECT c.id FROM cause c JOIN anchor mine ON mine.id = $2 JOIN anchor its ON its.id = c.anchor_id
  WHERE c.id = $1 AND c.problem_id IS NULL AND its.report_id = mine.report_id FOR UPDATE OF c`;

const unknownCause = () =>
  new DomainError('unknown', 'cause.unknown', '没有找到这条原因，可能刚刚被移除，请刷新页面。');
