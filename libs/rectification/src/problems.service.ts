import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { sourceOf } from '#tasks/source-context';
import { taskSummaries, visibleTasks } from '#tasks/task-list';
import { Cause } from './cause.entity';
import { Measure } from './measure.entity';
import { openProblems, unopenProblems, type ProblemDraft } from './problem-drafts';
import { listProblems, problemSummary } from './problem-list';
import type { ListProblems } from './problem.dto';
import { Problem } from './problem.entity';
import type { ProblemDetail, ProblemPage } from './problem.view';

/** Problems 问题 and what answers them. */
@Injectable()
export class ProblemsService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
  ) {}

  async list(actor: Actor, ask: ListProblems): Promise<ProblemPage> {
    const subtree = ask.unitId === undefined ? undefined : await this.units.subtree(ask.unitId);
    return listProblems(this.db.manager, actor.unitsFor('task.read'), ask, subtree);
  }

  /** Throws problem.unknown, also when it is out of the actor's sight. */
  async get(actor: Actor, id: string): Promise<ProblemDetail> {
    const summary = await problemSummary(this.db.manager, actor.unitsFor('task.read'), id);
    if (!summary) throw new DomainError('unknown', 'problem.unknown', '没有找到这个问题，或您无权查看。');
    const { text, anchorId } = await this.db.manager.findOneByOrFail(Problem, { id });
    const causes = await this.db.manager.find(Cause, {
      where: { anchor: { reportId: summary.reportId ?? undefined } },
      order: { anchor: { startOffset: 'ASC' } },
    });
    const answering = new Conditions().add('t.id IN (SELECT task_id FROM measure WHERE problem_id = ?)', id);
    return {
      ...summary,
      text,
      source: await sourceOf(this.db.manager, anchorId),
      causes:
        summary.reportId === null ? [] : causes.map(({ id: causeId, text: cause }) => ({ id: causeId, text: cause })),
      tasks: await taskSummaries(this.db.manager, await this.time.asOf(), visibleTasks(answering, actor), 200),
    };
  }

  /** Puts problems on record in the caller's transaction, in the order given. */
  open(tx: EntityManager, actor: Actor, drafts: readonly ProblemDraft[]): Promise<Problem[]> {
    return openProblems(tx, actor, this.clock.today(), drafts);
  }

  /** Links tasks to the problems they answer 措施; links that exist stay. */
  async link(tx: EntityManager, measures: readonly Pick<Measure, 'problemId' | 'taskId'>[]): Promise<void> {
    if (measures.length === 0) return;
    await tx
      .createQueryBuilder()
      .insert()
      .into(Measure)
      .values([...measures])
      .orIgnore()
      .execute();
  }

  /** Takes problems back that were put on record by mistake; their links to tasks go with them. */
  withdraw(tx: EntityManager, actor: Actor, ids: string[]): Promise<void> {
    return unopenProblems(tx, actor, ids);
  }
}
