import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { actingFor } from '#organisation/absence/acting-for';
import type { Actor } from '#organisation/actor';
import { WorkingTime, type AsOf } from '#organisation/calendar/working-time';
import type { Person } from '#organisation/person.entity';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { lightOf } from '../light';
import { unknownTask } from '../task-commands';
import { visibleTasks } from '../task-sight';
import { loadStanding } from '../task-standing';
import { movesFor, OPEN_STATUSES, type Standing } from '../task-status';
import { Task } from '../task.entity';
import { linkViews } from './link-views';
import { reportView } from './report-view';
import type { InCharge, ResponsibilityView, SupportView } from './responsibility.view';
import { authorFor } from './support-author';
import { SupportReport } from './support-report.entity';
import { described, supportOf } from './support.service';
import type { SupportingUnit } from './supporting-unit.entity';

/** 责任分工: who answers for what in one task, and who acts for them meanwhile. */
@Injectable()
export class ResponsibilityService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
  ) {}

  /** Throws task.unknown. */
  async get(actor: Actor, id: string): Promise<ResponsibilityView> {
    const db = this.db.manager;
    const task = await seenTask(db, actor, id);
    const at = await this.time.asOf();
    const standing = await loadStanding(db, actor, task, at);
    const support = await supportOf(db, id);
    const inCharge = await this.inCharge([task.assignee, task.leader, ...support.map(({ person }) => person)]);
    const reports = await reportsOf(db, support);
    const mayLink = standing.parts.includes('supervisor') && OPEN_STATUSES.includes(task.status);
    return {
      leadUnitId: task.leadUnitId,
      leadUnitName: task.leadUnit?.name ?? '',
      external: task.leadUnit?.external ?? false,
      contact: task.leadUnit?.contact ?? null,
      assignee: inCharge(task.assignee),
      positionId: task.positionId,
      positionTitle: task.position?.title ?? null,
      leader: inCharge(task.leader),
      support: support.map((one) => ({
        ...partView(actor, task, standing, one, at),
        person: inCharge(one.person),
        reports: reports.filter(({ supportingUnitId }) => supportingUnitId === one.id).map(reportView),
      })),
      links: standing.parts.includes('supervisor') ? await linkViews(db, this.clock.now(), id) : [],
      mayLink,
    };
  }

  /** People as they are shown: “张三（休假至11月30日，由李四代理）”. */
  private async inCharge(people: (Person | null | undefined)[]): Promise<(of?: Person | null) => InCharge | null> {
    const ids = people.flatMap((person) => person?.id ?? []);
    const acting = await actingFor(this.db.manager, this.clock.today(), ids);
    return (person) => {
      if (!person) return null;
      const found = acting.find(({ personId }) => personId === person.id);
      const away = found ? { toDay: found.toDay, deputyName: found.deputyName } : null;
      return { id: person.id, name: person.name, active: person.active, away };
    };
  }
}

async function seenTask(db: EntityManager, actor: Actor, id: string): Promise<Task> {
  const visible = visibleTasks(new Conditions().add('t.id = ?', id), actor);
  const rows = await db.query<unknown[]>(`SELECT 1 FROM task t ${visible.where}`, visible.values);
  if (rows.length === 0) throw unknownTask();
  const relations = { leadUnit: true, assignee: true, leader: true, position: true };
  return db.findOneOrFail(Task, { where: { id }, relations });
}

function reportsOf(db: EntityManager, support: readonly SupportingUnit[]): Promise<SupportReport[]> {
  return db.find(SupportReport, {
    where: { supportingUnitId: In(support.map(({ id }) => id)) },
    relations: { person: true },
    order: { at: 'DESC' },
  });
}

function partView(
  actor: Actor,
  task: Task,
  standing: Standing,
  support: SupportingUnit,
  at: AsOf,
): Omit<SupportView, 'person' | 'reports'> {
  const { id, unitId, unit, duty, percent, doneOn, waivedOn, version } = support;
  const supervises = standing.parts.includes('supervisor');
  const open = OPEN_STATUSES.includes(task.status);
  const lit = {
    ...task,
    status: doneOn ? ('closed' as const) : task.status,
    closedOn: doneOn,
    closedAt: null,
    dueAt: null,
    progress: percent,
  };
  return {
    ...{ id, unitId, unitName: unit?.name ?? '', external: unit?.external ?? false, contact: unit?.contact ?? null },
    ...{ duty, percent, doneOn, waivedOn, version },
    light: waivedOn === null ? lightOf(lit, at) : null,
    mayReport:
      movesFor(standing).includes('report-support') && authorFor(actor, supervises, described(support)) !== null,
    mayHandOver: open && !unit?.external && (supervises || actor.covers('task.handle', unitId)),
  };
}
