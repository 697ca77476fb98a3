import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation/actor';
import { PeopleDirectory } from '#organisation/people-directory';
import { UnitDirectory } from '#organisation/unit-directory';
import { DomainError } from '#platform/domain-error';
import { changesBetween } from '#platform/history';
import type { Change } from '#platform/history.entity';
import { ORIGIN_LABELS } from './problem-origin';
import type { Problem } from './problem.entity';

const FACTS = [
  'title',
  'text',
  'status',
  'origin',
  'category',
  'unitId',
  'personId',
  'leaderId',
  'duty',
  'raisedBy',
  'raisedOn',
  'dueOn',
  'result',
  'replyDueOn',
  'evidence',
  'lookBackMonths',
] as const satisfies readonly (keyof Problem)[];

const factsOf = (problem: Problem) => Object.fromEntries(FACTS.map((name) => [name, problem[name]]));

/** The facts of a problem for its history, in words; and whether its people may be those. */
@Injectable()
export class ProblemFacts {
  constructor(
    private readonly units: UnitDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  /** Throws unit.unknown, person.not-assignable or person.not-leader. */
  async checkOwners(actor: Actor, { unitId, personId, leaderId }: Partial<Problem>): Promise<void> {
    if (unitId === undefined || !actor.covers('task.assign', unitId)) {
      throw new DomainError('unknown', 'unit.unknown', '没有找到所选单位，或您无权向它交办。');
    }
    if (personId && !(await this.people.isAssignable(personId, unitId))) {
      throw new DomainError('invalid', 'person.not-assignable', '所选责任人不在所选单位，或已停用，请重新选择。');
    }
    if (leaderId && !(await this.people.leads(leaderId, unitId))) {
      throw new DomainError('invalid', 'person.not-leader', '所选挂钩领导不分管所选单位，或已停用，请重新选择。');
    }
  }

  /** What changed, with names instead of identifiers as they are at this time. */
  async changes(before: Problem, after: Problem): Promise<Change[]> {
    const changes = changesBetween(factsOf(before), factsOf(after));
    const ids = (...fields: string[]) =>
      changes
        .filter(({ field }) => fields.includes(field))
        .flatMap(({ from, to }) => [from, to].filter((id) => id !== null));
    const names = new Map([
      ...(await this.units.names(ids('unitId'))),
      ...(await this.people.names(ids('personId', 'leaderId'))),
      ...Object.entries(ORIGIN_LABELS),
    ]);
    const named = ['unitId', 'personId', 'leaderId', 'origin'];
    const word = (field: string, value: string | null) =>
      value !== null && named.includes(field) ? (names.get(value) ?? value) : value;
    return changes.map(({ field, from, to }) => ({ field, from: word(field, from), to: word(field, to) }));
  }
}
