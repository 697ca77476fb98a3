import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { PeopleDirectory } from '#organisation/people-directory';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record } from '#platform/history';
import type { Change } from '#platform/history.entity';
import { ProgressEntry } from './progress-entry.entity';
import { listTasks, visibleTasks } from './task-list';
import type {
  AssignTask,
  AssignTasks,
  CloseTask,
  ListTasks,
  MoveTask,
  MoveWithReason,
  ReportProgress,
  SubmitTask,
} from './task.dto';
import { taskDetail } from './task-detail';
import { Task } from './task.entity';
import { standingOf } from './task-standing';
import { decide, type MoveName, type Standing } from './task-status';
import type { TaskDetail, TaskPage } from './task.view';

/** What a new task is made of. */
export type TaskDraft = Pick<
  Task,
  'title' | 'text' | 'measures' | 'dueOn' | 'dueBasis' | 'recurrence' | 'leadUnitId' | 'assigneeId' | 'anchorId'
>;

/** Commands on tasks: load with a row lock, decide, save with history — one transaction each. */
@Injectable()
export class TasksService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, ask: ListTasks): Promise<TaskPage> {
    const subtree = ask.unitId === undefined ? undefined : await this.units.subtree(ask.unitId);
    return listTasks(this.db.manager, actor, ask, this.clock.today(), subtree);
  }

  /** Throws task.unknown, also when the task is out of the actor's sight. */
  get(actor: Actor, id: string): Promise<TaskDetail> {
    return this.detail(this.db.manager, actor, id);
  }

  /** Puts tasks on record 立项 in the transaction of the acceptance, in the order given. */
  async draft(tx: EntityManager, actor: Actor, drafts: readonly TaskDraft[]): Promise<Task[]> {
    if (drafts.length === 0) return [];
    const numbers = await tx.query<{ n: string }[]>(`SELECT nextval('task_number') AS n FROM generate_series(1, $1)`, [
      drafts.length,
    ]);
    const year = this.clock.today().slice(0, 4);
    const tasks = await tx.save(
      Task,
      drafts.map((draft, index) => ({
        ...draft,
        code: `${year}-${numbers[index].n.padStart(5, '0')}`,
        createdById: actor.personId,
      })),
      { chunk: 200 },
    );
    await record(tx, actor, ...tasks.map(({ id }) => ({ subject: 'task' as const, subjectId: id, action: 'draft' })));
    return tasks;
  }

  /** Takes back tasks that nobody was charged with yet. Throws report-item.task-under-way when one has moved on. */
  async undraft(tx: EntityManager, actor: Actor, ids: string[]): Promise<void> {
    const tasks = await tx.find(Task, { where: { id: In(ids) }, lock: { mode: 'pessimistic_write' } });
    const moved = tasks.find(({ status }) => status !== 'drafted');
    if (moved) {
      const message = `任务 ${moved.code} 已经交办，不能撤回。如不再需要，请在任务页撤销。`;
      throw new DomainError('conflict', 'report-item.task-under-way', message);
    }
    await record(tx, actor, ...ids.map((id) => ({ subject: 'task' as const, subjectId: id, action: 'undraft' })));
    await tx.delete(Task, ids);
  }

  assign(actor: Actor, id: string, ask: AssignTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'assign', { reason: ask.note }, (task) => this.charge(actor, task, ask));
  }

  /** Charges many drafted or returned tasks at once: all of them, or none. */
  assignMany(actor: Actor, ask: AssignTasks): Promise<number> {
    const { leadUnitId, assigneeId, dueOn } = ask;
    return this.db.transaction(async (tx) => {
      const ids = [...new Set(ask.taskIds)].sort();
      for (const id of ids) {
        const { task, standing } = await this.load(tx, actor, id);
        const before = { ...task };
        task.status = decide(standing, 'assign');
        await this.charge(actor, task, { leadUnitId: leadUnitId ?? task.leadUnitId, assigneeId, dueOn });
        await this.save(tx, actor, before, task, 'assign', {});
      }
      return ids.length;
    });
  }

  accept(actor: Actor, id: string, ask: MoveTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'accept');
  }

  giveBack(actor: Actor, id: string, ask: MoveWithReason): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'return', { reason: ask.reason });
  }

  progress(actor: Actor, id: string, ask: ReportProgress): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'progress', ask, (task) => {
      task.progress = ask.percent;
    });
  }

  submit(actor: Actor, id: string, ask: SubmitTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'submit', { percent: 100, narrative: ask.narrative }, (task) => {
      task.progress = 100;
      task.submittedById = actor.personId;
    });
  }

  sendBack(actor: Actor, id: string, ask: MoveWithReason): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'send-back', { reason: ask.reason });
  }

  close(actor: Actor, id: string, ask: CloseTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'close', { reason: ask.note }, (task) => {
      task.closedOn = this.clock.today();
    });
  }

  drop(actor: Actor, id: string, ask: MoveWithReason): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'drop', { reason: ask.reason });
  }

  private move(
    actor: Actor,
    id: string,
    seen: { version: number },
    name: MoveName,
    words: Words = {},
    change: (task: Task) => Promise<void> | void = () => undefined,
  ): Promise<TaskDetail> {
    return this.db.transaction(async (tx) => {
      const { task, standing } = await this.load(tx, actor, id);
      if (task.version !== seen.version) throw changedMeanwhile('task', '这项任务');
      const before = { ...task };
      task.status = decide(standing, name);
      await change(task);
      await this.save(tx, actor, before, task, name, words);
      return this.detail(tx, actor, id);
    });
  }

  private async load(tx: EntityManager, actor: Actor, id: string): Promise<{ task: Task; standing: Standing }> {
    const visible = visibleTasks(new Conditions().add('t.id = ?', id), actor);
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT t.id FROM task t ${visible.where} FOR UPDATE`,
      visible.values,
    );
    if (!row) throw unknownTask();
    const task = await tx.findOneByOrFail(Task, { id });
    return { task, standing: await standingOf(tx, actor, task) };
  }

  /** Sets who is charged and until when. Throws unit.unknown or person.not-assignable. */
  private async charge(actor: Actor, task: Task, to: Omit<AssignTask, 'version' | 'note'>): Promise<void> {
    if (!actor.covers('task.assign', to.leadUnitId)) {
      throw new DomainError('unknown', 'unit.unknown', '没有找到所选的牵头单位，或您无权向它交办任务。');
    }
    if (to.leadUnitId !== task.leadUnitId && to.assigneeId === undefined) task.assigneeId = null;
    if (to.assigneeId !== undefined) task.assigneeId = to.assigneeId;
    task.leadUnitId = to.leadUnitId;
    if (task.assigneeId !== null && !(await this.people.isAssignable(task.assigneeId, task.leadUnitId))) {
      throw new DomainError('invalid', 'person.not-assignable', '所选责任人不在牵头单位，或已停用，请重新选择。');
    }
    if (to.dueOn !== undefined && to.dueOn !== task.dueOn) {
      task.dueOn = to.dueOn;
      task.dueBasis = 'person';
    }
    task.originalDueOn ??= task.dueOn;
    task.assignedOn ??= this.clock.today();
  }

  private async save(
    tx: EntityManager,
    actor: Actor,
    before: Task,
    task: Task,
    action: MoveName,
    words: Words,
  ): Promise<void> {
    task.updatedAt = this.clock.now();
    await tx.save(task);
    if (words.narrative !== undefined) {
      const entry = { taskId: task.id, personId: actor.personId, percent: task.progress, narrative: words.narrative };
      await tx.insert(ProgressEntry, { ...entry, at: task.updatedAt });
    }
    const changes = await this.inWords(changesBetween(facts(before), facts(task)));
    const deed = { subject: 'task' as const, subjectId: task.id, action, changes, reason: words.reason };
    await record(tx, actor, deed);
  }

  /** Names instead of identifiers, as they are at this time. */
  private async inWords(changes: Change[]): Promise<Change[]> {
    const ids = (field: string) =>
      changes
        .filter((change) => change.field === field)
        .flatMap(({ from, to }) => [from, to].filter((id) => id !== null));
    const units = await this.units.names(ids('leadUnit'));
    const people = await this.people.names(ids('assignee'));
    const name = (field: string, value: Change['from']): Change['from'] => {
      if (value === null) return null;
      if (field === 'leadUnit') return units.get(value) ?? value;
      return field === 'assignee' ? (people.get(value) ?? value) : value;
    };
    return changes.map(({ field, from, to }) => ({ field, from: name(field, from), to: name(field, to) }));
  }

  private async detail(db: EntityManager, actor: Actor, id: string): Promise<TaskDetail> {
    const task = await taskDetail(db, actor, id, this.clock.today());
    if (!task) throw unknownTask();
    return task;
  }
}

/** What was said beside a move. */
interface Words {
  reason?: string | null;
  percent?: number;
  narrative?: string;
}

const unknownTask = () => new DomainError('unknown', 'task.unknown', '没有找到这项任务，或您无权查看。');

type Facts = Record<'status' | 'leadUnit' | 'assignee' | 'dueOn' | 'progress', string | number | null>;

const facts = ({ status, leadUnitId, assigneeId, dueOn, progress }: Task): Facts => ({
  status,
  leadUnit: leadUnitId,
  assignee: assigneeId,
  dueOn,
  progress,
});
