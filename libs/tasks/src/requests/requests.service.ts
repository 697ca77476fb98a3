import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { setDeadline } from '../task-charge';
import { TaskCommands, unknownTask } from '../task-commands';
import { taskDetail } from '../task-detail';
import { visibleTasks } from '../task-sight';
import { decide } from '../task-status';
import type { Task } from '../task.entity';
import type { TaskDetail } from '../task.view';
import { REQUESTS } from './request-kinds';
import { openRequests } from './request-list';
import type { AskRequest, DecideRequest, ListOpenRequests, WithdrawRequest } from './request.dto';
import type { OpenRequestPage } from './request.view';
import { TaskRequest } from './task-request.entity';

/** 申请与批复: what the doers ask for, and what those who supervise them decide. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
  ) {}

  async open(actor: Actor, ask: ListOpenRequests): Promise<OpenRequestPage> {
    const subtree = ask.unitId === undefined ? undefined : await this.units.subtree(ask.unitId);
    return openRequests(this.db.manager, actor, ask, subtree);
  }

  /** Throws task.lacks-requests-decided while another one waits, request.not-later, request.no-deadline. */
  async ask(actor: Actor, taskId: string, ask: AskRequest): Promise<TaskDetail> {
    await this.db.transaction(async (tx) => {
      const { task, standing } = await this.commands.loadSeen(tx, actor, taskId, ask);
      const { ask: move, label } = REQUESTS[ask.kind];
      decide(standing, move);
      const [fromDue, toDue] = ask.kind === 'extension' ? [task.dueOn, laterDay(task, ask.toDue)] : [null, null];
      await tx.insert(TaskRequest, {
        ...{ taskId, kind: ask.kind, fromDue, toDue, reason: ask.reason },
        ...{ askedById: actor.personId, askedAt: this.clock.now() },
      });
      const also = [{ field: 'request', from: null, to: toDue ? `${label}至 ${toDue}` : label }];
      await this.commands.save(tx, actor, [{ before: task, task, also, standing }], move, ask.reason);
    });
    return this.detail(actor, taskId);
  }

  /** Throws request.decided when another was faster, request.own. */
  decide(actor: Actor, id: string, ask: DecideRequest): Promise<TaskDetail> {
    return this.settle(actor, id, async (tx, request) => {
      const [{ task, standing }] = await this.commands.load(tx, actor, [request.taskId]);
      decide(standing, 'decide-request');
      if (request.askedById === actor.personId) {
        throw new DomainError('forbidden', 'request.own', '不能批复自己提出的申请，请由其他督办员或分管领导批复。');
      }
      const before = { ...task };
      if (ask.decision === 'granted')
        grant(task, request, () => decide(standing, REQUESTS[request.kind].grant ?? 'decide-request'));
      await this.close(tx, actor, request.id, ask.decision, ask.note);
      const also = [
        { field: 'request', from: REQUESTS[request.kind].label, to: ask.decision === 'granted' ? '同意' : '不同意' },
      ];
      await this.commands.save(tx, actor, [{ before, task, also, standing }], 'decide-request', ask.note);
    });
  }

  /** Throws request.not-yours, request.decided. */
  withdraw(actor: Actor, id: string, ask: WithdrawRequest): Promise<TaskDetail> {
    return this.settle(actor, id, async (tx, request) => {
      const [{ task, standing }] = await this.commands.load(tx, actor, [request.taskId]);
      decide(standing, 'withdraw-request');
      if (request.askedById !== actor.personId) {
        throw new DomainError('forbidden', 'request.not-yours', '只有申请人可以撤回申请。');
      }
      await this.close(tx, actor, request.id, 'withdrawn', ask.note);
      const also = [{ field: 'request', from: REQUESTS[request.kind].label, to: null }];
      await this.commands.save(tx, actor, [{ before: task, task, also, standing }], 'withdraw-request', ask.note);
    });
  }

  /** Runs `settling` on a request that is still open, with its task locked first: of two at once the second is told. */
  private async settle(
    actor: Actor,
    id: string,
    settling: (tx: EntityManager, request: TaskRequest) => Promise<void>,
  ): Promise<TaskDetail> {
    const taskId = await this.db.transaction(async (tx) => {
      const visible = visibleTasks(new Conditions().add('q.id = ?', id), actor);
      const [known] = await tx.query<{ taskId: string }[]>(
        `SELECT q.task_id AS "taskId" FROM task_request q JOIN task t ON t.id = q.task_id ${visible.where}`,
        visible.values,
      );
      if (!known) throw new DomainError('unknown', 'request.unknown', '没有找到这份申请，或您无权查看。');
      await this.commands.load(tx, actor, [known.taskId]);
      const request = await tx.findOneOrFail(TaskRequest, { where: { id }, relations: { decidedBy: true } });
      if (request.decision !== null) {
        const message = `这份申请已由${request.decidedBy?.name ?? '他人'}处理，请刷新查看结果。`;
        throw new DomainError('conflict', 'request.decided', message);
      }
      await settling(tx, request);
      return known.taskId;
    });
    return this.detail(actor, taskId);
  }

  private async close(
    tx: EntityManager,
    actor: Actor,
    id: string,
    decision: 'granted' | 'refused' | 'withdrawn',
    note?: string,
  ): Promise<void> {
    const decided = { decision, decidedById: actor.personId, decidedAt: this.clock.now() };
    await tx.update(TaskRequest, id, { ...decided, decisionNote: note ?? null });
  }

  private async detail(actor: Actor, taskId: string): Promise<TaskDetail> {
    const task = await taskDetail(this.db.manager, actor, taskId, await this.time.asOf());
    if (!task) throw unknownTask();
    return task;
  }
}

function laterDay(task: Task, toDue: string | undefined): string {
  if (toDue !== undefined && task.dueOn !== null && toDue > task.dueOn) return toDue;
  const message = `新的完成时限须晚于现在的 ${task.dueOn}，请重新选择。`;
  throw new DomainError('invalid', 'request.not-later', message, [{ field: 'toDue', message }]);
}

function grant(task: Task, request: TaskRequest, next: () => Task['status']): void {
  const status = next();
  if (request.kind === 'extension') setDeadline(task, request.toDue);
  if (status === 'suspended') task.suspendedFrom = task.status;
  if (status === 'dropped') task.suspendedFrom = null;
  task.status = status;
}
