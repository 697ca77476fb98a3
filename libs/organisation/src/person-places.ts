import type { EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';
import type { Actor } from './actor';
import type { PositionInput, RoleInput } from './person.dto';
import { refuseExternal } from './external-units';
import { Position } from './position.entity';
import { seat, vacate } from './positions';
import { RoleGrant } from './role-grant.entity';

export interface Places {
  roles?: readonly RoleInput[];
  positions?: readonly PositionInput[];
}

const unitIds = (places: readonly { unitId: string }[]) => places.map(({ unitId }) => unitId);
const sameRole = (a: RoleInput) => (b: RoleInput) => a.unitId === b.unitId && a.role === b.role;
const sameSeat = (a: PositionInput) => (b: PositionInput) => a.unitId === b.unitId && a.title === b.title;

/**
 * Makes the roles and positions that a person has inside the actor's units those of `wanted`; a list that is left out
 * stays. What he has elsewhere may be repeated, not changed: throws unit.unknown, or unit.external. Returns the vacant
 * positions that he has taken over.
 */
export async function place(tx: EntityManager, actor: Actor, personId: string, wanted: Places): Promise<string[]> {
  const managed = (one: { unitId: string }) => actor.covers('organisation.manage', one.unitId);
  if (wanted.roles) {
    const held = await tx.findBy(RoleGrant, { personId });
    const { gone, added } = difference(held, wanted.roles, sameRole, managed);
    await refuseExternal(tx, unitIds(added));
    for (const { unitId, role } of gone) await tx.delete(RoleGrant, { personId, unitId, role });
    await tx.insert(
      RoleGrant,
      added.map(({ unitId, role }) => ({ personId, unitId, role })),
    );
  }
  if (!wanted.positions) return [];
  const held = await tx.findBy(Position, { personId });
  const { gone, added } = difference(held, wanted.positions, sameSeat, managed);
  await refuseExternal(tx, unitIds(added));
  await vacate(
    tx,
    gone.map(({ id }) => id),
  );
  return seat(
    tx,
    added.map(({ unitId, title }) => ({ personId, unitId, title })),
  );
}

function difference<Held extends Wanted, Wanted extends { unitId: string }>(
  held: readonly Held[],
  wanted: readonly Wanted[],
  same: (a: Wanted) => (b: Wanted) => boolean,
  managed: (one: Wanted) => boolean,
): { gone: Held[]; added: Wanted[] } {
  const added = wanted.filter((one, index) => !held.some(same(one)) && wanted.findIndex(same(one)) === index);
  if (!added.every(managed)) {
    throw new DomainError('unknown', 'unit.unknown', '没有找到所选的单位，或它不在您的管理范围内。');
  }
  return { gone: held.filter((one) => managed(one) && !wanted.some(same(one))), added };
}
