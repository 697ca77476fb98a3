import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Unit } from '#organisation/unit.entity';
import { Conditions } from '#platform/conditions';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record } from '#platform/history';
import { TaskCommands, unknownTask } from '#tasks/task-commands';
import { visibleTasks } from '#tasks/task-sight';
import { loadStanding } from '#tasks/task-standing';
import { behalfOf, decide, refusalOf, type Standing } from '#tasks/task-status';
import { Task } from '#tasks/task.entity';
import { latestPlanning } from '../planning/latest-planning';
import { PolicyBook, readPolicyBook, saidBy, saysNothing, type SaidPoints } from './policy-book';
import { pointsInWords } from './policy-words';
import type { SetTaskReminderPolicy, SetUnitReminderPolicy } from './reminder-policy.dto';
import { ReminderPolicy } from './reminder-policy.entity';
import type { ReminderPoints } from './reminder-points';
import type {
  ReminderPointsView,
  ReminderPoliciesView,
  TaskReminderPolicy,
  UnitReminderPolicies,
} from './reminder-policy.view';

type Scope = Pick<ReminderPolicy, 'unitId' | 'taskKind' | 'taskId'>;

/** 提醒规则 of units, of kinds of tasks there and of single tasks. */
@Injectable()
export class ReminderPoliciesService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly time: WorkingTime,
  ) {}

  async list(actor: Actor): Promise<ReminderPoliciesView> {
    const units = await this.views(this.db.manager, actor.unitsFor('policy.manage'));
    return { units, planning: await latestPlanning(this.db.manager) };
  }

  /** Throws unit.unknown, reminder-policy.changed. */
  setForUnit(actor: Actor, unitId: string, ask: SetUnitReminderPolicy): Promise<UnitReminderPolicies> {
    return this.db.transaction(async (tx) => {
      // The unit's row is the lock: it may have no policy yet.
      const unit = actor.covers('policy.manage', unitId)
        ? await tx.findOne(Unit, { where: { id: unitId }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!unit) throw new DomainError('unknown', 'unit.unknown', '没有找到这个单位，或您无权设置它的提醒规则。');
      const taskKind = ask.taskKind ?? null;
      const changes = await set(tx, { unitId, taskKind, taskId: null }, ask, '这个单位的提醒规则');
      const kind = taskKind === null ? [] : [{ field: 'taskKind', from: null, to: taskKind }];
      await record(tx, actor, {
        ...{ subject: 'unit', subjectId: unitId, action: 'reminder-policy', changes: [...kind, ...changes] },
      });
      const [view] = await this.views(tx, [unitId]);
      return view;
    });
  }

  /** Throws task.unknown. */
  async ofTask(actor: Actor, taskId: string): Promise<TaskReminderPolicy> {
    const visible = visibleTasks(new Conditions().add('t.id = ?', taskId), actor);
    const found = await this.db.query<unknown[]>(`SELECT 1 FROM task t ${visible.where}`, visible.values);
    if (found.length === 0) throw unknownTask();
    const task = await this.db.manager.findOneByOrFail(Task, { id: taskId });
    const standing = await loadStanding(this.db.manager, actor, task, await this.time.asOf());
    return taskView(this.db.manager, task, standing);
  }

  /** Whoever may change the task sets it. Throws task.unknown, task.not-yours, task.move-impossible, reminder-policy.changed. */
  setForTask(actor: Actor, taskId: string, ask: SetTaskReminderPolicy): Promise<TaskReminderPolicy> {
    return this.db.transaction(async (tx) => {
      const [{ task, standing }] = await this.commands.load(tx, actor, [taskId]);
      decide(standing, 'change');
      const changes = await set(tx, { unitId: null, taskKind: null, taskId }, ask, '这项任务的提醒规则');
      const view = await taskView(tx, task, standing);
      await record(tx, actor, {
        ...{ subject: 'task', subjectId: taskId, action: 'reminder-policy', changes },
        onBehalfOf: behalfOf(standing, 'change'),
      });
      return view;
    });
  }

  private async views(db: EntityManager, unitIds: string[]): Promise<UnitReminderPolicies[]> {
    const units = await db.find(Unit, { where: { id: In(unitIds) }, order: { sortOrder: 'ASC', name: 'ASC' } });
    const policies = await db.findBy(ReminderPolicy, { unitId: In(unitIds) });
    const own = new Map(policies.map((policy) => [`${policy.unitId} ${policy.taskKind}`, policy]));
    const book = await readPolicyBook(db);
    return units.map(({ id, name, parentId }) => ({
      ...{ unitId: id, unitName: name, parentId },
      policies: [null, ...book.kindsFor(id)].map((taskKind) => ({
        ...{ taskKind, ...shown(own.get(`${id} ${taskKind}`)) },
        ...holding(book, { id: null, kind: taskKind, leadUnitId: id }),
      })),
    }));
  }
}

/** Puts what is asked in the place of what was said there; gives what changed. */
async function set(tx: EntityManager, scope: Scope, ask: SetTaskReminderPolicy, noun: string) {
  const { unitId, taskKind, taskId } = scope;
  const before = await tx.findOneBy(ReminderPolicy, {
    unitId: unitId ?? IsNull(),
    taskKind: taskKind ?? IsNull(),
    taskId: taskId ?? IsNull(),
  });
  if ((before?.version ?? 0) !== ask.version) throw changedMeanwhile('reminder-policy', noun);
  const from = pointsInWords(saidBy(before));
  const after = inOrder(saidBy({ ...saidBy(null), ...ask }));
  if (!saysNothing(after)) await tx.save(Object.assign(before ?? tx.create(ReminderPolicy, scope), after));
  else if (before) await tx.delete(ReminderPolicy, before.id);
  return changesBetween(from, pointsInWords(after));
}

/** The days before from the earliest on, the ladder from its foot. */
const inOrder = (points: SaidPoints): SaidPoints => ({
  ...points,
  before: points.before && points.before.toSorted((a, b) => b - a),
  ladder: points.ladder && points.ladder.toSorted((a, b) => a.after - b.after),
});

const shown = (policy: ReminderPolicy | null | undefined) => {
  const { before, requests, ladder, ...said } = saidBy(policy);
  return {
    own: { ...said, before: before && [...before], requests: requests && [...requests], ladder: ladder && [...ladder] },
    version: policy?.version ?? 0,
  };
};

const holding = (book: PolicyBook, ruled: Parameters<PolicyBook['pointsOf']>[0]) => ({
  inForce: pointsView(book.pointsOf(ruled)),
  above: pointsView(book.aboveOf(ruled)),
});

const pointsView = ({ before, requests, ladder, ...points }: ReminderPoints): ReminderPointsView => ({
  ...{ ...points, before: [...before], requests: [...requests], ladder: [...ladder] },
});

async function taskView(db: EntityManager, task: Task, standing: Standing): Promise<TaskReminderPolicy> {
  const own = await db.findOneBy(ReminderPolicy, { taskId: task.id });
  return {
    ...{ taskKind: task.kind, ...shown(own) },
    ...holding(await readPolicyBook(db), task),
    changeable: refusalOf(standing, 'change') === null,
  };
}
