import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { PeopleDirectory } from '#organisation/people-directory';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { checkDetail } from './check-detail';
import { CheckMoves } from './check-moves';
import { InspectionFinding } from './inspection-finding.entity';
import { InspectionInspector } from './inspection-inspector.entity';
import type {
  MoveCheckWithReason,
  MoveInspection,
  NameInspectors,
  RecordFinding,
  ReportCheck,
  RespondToCheck,
} from './inspection.dto';
import type { CheckDetail } from './inspection.view';

/** One unit checked by another: inspectors, findings, conclusion, response. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly db: DataSource,
    private readonly moves: CheckMoves,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  /** Throws inspection-check.unknown, also when it is out of the actor's sight. */
  get(actor: Actor, id: string): Promise<CheckDetail> {
    return checkDetail(this.db.manager, actor, id, this.clock.today());
  }

  /** Names the inspectors, all of the inspecting unit. Throws person.not-assignable. */
  name(actor: Actor, id: string, ask: NameInspectors): Promise<CheckDetail> {
    return this.moves.make(actor, id, ask, 'name', async ({ tx, check }) => {
      for (const personId of ask.personIds) {
        if (!(await this.people.isAssignable(personId, check.inspectingUnitId))) {
          throw new DomainError('invalid', 'person.not-assignable', '所选检查人不在检查单位，或已停用，请重新选择。');
        }
      }
      const before = await tx.find(InspectionInspector, { where: { checkId: id } });
      await tx.delete(InspectionInspector, { checkId: id });
      await tx.insert(
        InspectionInspector,
        ask.personIds.map((personId) => ({ checkId: id, personId })),
      );
      const names = async (ids: string[]) => [...(await this.people.names(ids)).values()].sort().join('、') || null;
      const from = await names(before.map(({ personId }) => personId));
      return [{ field: 'inspectors', from, to: await names(ask.personIds) }];
    });
  }

  find(actor: Actor, id: string, ask: RecordFinding): Promise<CheckDetail> {
    return this.moves.make(actor, id, ask, 'find', async ({ tx }) => {
      const draft = { ...findingFields(ask), checkId: id, recordedById: actor.personId, createdAt: this.clock.now() };
      await tx.insert(InspectionFinding, draft);
      return [{ field: 'finding', from: null, to: ask.title }];
    });
  }

  changeFinding(actor: Actor, id: string, findingId: string, ask: RecordFinding): Promise<CheckDetail> {
    return this.moves.make(actor, id, ask, 'find', async ({ tx }) => {
      const { title } = await own(tx, id, findingId);
      await tx.update(InspectionFinding, findingId, findingFields(ask));
      return [{ field: 'finding', from: title, to: ask.title }];
    });
  }

  removeFinding(actor: Actor, id: string, findingId: string, ask: MoveInspection): Promise<CheckDetail> {
    return this.moves.make(actor, id, ask, 'find', async ({ tx }) => {
      const { title } = await own(tx, id, findingId);
      await tx.delete(InspectionFinding, findingId);
      return [{ field: 'finding', from: title, to: null }];
    });
  }

  report(actor: Actor, id: string, ask: ReportCheck): Promise<CheckDetail> {
    return this.moves.make(actor, id, ask, 'report', ({ check }) => {
      check.conclusion = ask.conclusion;
      check.reportedOn = this.clock.today();
      check.reportedById = actor.personId;
    });
  }

  respond(actor: Actor, id: string, ask: RespondToCheck): Promise<CheckDetail> {
    return this.moves.make(actor, id, ask, 'respond', ({ check }) => {
      check.response = ask.response;
      check.respondedOn = this.clock.today();
      check.respondedById = actor.personId;
    });
  }

  sendBack(actor: Actor, id: string, ask: MoveCheckWithReason): Promise<CheckDetail> {
    return this.moves.make(actor, id, ask, 'send-back', () => undefined, ask.reason);
  }

  callOff(actor: Actor, id: string, ask: MoveCheckWithReason): Promise<CheckDetail> {
    return this.moves.make(actor, id, ask, 'call-off', () => undefined, ask.reason);
  }
}

const findingFields = ({ title, text, category = null, dueOn = null }: RecordFinding) => ({
  ...{ title, category, dueOn },
  text: text ?? title,
});

async function own(tx: EntityManager, checkId: string, id: string): Promise<InspectionFinding> {
  const finding = await tx.findOneBy(InspectionFinding, { id, checkId, status: 'recorded' });
  if (!finding) {
    throw new DomainError('unknown', 'finding.unknown', '没有找到这条发现，可能刚刚被移除或认定，请刷新页面。');
  }
  return finding;
}
