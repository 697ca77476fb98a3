import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Clock, dayIn } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record, type Doer } from '#platform/history';
import { Settings } from '#platform/settings';
import { refuseGone } from './responsibility/refuse-gone';
import { TaskCharge } from './task-charge';
import { taskDetail } from './task-detail';
import { insertTasks } from './task-row';
import type { CreateTask, HandOverUrgently } from './task.dto';
import { Task } from './task.entity';
import type { TaskDetail } from './task.view';

/** What a new task is made of; what is left out has the default of its column. */
export type TaskDraft = Pick<Task, 'title' | 'text' | 'leadUnitId'> &
  Partial<
    Pick<
      Task,
      | 'kind'
      | 'measures'
      | 'dueOn'
      | 'dueBasis'
      | 'dueAt'
      | 'recurrence'
      | 'occursEvery'
      | 'reportEvery'
      | 'assigneeId'
      | 'positionId'
      | 'leaderId'
      | 'anchorId'
      | 'parentId'
      | 'weight'
      | 'periodStart'
      | 'status'
      | 'originalDueOn'
      | 'assignedOn'
      | 'evidenceRequired'
      | 'createdById'
      | 'progress'
      | 'closedOn'
      | 'closedAt'
      | 'suspendedFrom'
      | 'ledgerImportId'
      | 'ledgerRow'
    >
  >;

const HOUR = 3_600_000;

/** Puts tasks on record 立项, and takes back those that were put there by mistake. */
@Injectable()
export class TaskDraftsService {
  constructor(
    private readonly db: DataSource,
    private readonly charging: TaskCharge,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
    private readonly settings: Settings,
  ) {}

  /** Puts tasks on record in the transaction of whoever calls, in the order given; the system itself names who is behind each. */
  async draft(tx: EntityManager, actor: Doer, drafts: readonly TaskDraft[], reason?: string): Promise<Task[]> {
    if (drafts.length === 0) return [];
    const now = this.clock.now();
    const rows = drafts.map((draft) => ({
      ...draft,
      createdById: draft.createdById ?? actor.personId ?? undefined,
      createdAt: now,
      updatedAt: now,
    }));
    const tasks = await insertTasks(tx, this.clock.today().slice(0, 4), rows);
    await refuseGone(tx, tasks);
    await record(
      tx,
      actor,
      ...tasks.map(({ id }) => ({ subject: 'task' as const, subjectId: id, action: 'draft', reason })),
    );
    return tasks;
  }

  /** A task by hand, still to be assigned. Throws unit.unknown, person.not-assignable or person.not-leader. */
  async create(actor: Actor, ask: CreateTask): Promise<TaskDetail> {
    const id = await this.db.transaction(async (tx) => {
      const draft = await this.checked(actor, { ...ask, text: ask.text ?? ask.title, dueBasis: 'person' });
      const [task] = await this.draft(tx, actor, [{ ...draft, assignedOn: null, originalDueOn: null }]);
      return task.id;
    });
    return (await taskDetail(this.db.manager, actor, id, await this.time.asOf())) as TaskDetail;
  }

  /** 立巡立交: on record and assigned in one step, due within hours. */
  async handOverUrgently(actor: Actor, ask: HandOverUrgently): Promise<TaskDetail> {
    const { hours, ...what } = ask;
    const dueAt = new Date(this.clock.now().getTime() + hours * HOUR);
    const dueOn = dayIn(this.settings.timeZone, dueAt);
    const id = await this.db.transaction(async (tx) => {
      const draft = await this.checked(actor, { ...what, text: ask.text ?? ask.title, dueOn, dueBasis: 'person' });
      const [task] = await this.draft(tx, actor, [{ ...draft, kind: 'urgent', dueAt, status: 'assigned' }], '立巡立交');
      return task.id;
    });
    return (await taskDetail(this.db.manager, actor, id, await this.time.asOf())) as TaskDetail;
  }

  /** Takes back tasks that nobody was charged with yet. Throws report-item.task-under-way when one has moved on. */
  async undraft(tx: EntityManager, actor: Actor, ids: string[]): Promise<void> {
    const tasks = await tx.find(Task, { where: { id: In(ids) }, lock: { mode: 'pessimistic_write' } });
    const moved = tasks.find(({ status }) => status !== 'drafted');
    if (moved) {
      const message = `任务 ${moved.code} 已经交办，不能撤回。如不再需要，请在任务页撤销。`;
      throw new DomainError('conflict', 'report-item.task-under-way', message);
    }
    if (await tx.existsBy(Task, { parentId: In(ids) })) {
      throw new DomainError('conflict', 'report-item.task-under-way', '其中有任务已经分解，不能撤回。请在任务页撤销。');
    }
    await record(tx, actor, ...ids.map((id) => ({ subject: 'task' as const, subjectId: id, action: 'undraft' })));
    await tx.delete(Task, ids);
  }

  private async checked(actor: Actor, draft: TaskDraft): Promise<TaskDraft> {
    const task = {
      ...{ assigneeId: null, leaderId: null, positionId: null, dueOn: null, originalDueOn: null, assignedOn: null },
      ...draft,
    } as Task;
    await this.charging.charge(actor, task, {});
    return task;
  }
}
