import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { record } from '#platform/history';
import { changedSince } from '#platform/history-since';
import type { Change } from '#platform/history.entity';
import { problemDetail } from './problem-detail';
import { ProblemFacts } from './problem-facts';
import { problemStandingOf, unknownProblem, visibleProblems } from './problem-standing';
import { decideProblem, problemBehalfOf, type ProblemMoveName, type ProblemStanding } from './problem-status';
import type { MoveProblem } from './problem.dto';
import { Problem } from './problem.entity';
import type { ProblemDetail } from './problem.view';

export interface Step {
  tx: EntityManager;
  problem: Problem;
  standing: ProblemStanding;
}

export interface Words {
  /** Doubts remain, or the problem has come back. */
  failed?: boolean;
  reason?: string | null;
}

/** What a step adds to the history beside the changed facts of the problem itself. */
type Does = (step: Step) => Promise<Change[] | void> | Change[] | void;

/** How every command on a problem goes: load with a row lock, decide, change, save with history — one transaction. */
@Injectable()
export class ProblemMoves {
  constructor(
    private readonly db: DataSource,
    private readonly facts: ProblemFacts,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
  ) {}

  /** A step, and the problem as it is after it. */
  async make(
    actor: Actor,
    id: string,
    seen: MoveProblem,
    name: ProblemMoveName,
    does: Does,
    words?: Words,
  ): Promise<ProblemDetail> {
    await this.step(actor, id, seen, name, does, words);
    return problemDetail(this.db.manager, actor, id, await this.time.asOf());
  }

  /**
   * `seen` is null for what only adds to whatever is there.
   * Throws problem.unknown, problem.changed, what the life cycle refuses, and what `does` throws.
   */
  async step(
    actor: Actor,
    id: string,
    seen: MoveProblem | null,
    name: ProblemMoveName,
    does: Does,
    { failed = false, reason }: Words = {},
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const problem = await this.load(tx, actor, id);
      if (seen && problem.version !== seen.version)
        throw await changedSince(tx, 'problem', '这个问题', id, seen.version);
      const standing = await problemStandingOf(tx, actor, problem);
      const before = { ...problem };
      problem.status = decideProblem(standing, name, failed);
      const added = (await does({ tx, problem, standing })) ?? [];
      problem.updatedAt = this.clock.now();
      await tx.save(problem);
      const changes = [...(await this.facts.changes(before, problem)), ...added];
      await record(tx, actor, {
        subject: 'problem',
        subjectId: id,
        action: name,
        changes,
        reason,
        onBehalfOf: problemBehalfOf(standing, name),
        version: problem.version,
      });
    });
  }

  /** Throws what a step of this name would be refused with. */
  async check(actor: Actor, id: string, name: ProblemMoveName): Promise<void> {
    await this.db.transaction(async (tx) => {
      decideProblem(await problemStandingOf(tx, actor, await this.load(tx, actor, id)), name);
    });
  }

  private async load(tx: EntityManager, actor: Actor, id: string): Promise<Problem> {
    const visible = visibleProblems(new Conditions().add('p.id = ?', id), actor);
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT p.id FROM problem p ${visible.where} FOR UPDATE`,
      visible.values,
    );
    if (!row) throw unknownProblem();
    return tx.findOneByOrFail(Problem, { id });
  }
}
