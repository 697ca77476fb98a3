import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { visibleTasks } from '#tasks/task-sight';
import { Task } from '#tasks/task.entity';
import { TaskDraftsService } from '#tasks/task-drafts.service';
import { Measure } from './measure.entity';
import { ProblemFacts } from './problem-facts';
import { ProblemMoves } from './problem-moves';
import type { CreateMeasure, LinkMeasures, MoveProblem } from './problem.dto';
import type { ProblemDetail } from './problem.view';
import { ProblemsService } from './problems.service';

/** Measures 措施: the tasks that answer a problem, each with its own deadline. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly moves: ProblemMoves,
    private readonly problems: ProblemsService,
    private readonly tasks: TaskDraftsService,
    private readonly facts: ProblemFacts,
    private readonly clock: Clock,
  ) {}

  /** Makes tasks that exist measures of the problem: all of them, or none. Throws task.unknown. */
  link(actor: Actor, problemId: string, ask: LinkMeasures): Promise<ProblemDetail> {
    const taskIds = [...new Set(ask.taskIds)];
    return this.moves.make(actor, problemId, ask, 'plan', async ({ tx }) => {
      const seen = visibleTasks(new Conditions().add('t.id = ANY(?::uuid[])', taskIds), actor);
      const tasks = await tx.query<{ title: string }[]>(`SELECT t.title FROM task t ${seen.where}`, seen.values);
      if (tasks.length < taskIds.length) {
        throw new DomainError('unknown', 'task.unknown', '所选任务中有的不存在，或您无权查看，请重新选择。');
      }
      await this.problems.link(
        tx,
        taskIds.map((taskId) => ({ problemId, taskId })),
      );
      return tasks.map(({ title }) => ({ field: 'measure', from: null, to: title }));
    });
  }

  /** Puts a new task on record as a measure and assigns it. Throws unit.unknown or person.not-assignable. */
  create(actor: Actor, problemId: string, ask: CreateMeasure): Promise<ProblemDetail> {
    const { title, text = title, leadUnitId, assigneeId = null, dueOn } = ask;
    const assignedOn = this.clock.today();
    return this.moves.make(actor, problemId, ask, 'plan', async ({ tx, problem }) => {
      await this.facts.checkOwners(actor, { unitId: leadUnitId, personId: assigneeId });
      const deadline = { dueOn, originalDueOn: dueOn, dueBasis: 'person' as const };
      const charge = { ...{ leadUnitId, assigneeId, assignedOn }, ...deadline, status: 'assigned' as const };
      const draft = { title, text, kind: 'measure' as const, ...charge };
      const [task] = await this.tasks.draft(tx, actor, [draft], `问题 ${problem.code} 的整改措施`);
      await this.problems.link(tx, [{ problemId, taskId: task.id }]);
      return [{ field: 'measure', from: null, to: title }];
    });
  }

  /** Takes a task from the problem; the task itself goes on. */
  unlink(actor: Actor, problemId: string, taskId: string, ask: MoveProblem): Promise<ProblemDetail> {
    return this.moves.make(actor, problemId, ask, 'plan', async ({ tx }) => {
      const { affected } = await tx.delete(Measure, { problemId, taskId });
      if (!affected) {
        throw new DomainError('unknown', 'measure.unknown', '这项任务已不是本问题的整改措施，请刷新页面。');
      }
      const task = await tx.findOneByOrFail(Task, { id: taskId });
      return [{ field: 'measure', from: task.title, to: null }];
    });
  }
}
