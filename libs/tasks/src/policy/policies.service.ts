import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Unit } from '#organisation/unit.entity';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record } from '#platform/history';
import type { ReportingPeriod } from '../task.entity';
import { policiesFor } from './policies';
import type { SetPolicy } from './policy.dto';
import { Policy } from './policy.entity';
import type { PolicyPoints, PolicyView } from './policy.view';

/** 督办规则: what holds for the tasks and problems of a unit and of those below it. */
@Injectable()
export class PoliciesService {
  constructor(private readonly db: DataSource) {}

  list(actor: Actor): Promise<PolicyView[]> {
    return this.views(this.db.manager, actor.unitsFor('policy.manage'));
  }

  /** How often tasks of the unit have to report, unless they say otherwise. */
  async reportEvery(unitId: string): Promise<ReportingPeriod | null> {
    return (await policiesFor(this.db.manager, [unitId]))(unitId).reportEvery;
  }

  /** Throws unit.unknown, policy.changed. */
  set(actor: Actor, unitId: string, ask: SetPolicy): Promise<PolicyView> {
    return this.db.transaction(async (tx) => {
      // The unit's row is the lock: its policy may have none yet.
      const unit = actor.covers('policy.manage', unitId)
        ? await tx.findOne(Unit, { where: { id: unitId }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!unit) throw new DomainError('unknown', 'unit.unknown', '没有找到这个单位，或您无权设置它的督办规则。');
      const before = await tx.findOneBy(Policy, { unitId });
      if ((before?.version ?? 0) !== ask.version) throw changedMeanwhile('policy', '这个单位的督办规则');
      const from = facts(pointsOf(before));
      const after = pointsOf(ask);
      const policy = before ?? tx.create(Policy, { unitId });
      await tx.save(Object.assign(policy, after));
      await record(tx, actor, {
        subject: 'unit',
        subjectId: unitId,
        action: 'policy',
        changes: changesBetween(from, facts(after)),
      });
      const [view] = await this.views(tx, [unitId]);
      return view;
    });
  }

  private async views(db: EntityManager, unitIds: string[]): Promise<PolicyView[]> {
    const units = await db.find(Unit, { where: { id: In(unitIds) }, order: { sortOrder: 'ASC', name: 'ASC' } });
    const own = new Map((await db.findBy(Policy, { unitId: In(unitIds) })).map((policy) => [policy.unitId, policy]));
    const inForce = await policiesFor(db, unitIds);
    return units.map(({ id, name, parentId }) => ({
      unitId: id,
      unitName: name,
      parentId,
      own: pointsOf(own.get(id)),
      inForce: inForce(id),
      version: own.get(id)?.version ?? 0,
    }));
  }
}

const pointsOf = (policy: Partial<PolicyPoints> | null | undefined): PolicyPoints => ({
  evidenceRequired: policy?.evidenceRequired ?? null,
  reportEvery: policy?.reportEvery ?? null,
  lookBackMonths: policy?.lookBackMonths ?? null,
});

const facts = ({ evidenceRequired, ...points }: PolicyPoints) => ({
  evidenceRequired: evidenceRequired === null ? null : Number(evidenceRequired),
  ...points,
});
