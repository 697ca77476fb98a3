import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import type { PlanMilestones } from './decomposition.dto';
import { Milestone } from './milestone.entity';
import { TaskCommands } from './task-commands';
import { decide } from './task-status';
import type { MoveTask } from './task.dto';

const said = (milestones: readonly Milestone[]) =>
  milestones.map(({ title, dueOn, doneOn }) => `${dueOn} ${title}${doneOn ? '（已完成）' : ''}`).join('；') || null;

/** 阶段目标: the stages of a task, each with its own deadline. */
@Injectable()
export class MilestonesService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly clock: Clock,
  ) {}

  /** Makes the milestones those given. Throws task.milestone-too-late when one is due after the task, milestone.unknown. */
  plan(actor: Actor, id: string, ask: PlanMilestones): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { task, before } = await this.load(tx, actor, id, ask, 'plan');
      const late = ask.milestones.find(({ dueOn }) => task.dueOn !== null && dueOn > task.dueOn);
      if (late) {
        const message = `阶段目标“${late.title}”不能晚于任务的完成时限 ${task.dueOn}，请改早，或先给任务改期。`;
        throw new DomainError('invalid', 'task.milestone-too-late', message);
      }
      const known = new Map(before.map((one) => [one.id, one]));
      if (ask.milestones.some((one) => one.id !== undefined && !known.has(one.id))) throw unknownMilestone();
      const kept = ask.milestones.map(({ id: own, title, dueOn }) =>
        tx.create(Milestone, { ...(own ? known.get(own) : {}), taskId: id, title, dueOn }),
      );
      const gone = before.filter((one) => !kept.some((other) => other.id === one.id));
      if (gone.length > 0) await tx.remove(Milestone, [...gone]);
      const after = await tx.save(Milestone, kept);
      const also = [{ field: 'milestones', from: said(before), to: said(after) }];
      await this.commands.save(tx, actor, [{ before: task, task, also }], 'plan');
    });
  }

  /** Marks one as reached. Throws milestone.unknown. */
  reach(actor: Actor, id: string, milestoneId: string, ask: MoveTask): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { task, standing, before } = await this.load(tx, actor, id, ask, 'progress');
      const reached = before.find((one) => one.id === milestoneId && one.doneOn === null);
      if (!reached) throw unknownMilestone();
      await tx.update(Milestone, milestoneId, { doneOn: this.clock.today(), doneById: actor.personId });
      const also = [{ field: 'milestones', from: null, to: `完成：${reached.title}` }];
      await this.commands.save(tx, actor, [{ before: task, task, also, standing }], 'milestone');
    });
  }

  private async load(tx: EntityManager, actor: Actor, id: string, seen: MoveTask, move: 'plan' | 'progress') {
    const { task, standing } = await this.commands.loadSeen(tx, actor, id, seen);
    decide(standing, move);
    const before = await tx.find(Milestone, { where: { taskId: id }, order: { dueOn: 'ASC', id: 'ASC' } });
    return { task, standing, before: structuredClone(before) as Milestone[] };
  }
}

const unknownMilestone = () =>
  new DomainError('unknown', 'milestone.unknown', '没有找到这个阶段目标，它可能已被修改或完成，请刷新后再试。');
