import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation/actor';
import { PeopleDirectory } from '#organisation/people-directory';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { PoliciesService } from './policy/policies.service';
import type { Task } from './task.entity';

/** Who is to be responsible and until when; what is left out stays. */
export interface Charge {
  leadUnitId?: string;
  assigneeId?: string | null;
  /** Instead of a person: whoever holds the position. */
  positionId?: string | null;
  leaderId?: string | null;
  dueOn?: string | null;
}

/** What was already asked about people within one command: thousands of tasks mostly go to few people. */
export type Asked = Map<string, Promise<unknown>>;

/** Charges units and people with tasks 交办, 移交. */
@Injectable()
export class TaskCharge {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly policies: PoliciesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets who is charged and until when; `as` is the permission over the lead unit that it takes.
   * Throws unit.unknown, person.not-assignable or person.not-leader.
   */
  async charge(
    actor: Actor,
    task: Task,
    to: Charge,
    { asked = new Map(), as = 'task.assign' }: { asked?: Asked; as?: 'task.assign' | 'task.handle' } = {},
  ): Promise<void> {
    const leadUnitId = to.leadUnitId ?? task.leadUnitId;
    if (!actor.covers(as, leadUnitId)) {
      throw new DomainError('unknown', 'unit.unknown', '没有找到所选的牵头单位，或您无权向它交办任务。');
    }
    // The person named for the former unit does not come along.
    if (leadUnitId !== task.leadUnitId) {
      task.leadUnitId = leadUnitId;
      task.assigneeId = null;
      task.positionId = null;
    }
    if (to.leaderId !== undefined) task.leaderId = to.leaderId;
    await this.checkLeader(task, asked);
    await this.handOver(task, to, asked);
    if (to.dueOn !== undefined) setDeadline(task, to.dueOn);
    // The duty to report begins with the assignment: a policy that comes later makes nobody late.
    if (task.assignedOn === null) {
      const { leadUnitId: unitId } = task;
      task.reportEvery ??= await once(asked, `reports ${unitId}`, () => this.policies.reportEvery(unitId));
    }
    task.originalDueOn ??= task.dueOn;
    task.assignedOn ??= this.clock.today();
  }

  /**
   * Sets the person responsible within the lead unit; what is left out stays. Ownership is by position where possible:
   * of a person with one position in the unit it is that position. Throws person.not-assignable or position.unknown.
   */
  async handOver(task: Task, to: Pick<Charge, 'assigneeId' | 'positionId'>, asked: Asked = new Map()): Promise<void> {
    const { leadUnitId } = task;
    if (to.positionId) {
      const holder = await this.people.holderOf(to.positionId, leadUnitId);
      if (!holder) throw new DomainError('invalid', 'position.unknown', '所选职务不在牵头单位，请重新选择。');
      task.positionId = to.positionId;
      task.assigneeId = holder.personId;
      return;
    }
    const assigneeId = to.assigneeId === undefined ? task.assigneeId : to.assigneeId;
    const same = assigneeId === task.assigneeId;
    task.assigneeId = assigneeId;
    if (assigneeId === null) {
      task.positionId = null;
      return;
    }
    const seat = await once(asked, `${assigneeId} ${leadUnitId}`, () => this.people.seatOf(assigneeId, leadUnitId));
    if (!seat) {
      throw new DomainError('invalid', 'person.not-assignable', '所选责任人不在牵头单位，或已停用，请重新选择。');
    }
    if (!same || task.positionId === null) task.positionId = seat.positionId;
  }

  private async checkLeader({ leaderId, leadUnitId }: Task, asked: Asked): Promise<void> {
    if (leaderId === null) return;
    if (await once(asked, `leader ${leaderId} ${leadUnitId}`, () => this.people.leads(leaderId, leadUnitId))) return;
    throw new DomainError('invalid', 'person.not-leader', '所选挂点领导不分管牵头单位，或已停用，请重新选择。');
  }
}

function once<T>(asked: Asked, question: string, ask: () => Promise<T>): Promise<T> {
  const answer = (asked.get(question) as Promise<T> | undefined) ?? ask();
  asked.set(question, answer);
  return answer;
}

/** A deadline that a person has chosen. */
export function setDeadline(task: Task, dueOn: string | null): void {
  if (dueOn === task.dueOn) return;
  task.dueOn = dueOn;
  task.dueBasis = 'person';
}
