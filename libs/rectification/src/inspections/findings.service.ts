import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import type { Change } from '#platform/history.entity';
import { openProblems } from '../problem-drafts';
import { CheckMoves, type CheckStep } from './check-moves';
import { InspectionFinding } from './inspection-finding.entity';
import type { DecideFindings, FindingDecision } from './inspection.dto';
import type { CheckDetail } from './inspection.view';

/** Findings 检查发现 become problems of the inspected unit, or are rejected. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly moves: CheckMoves,
    private readonly clock: Clock,
  ) {}

  /** Decides about findings: all of those named, or none. The check is settled when no finding waits any more. Throws finding.unknown, unit.unknown. */
  decide(actor: Actor, checkId: string, ask: DecideFindings): Promise<CheckDetail> {
    return this.moves.make(actor, checkId, ask, 'decide', async (step) => {
      const { tx, check } = step;
      if (!actor.covers('task.assign', check.inspectedUnitId)) {
        throw new DomainError('unknown', 'unit.unknown', '被检查单位已不在您的督办范围内，请由其上级督办员认定。');
      }
      const waiting = new Map(
        (await tx.findBy(InspectionFinding, { checkId, status: 'recorded' })).map((finding) => [finding.id, finding]),
      );
      const decided = ask.decisions.map((decision) => {
        const finding = waiting.get(decision.findingId);
        if (!finding) {
          throw new DomainError('unknown', 'finding.unknown', '所选发现中有的已认定或已移除，请刷新页面。');
        }
        waiting.delete(finding.id);
        return { finding, decision };
      });
      const changes = [
        ...(await this.confirm(
          step,
          actor,
          decided.filter(({ decision }) => decision.decision === 'confirmed'),
        )),
        ...(await reject(
          tx,
          actor,
          decided.filter(({ decision }) => decision.decision === 'rejected'),
        )),
      ];
      if (waiting.size === 0) check.status = 'settled';
      return changes;
    });
  }

  private async confirm({ tx, check, round }: CheckStep, actor: Actor, decided: readonly Decided[]): Promise<Change[]> {
    const drafts = decided.map(({ finding, decision }) => ({
      title: finding.title,
      text: finding.text,
      category: finding.category,
      dueOn: decision.dueOn === undefined ? finding.dueOn : decision.dueOn,
      unitId: check.inspectedUnitId,
      anchorId: null,
      origin: 'inspection' as const,
      raisedBy: round.title,
      raisedOn: check.reportedOn ?? this.clock.today(),
    }));
    const problems = await openProblems(tx, actor, this.clock.today(), drafts);
    for (const [index, { finding }] of decided.entries()) {
      const fields = { status: 'confirmed' as const, problemId: problems[index].id, decidedById: actor.personId };
      await tx.update(InspectionFinding, finding.id, fields);
    }
    return decided.map(({ finding }, index) => ({
      field: 'finding',
      from: finding.title,
      to: `认定为问题 ${problems[index].code}`,
    }));
  }
}

interface Decided {
  finding: InspectionFinding;
  decision: FindingDecision;
}

async function reject(tx: EntityManager, actor: Actor, decided: readonly Decided[]): Promise<Change[]> {
  for (const { finding, decision } of decided) {
    const fields = { status: 'rejected' as const, reason: decision.reason, decidedById: actor.personId };
    await tx.update(InspectionFinding, finding.id, fields);
  }
  return decided.map(({ finding, decision }) => ({
    field: 'finding',
    from: finding.title,
    to: `不予认定：${decision.reason}`,
  }));
}
