import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { PeopleDirectory } from '#organisation/people-directory';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { TaskCommands, type Loaded } from '../task-commands';
import { decide, type MoveName } from '../task-status';
import { authorFor } from './support-author';
import { SupportReport } from './support-report.entity';
import { indexSupporters } from './support-store';
import type { HandOverSupport, ReportSupport, SetSupport, SupportInput, WaiveSupport } from './support.dto';
import { SupportingUnit } from './supporting-unit.entity';

export const unknownSupport = () =>
  new DomainError('unknown', 'support.unknown', '没有找到这个配合单位，它可能已被移除，请刷新后再试。');

/** 配合单位: who supports the lead unit, with what, and how far each is with its own part. */
@Injectable()
export class SupportService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly people: PeopleDirectory,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /** Makes the supporting units those given. Throws unit.unknown, support.is-lead, or support.reported for one that has reported. */
  set(actor: Actor, id: string, ask: SetSupport): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { task, standing } = await this.commands.loadSeen(tx, actor, id, ask);
      decide(standing, 'set-support');
      const before = await supportOf(tx, id);
      const from = said(before);
      const gone = before.filter(({ unitId }) => !ask.units.some((one) => one.unitId === unitId));
      await refuseReported(tx, gone);
      if (gone.length > 0) await tx.delete(SupportingUnit, { id: In(gone.map((one) => one.id)) });
      await this.checkUnits(actor, task.leadUnitId, before, ask.units);
      for (const { unitId, duty = '' } of ask.units) {
        const known = before.find((one) => one.unitId === unitId);
        if (known) known.duty = duty;
        await tx.save(known ?? tx.create(SupportingUnit, { taskId: id, unitId, duty }));
      }
      await indexSupporters(tx, [id]);
      const also = [{ field: 'support', from, to: said(await supportOf(tx, id)) }];
      await this.commands.save(tx, actor, [{ before: task, task, also }], 'set-support');
    });
  }

  /** One part's progress; the lead unit's is not touched. Throws support.changed when somebody else reported meanwhile. */
  report(actor: Actor, id: string, supportId: string, ask: ReportSupport): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { standing } = await this.load(tx, actor, id, 'report-support');
      const support = await this.seen(tx, id, supportId, ask);
      const supervises = standing.parts.includes('supervisor');
      const author = authorFor(actor, supervises, described(support));
      if (!author) {
        throw new DomainError('forbidden', 'support.not-yours', '您只能报送本单位的配合进展。');
      }
      const entry = { personId: actor.personId, ...author, percent: ask.percent, narrative: ask.narrative };
      const changes = await reportPart(tx, this.clock, support, entry);
      const { onBehalfOf } = author;
      await record(tx, actor, { subject: 'task', subjectId: id, action: 'report-support', changes, onBehalfOf });
    });
  }

  /** Names who does the part in the supporting unit, by its liaison or the supervisor. Throws person.not-assignable. */
  handOver(actor: Actor, id: string, supportId: string, ask: HandOverSupport): Promise<void> {
    return this.db.transaction(async (tx) => {
      const [{ task, standing }] = await this.commands.load(tx, actor, [id]);
      const support = await this.seen(tx, id, supportId, ask);
      const may = standing.parts.includes('supervisor') || actor.covers('task.handle', support.unitId);
      if (!may || task.status === 'closed' || task.status === 'dropped') {
        throw new DomainError('forbidden', 'support.not-yours', '只有配合单位的联络员和督办员可以指定经办人。');
      }
      const personId = ask.personId ?? null;
      if (personId !== null && !(await this.people.isAssignable(personId, support.unitId))) {
        throw new DomainError('invalid', 'person.not-assignable', '所选人员不在该配合单位，或已停用，请重新选择。');
      }
      const names = await this.people.names([support.personId, personId].filter((one) => one !== null));
      const name = (one: string | null) => (one === null ? null : (names.get(one) ?? null));
      const unit = support.unit?.name ?? '';
      const changes = [{ field: 'supportPerson', from: name(support.personId), to: name(personId) }];
      await tx.save(SupportingUnit, { id: supportId, personId });
      await indexSupporters(tx, [id]);
      await record(tx, actor, { subject: 'task', subjectId: id, action: 'hand-over-support', changes, reason: unit });
    });
  }

  /** 免除: the task may be submitted without this part; or it is waited for again. */
  waive(actor: Actor, id: string, supportId: string, ask: WaiveSupport): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.load(tx, actor, id, 'waive-support');
      const support = await this.seen(tx, id, supportId, ask);
      support.waivedOn = ask.waived ? this.clock.today() : null;
      await tx.save(support);
      const to = `${support.unit?.name ?? ''}${ask.waived ? '（免除）' : '（恢复）'}`;
      const changes = [{ field: 'support', from: null, to }];
      const { reason } = ask;
      await record(tx, actor, { subject: 'task', subjectId: id, action: 'waive-support', changes, reason });
    });
  }

  /** Whom somebody else has asked may stay; new ones are those that the actor may ask. */
  private async checkUnits(
    actor: Actor,
    leadUnitId: string,
    before: readonly SupportingUnit[],
    units: readonly SupportInput[],
  ): Promise<void> {
    if (units.some(({ unitId }) => unitId === leadUnitId)) {
      throw new DomainError('invalid', 'support.is-lead', '牵头单位不能同时是配合单位，请去掉后重试。');
    }
    const offered = await this.units.supportable(actor, leadUnitId);
    const allowed = new Set([...offered.map(({ id }) => id), ...before.map(({ unitId }) => unitId)]);
    if (units.every(({ unitId }) => allowed.has(unitId))) return;
    const message = '没有找到所选的配合单位，或您无权安排它；需要其他单位配合的，请联系督办员。';
    throw new DomainError('unknown', 'unit.unknown', message);
  }

  private async load(tx: EntityManager, actor: Actor, id: string, move: MoveName): Promise<Loaded> {
    const [loaded] = await this.commands.load(tx, actor, [id]);
    decide(loaded.standing, move);
    return loaded;
  }

  private async seen(
    tx: EntityManager,
    taskId: string,
    id: string,
    { version }: { version: number },
  ): Promise<SupportingUnit> {
    const support = (await supportOf(tx, taskId)).find((one) => one.id === id);
    if (!support) throw unknownSupport();
    if (support.version !== version) throw changedMeanwhile('support', '这项配合事项');
    return support;
  }
}

/** Writes a report of one part, whoever makes it; the task's row is locked by then. Returns the change for the history. */
export async function reportPart(
  tx: EntityManager,
  clock: Clock,
  support: SupportingUnit,
  entry: Pick<SupportReport, 'percent' | 'narrative'> &
    Partial<Pick<SupportReport, 'personId' | 'linkId' | 'onBehalfOf'>>,
) {
  const { percent } = entry;
  const unit = support.unit?.name ?? '';
  const changes = [{ field: 'support', from: `${unit} ${support.percent}%`, to: `${unit} ${percent}%` }];
  support.percent = percent;
  support.doneOn = percent === 100 ? (support.doneOn ?? clock.today()) : null;
  await tx.save(support);
  await tx.insert(SupportReport, { supportingUnitId: support.id, at: clock.now(), ...entry });
  return changes;
}

export function supportOf(db: EntityManager, taskId: string): Promise<SupportingUnit[]> {
  return db.find(SupportingUnit, {
    where: { taskId },
    relations: { unit: true, person: true },
    order: { unit: { sortOrder: 'ASC', name: 'ASC' } },
  });
}

export const described = ({ unitId, unit, personId }: SupportingUnit) => ({
  ...{ unitId, personId, unitName: unit?.name ?? '', external: unit?.external ?? false },
});

const said = (support: readonly SupportingUnit[]) =>
  support.map(({ unit, duty }) => (duty ? `${unit?.name}（${duty}）` : unit?.name)).join('；') || null;

/** What was reported is kept. */
async function refuseReported(tx: EntityManager, gone: readonly SupportingUnit[]): Promise<void> {
  const reported = await tx.findOneBy(SupportReport, { supportingUnitId: In(gone.map(({ id }) => id)) });
  if (!reported) return;
  const unit = gone.find(({ id }) => id === reported.supportingUnitId)?.unit?.name ?? '';
  const message = `“${unit}”已经报送过配合进展，不能移除；不再需要的，请免除它的配合事项。`;
  throw new DomainError('conflict', 'support.reported', message);
}
