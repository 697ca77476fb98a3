import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import type { DecomposeTask, PartInput } from './decomposition.dto';
import { rollUp } from './roll-up';
import { setDeadline, TaskCharge } from './task-charge';
import { TaskCommands } from './task-commands';
import { TaskDraftsService, type TaskDraft } from './task-drafts.service';
import { taskSummaries } from './task-list';
import { decide } from './task-status';
import { Task } from './task.entity';
import type { TaskSummary } from './task.view';

/** Breaks one task down into several 分解; their progress is rolled up. */
@Injectable()
export class DecompositionService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly drafts: TaskDraftsService,
    private readonly charging: TaskCharge,
    private readonly time: WorkingTime,
  ) {}

  /**
   * Adds parts. Those of a task that was assigned are assigned at once.
   * Throws task.part-too-late when one would be due after the whole, unit.unknown, person.not-assignable.
   */
  async decompose(actor: Actor, id: string, ask: DecomposeTask): Promise<TaskSummary[]> {
    const ids = await this.db.transaction(async (tx) => {
      const { task, standing } = await this.commands.loadSeen(tx, actor, id, ask);
      decide(standing, 'decompose');
      const as = standing.parts.includes('supervisor') ? 'task.assign' : 'task.handle';
      const drafts: TaskDraft[] = [];
      for (const part of ask.parts) drafts.push(await this.part(actor, task, part, as));
      const parts = await this.drafts.draft(tx, actor, drafts, `分解自 ${task.code}`);
      const also = [{ field: 'parts', from: null, to: parts.map(({ title }) => title).join('；') }];
      await this.commands.save(tx, actor, [{ before: task, task, also }], 'decompose');
      await rollUp(tx, [id]);
      return parts.map((part) => part.id);
    });
    const chosen = new Conditions().add('t.id = ANY(?::uuid[])', ids);
    return taskSummaries(this.db.manager, await this.time.asOf(), chosen, ids.length);
  }

  private async part(actor: Actor, whole: Task, ask: PartInput, as: 'task.assign' | 'task.handle'): Promise<TaskDraft> {
    const { title, text = title, leadUnitId, assigneeId = null, weight = 1 } = ask;
    const { id: parentId, anchorId, leaderId, reportEvery, evidenceRequired, dueBasis } = whole;
    const part = {
      ...{ title, text, leadUnitId, assigneeId, weight, parentId, anchorId, leaderId, reportEvery, evidenceRequired },
      ...{ dueOn: whole.dueOn, dueBasis, originalDueOn: null, assignedOn: null, positionId: null },
      kind: whole.kind === 'measure' ? 'measure' : 'commitment',
    } as Task;
    await this.charging.charge(actor, part, {}, { as });
    if (ask.dueOn !== undefined) setDeadline(part, ask.dueOn);
    if (whole.dueOn !== null && (part.dueOn === null || part.dueOn > whole.dueOn)) {
      const message = `分解任务“${title}”的时限不能晚于原任务的 ${whole.dueOn}，请改早，或先给原任务改期。`;
      throw new DomainError('invalid', 'task.part-too-late', message);
    }
    if (whole.status === 'drafted' || whole.status === 'returned') return { ...part, assignedOn: null };
    return { ...part, status: 'assigned', originalDueOn: part.dueOn };
  }
}
