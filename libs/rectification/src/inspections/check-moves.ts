import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { changesBetween, record } from '#platform/history';
import { changedSince } from '#platform/history-since';
import type { Change } from '#platform/history.entity';
import { checkDetail, checkStandingOf } from './check-detail';
import { decideCheck, type CheckMoveName } from './check-status';
import { InspectionCheck } from './inspection-check.entity';
import type { InspectionRound } from './inspection-round.entity';
import { lockCheck } from './inspection-sight';
import type { MoveInspection } from './inspection.dto';
import type { CheckDetail } from './inspection.view';

export interface CheckStep {
  tx: EntityManager;
  check: InspectionCheck;
  round: InspectionRound;
}

/** What a step adds to the history beside the changed facts of the check itself. */
type Does = (step: CheckStep) => Promise<Change[] | void> | Change[] | void;

const factsOf = ({ status, conclusion, response }: InspectionCheck) => ({ status, conclusion, response });

/** How every command on a check goes: load with a row lock, decide, change, save with history — one transaction. */
@Injectable()
export class CheckMoves {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Throws inspection-check.unknown, inspection-check.changed, what the life cycle refuses, and what `does` throws. */
  async make(
    actor: Actor,
    id: string,
    seen: MoveInspection,
    name: CheckMoveName,
    does: Does,
    reason?: string,
  ): Promise<CheckDetail> {
    await this.db.transaction(async (tx) => {
      await lockCheck(tx, actor, id);
      const check = await tx.findOneByOrFail(InspectionCheck, { id });
      if (check.version !== seen.version) {
        throw await changedSince(tx, 'inspection-check', '这项检查', id, seen.version);
      }
      const round = await roundOf(tx, check);
      const standing = await checkStandingOf(tx, actor, check, round);
      const before = factsOf(check);
      check.status = decideCheck(standing, name);
      const added = (await does({ tx, check, round })) ?? [];
      check.updatedAt = this.clock.now();
      await tx.save(check);
      await record(tx, actor, {
        subject: 'inspection-check',
        subjectId: id,
        action: name,
        changes: [...changesBetween(before, factsOf(check)), ...added],
        reason,
        version: check.version,
        unitId: check.inspectedUnitId,
      });
    });
    return checkDetail(this.db.manager, actor, id, this.clock.today());
  }
}

async function roundOf(tx: EntityManager, { id }: InspectionCheck): Promise<InspectionRound> {
  const { round } = await tx.findOneOrFail(InspectionCheck, { where: { id }, relations: { round: true } });
  return round as InspectionRound;
}
