import type { EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';
import type { Actor } from './actor';
import { Person } from './person.entity';
import { personViews } from './person-views';
import type { PersonView } from './person.view';

export const unknownPerson = () =>
  new DomainError('unknown', 'person.unknown', '没有找到此人，或其不在您的管理范围内。');

/** Locks a person of one of the units that the actor administers. Throws person.unknown. */
export async function loadManaged(tx: EntityManager, actor: Actor, id: string): Promise<Person> {
  const person = await tx.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const [view] = await personViews(tx, person ? [id] : []);
  if (!person || !placesOf(view).some((one) => actor.covers('organisation.manage', one.unitId))) throw unknownPerson();
  return person;
}

const placesOf = ({ roles, positions }: PersonView) => [...roles, ...positions];

/** Somebody in no unit would be seen by nobody. */
export function refuseNowhere(person: PersonView): void {
  if (placesOf(person).length > 0) return;
  throw new DomainError('invalid', 'person.nowhere', '请至少给出一个任职单位或角色，否则此人不属于任何单位。');
}

/** Else the administrator of one unit could take over the account of somebody who has work or power beyond it. */
export function refuseManagedElsewhere(actor: Actor, person: PersonView): void {
  if (placesOf(person).every(({ unitId }) => actor.covers('organisation.manage', unitId))) return;
  const message = '此人在您管理范围以外的单位也有角色或职务，其姓名、登录名、联系方式、启停和密码须由上级管理员修改。';
  throw new DomainError('forbidden', 'person.managed-elsewhere', message);
}
