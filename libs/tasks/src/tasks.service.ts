import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock, type Day } from '#platform/clock';
import { verify } from './evidence/verification';
import { report } from './progress-report';
import { periodToReport } from './reporting-duty';
import { setDeadline, TaskCharge } from './task-charge';
import { TaskCommands, unknownTask } from './task-commands';
import { taskDetail } from './task-detail';
import type { GroupTasks, ListTasks } from './task-filter.dto';
import { groupTasks } from './task-groups';
import { listTasks } from './task-list';
import { behalfOf, decide, type MoveName, type Standing } from './task-status';
import type {
  AssignTask,
  ChangeTask,
  CloseTask,
  HandOverTask,
  MoveTask,
  MoveWithReason,
  ReDateTask,
  ReportProgress,
  SubmitTask,
} from './task.dto';
import type { Task } from './task.entity';
import type { TaskDetail, TaskGroup, TaskPage } from './task.view';

/** The moves of a single task: load with a row lock, decide, save with history — one transaction each. */
@Injectable()
export class TasksService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly charging: TaskCharge,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
  ) {}

  async list(actor: Actor, ask: ListTasks): Promise<TaskPage> {
    return listTasks(this.db.manager, actor, ask, await this.time.asOf(), await this.units.subtrees(ask.unitId));
  }

  /** How many tasks of the list belong to each unit, light, quarter or report. */
  async groups(actor: Actor, ask: GroupTasks): Promise<TaskGroup[]> {
    return groupTasks(this.db.manager, actor, ask, await this.time.asOf(), await this.units.subtrees(ask.unitId));
  }

  /** Throws task.unknown, also when the task is out of the actor's sight. */
  async get(actor: Actor, id: string): Promise<TaskDetail> {
    const task = await taskDetail(this.db.manager, actor, id, await this.time.asOf());
    if (!task) throw unknownTask();
    return task;
  }

  assign(actor: Actor, id: string, ask: AssignTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'assign', ask.note, (_, task) => this.charging.charge(actor, task, ask));
  }

  accept(actor: Actor, id: string, ask: MoveTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'accept');
  }

  giveBack(actor: Actor, id: string, ask: MoveWithReason): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'return', ask.reason);
  }

  /** 移交: another person of the unit is responsible from now on; the stage stays. */
  handOver(actor: Actor, id: string, ask: HandOverTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'hand-over', ask.note, (_, task) =>
      this.charging.handOver(task, { assigneeId: ask.assigneeId ?? null, positionId: ask.positionId }),
    );
  }

  progress(actor: Actor, id: string, ask: ReportProgress): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'progress', null, async (tx, task, standing) => {
      // The progress of a task that was broken down comes from its parts.
      if (!standing.brokenDown) task.progress = ask.percent;
      await this.narrate(tx, actor, task, ask.narrative, behalfOf(standing, 'progress'), ask.periodStart);
    });
  }

  submit(actor: Actor, id: string, ask: SubmitTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'submit', null, async (tx, task, standing) => {
      task.progress = 100;
      task.submittedById = actor.personId;
      task.submittedOn = this.clock.today();
      await this.narrate(tx, actor, task, ask.narrative, behalfOf(standing, 'submit'));
    });
  }

  sendBack(actor: Actor, id: string, ask: MoveWithReason): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'send-back', ask.reason, (tx, task) => {
      task.submittedOn = null;
      return verify(tx, actor, id, { outcome: 'rejected', note: ask.reason, at: this.clock.now() });
    });
  }

  close(actor: Actor, id: string, ask: CloseTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'close', ask.note, async (tx, task) => {
      task.closedOn = this.clock.today();
      task.closedAt = this.clock.now();
      await verify(tx, actor, id, { outcome: 'passed', note: ask.note, at: task.closedAt });
    });
  }

  /** Corrects what the task says; whoever has it reads the change in its history. */
  change(actor: Actor, id: string, ask: ChangeTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'change', ask.reason, (_, task) => {
      const { title, text, weight, reportEvery, evidenceRequired } = ask;
      Object.assign(task, {
        title: title ?? task.title,
        text: text ?? task.text,
        weight: weight ?? task.weight,
        reportEvery: reportEvery === undefined ? task.reportEvery : reportEvery,
        evidenceRequired: evidenceRequired === undefined ? task.evidenceRequired : evidenceRequired,
      });
    });
  }

  /** 改期 by the supervisor himself; the original deadline stays on record. */
  reDate(actor: Actor, id: string, ask: ReDateTask): Promise<TaskDetail> {
    return this.move(actor, id, ask, 're-date', ask.reason, (_, task) => reDate(task, ask.dueOn));
  }

  suspend(actor: Actor, id: string, ask: MoveWithReason): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'suspend', ask.reason, (_, task, { status }) => {
      task.suspendedFrom = status;
    });
  }

  resume(actor: Actor, id: string, ask: MoveWithReason): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'resume', ask.reason, (_, task) => {
      task.suspendedFrom = null;
    });
  }

  drop(actor: Actor, id: string, ask: MoveWithReason): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'drop', ask.reason, (_, task) => {
      task.suspendedFrom = null;
    });
  }

  /** 回头看 found that it does not hold. */
  reopen(actor: Actor, id: string, ask: MoveWithReason): Promise<TaskDetail> {
    return this.move(actor, id, ask, 'reopen', ask.reason, (_, task) => {
      task.closedOn = null;
      task.closedAt = null;
      task.submittedById = null;
      task.submittedOn = null;
    });
  }

  private async move(
    actor: Actor,
    id: string,
    seen: { version: number },
    name: MoveName,
    reason?: string | null,
    change: (tx: EntityManager, task: Task, standing: Standing) => Promise<void> | void = () => undefined,
  ): Promise<TaskDetail> {
    await this.db.transaction(async (tx) => {
      const { task, standing } = await this.commands.loadSeen(tx, actor, id, seen);
      const before = { ...task };
      task.status = decide(standing, name);
      await change(tx, task, standing);
      await this.commands.save(tx, actor, [{ before, task, standing }], name, reason);
    });
    return this.get(actor, id);
  }

  private async narrate(
    tx: EntityManager,
    { personId }: Actor,
    task: Task,
    narrative: string,
    onBehalfOf: string | null,
    forPeriod?: Day,
  ): Promise<void> {
    const { id: taskId, progress: percent } = task;
    const period = periodToReport(task, forPeriod, this.clock.today());
    const at = this.clock.now();
    await report(tx, { taskId, personId, percent, narrative, onBehalfOf, at, ...period });
  }
}

/** Sets another deadline; the one at the first assignment stays on record. */
export function reDate(task: Task, dueOn: Day | null): void {
  setDeadline(task, dueOn);
  task.originalDueOn ??= dueOn;
}
