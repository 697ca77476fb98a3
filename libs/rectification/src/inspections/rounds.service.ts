import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { changesBetween, record } from '#platform/history';
import { changedSince } from '#platform/history-since';
import type { Change } from '#platform/history.entity';
import { InspectionCheck } from './inspection-check.entity';
import { InspectionRound } from './inspection-round.entity';
import { lockRound } from './inspection-sight';
import type { ChangeRound, CreateRound, ListRounds, MoveInspection, PairRound, PreviewPairs } from './inspection.dto';
import type { PairView, RoundDetail, RoundPage } from './inspection.view';
import { checkPairs, pairsOf, ROUND_KINDS, type Pair, type PairingRule } from './pairing';
import { listRounds, roundDetail, roundStandingOf } from './round-list';
import { decideRound, type RoundMoveName } from './round-status';

interface RoundStep {
  tx: EntityManager;
  round: InspectionRound;
}
type Does = (step: RoundStep) => Promise<Change[] | void> | Change[] | void;

const factsOf = ({ title, category, startsOn, endsOn, note, status }: InspectionRound) => ({
  ...{ title, category, startsOn, endsOn, note, status },
});

/** Rounds of inspections 督查检查轮次: planned with their pairs, started, closed. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, ask: ListRounds): Promise<RoundPage> {
    const subtree = ask.unitId === undefined ? undefined : await this.units.subtree(ask.unitId);
    return listRounds(this.db.manager, actor, ask, subtree);
  }

  /** Throws inspection.unknown, also when it is out of the actor's sight. */
  get(actor: Actor, id: string): Promise<RoundDetail> {
    return roundDetail(this.db.manager, actor, id, this.clock.today());
  }

  /** What a rule makes of units, to be looked at before it is kept. Throws inspection.…, unit.unknown. */
  async preview(actor: Actor, { kind, rule, unitIds, inspectorUnitId }: PreviewPairs): Promise<PairView[]> {
    const rules: readonly PairingRule[] = ROUND_KINDS[kind].rules;
    if (!rules.includes(rule)) {
      const message = `${ROUND_KINDS[kind].label}不能用这种分组办法，请重新选择。`;
      throw new DomainError('invalid', 'inspection.rule', message);
    }
    const pairs = pairsOf(rule, unitIds, inspectorUnitId);
    const ids = [
      ...new Set(pairs.flatMap(({ inspectedUnitId, inspectingUnitId }) => [inspectedUnitId, inspectingUnitId])),
    ];
    if (ids.some((id) => !actor.covers('task.assign', id))) throw unknownUnit();
    const names = await this.units.names(ids);
    const name = (id: string) => names.get(id) ?? '';
    return pairs.map((pair) => ({
      ...pair,
      inspectedUnitName: name(pair.inspectedUnitId),
      inspectingUnitName: name(pair.inspectingUnitId),
    }));
  }

  /** Throws unit.unknown, inspection.days, inspection.… about pairs. */
  async create(actor: Actor, { pairs, ...fields }: CreateRound): Promise<RoundDetail> {
    if (!actor.covers('task.assign', fields.unitId)) throw unknownUnit();
    checkDays(fields);
    const { id } = await this.db.transaction(async (tx) => {
      const created = { createdById: actor.personId, createdAt: this.clock.now() };
      const round = await tx.save(InspectionRound, { ...fields, ...created });
      await this.place(tx, actor, round, pairs);
      const { version, unitId } = round;
      await record(tx, actor, { subject: 'inspection-round', subjectId: round.id, action: 'create', version, unitId });
      return round;
    });
    return this.get(actor, id);
  }

  async change(actor: Actor, id: string, ask: ChangeRound): Promise<RoundDetail> {
    const { version: _, ...fields } = ask;
    await this.make(actor, id, ask, 'change', async ({ tx, round }) => {
      const formerEnd = round.endsOn;
      Object.assign(round, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
      checkDays(round);
      if (round.endsOn !== formerEnd) await tx.update(InspectionCheck, { roundId: id }, { dueOn: round.endsOn });
    });
    return this.get(actor, id);
  }

  /** Other pairs instead of those planned. */
  async pair(actor: Actor, id: string, ask: PairRound): Promise<RoundDetail> {
    await this.make(actor, id, ask, 'pair', async ({ tx, round }) => {
      const { affected } = await tx.delete(InspectionCheck, { roundId: id });
      await this.place(tx, actor, round, ask.pairs);
      return [{ field: 'checks', from: String(affected ?? 0), to: String(ask.pairs.length) }];
    });
    return this.get(actor, id);
  }

  async start(actor: Actor, id: string, ask: MoveInspection): Promise<RoundDetail> {
    await this.make(actor, id, ask, 'start');
    return this.get(actor, id);
  }

  async close(actor: Actor, id: string, ask: MoveInspection): Promise<RoundDetail> {
    await this.make(actor, id, ask, 'close');
    return this.get(actor, id);
  }

  async remove(actor: Actor, id: string, ask: MoveInspection): Promise<void> {
    await this.make(actor, id, ask, 'remove');
  }

  private make(
    actor: Actor,
    id: string,
    seen: MoveInspection,
    name: RoundMoveName,
    does: Does = () => undefined,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      await lockRound(tx, actor, id);
      const round = await tx.findOneByOrFail(InspectionRound, { id });
      if (round.version !== seen.version) {
        throw await changedSince(tx, 'inspection-round', '这一轮检查', id, seen.version);
      }
      const before = factsOf(round);
      round.status = decideRound(await roundStandingOf(tx, actor, round), name);
      const added = (await does({ tx, round })) ?? [];
      round.updatedAt = this.clock.now();
      if (name === 'remove') await tx.delete(InspectionRound, id);
      else await tx.save(round);
      const changes = [...changesBetween(before, factsOf(round)), ...added];
      const { version, unitId } = round;
      await record(tx, actor, { subject: 'inspection-round', subjectId: id, action: name, changes, version, unitId });
    });
  }

  private async place(tx: EntityManager, actor: Actor, round: InspectionRound, pairs: readonly Pair[]): Promise<void> {
    checkPairs(round.kind, pairs);
    const within = new Set(await this.units.subtree(round.unitId));
    const ids = pairs.flatMap(({ inspectedUnitId, inspectingUnitId }) => [inspectedUnitId, inspectingUnitId]);
    if (ids.some((id) => !within.has(id) || !actor.covers('task.assign', id))) throw unknownUnit();
    const checks = pairs.map((pair) => ({ ...pair, roundId: round.id, dueOn: round.endsOn }));
    await tx.insert(InspectionCheck, checks);
  }
}

const unknownUnit = () =>
  new DomainError('unknown', 'unit.unknown', '所选单位中有的不在组织单位范围内，或您无权督办，请重新选择。');

function checkDays({ startsOn, endsOn }: Pick<InspectionRound, 'startsOn' | 'endsOn'>): void {
  if (startsOn > endsOn) throw new DomainError('invalid', 'inspection.days', '结束日期不能早于开始日期。');
}
