import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';

/** Of table inspection_check c: what the inspecting side may see, for as long as the round goes. */
const INSPECTING = (
  handled: string,
  person: string,
) => `r.status = 'under-way' AND (c.inspecting_unit_id = ANY(${handled}::uuid[])
  OR EXISTS (SELECT 1 FROM inspection_inspector i WHERE i.check_id = c.id AND i.person_id = ${person}::uuid))`;

/** Placeholders for what sight depends on; each is used several times. */
function scope(conditions: Conditions, actor: Actor) {
  const read = conditions.value(actor.unitsFor('task.read'));
  const handled = conditions.value(actor.unitsFor('task.handle'));
  const person = conditions.value(actor.personId);
  return {
    overseen: `r.unit_id = ANY(${read}::uuid[])`,
    inspected: `r.status <> 'planned' AND c.inspected_unit_id = ANY(${read}::uuid[])`,
    inspecting: INSPECTING(handled, person),
  };
}

/**
 * The checks of rounds r that a person may see: those of rounds over which he reads, those made of units he reads, and those his unit
 * or he himself has to make while the round goes.
 */
export function visibleChecks(conditions: Conditions, actor: Actor): Conditions {
  const { overseen, inspected, inspecting } = scope(conditions, actor);
  return conditions.add(`${overseen} OR (${inspected}) OR (${inspecting})`);
}

/** The rounds r over which a person reads, or with a check c that he may see. */
export function visibleRounds(conditions: Conditions, actor: Actor): Conditions {
  const { overseen, inspected, inspecting } = scope(conditions, actor);
  return conditions.add(
    `${overseen} OR EXISTS (SELECT 1 FROM inspection_check c WHERE c.round_id = r.id AND ((${inspected}) OR (${inspecting})))`,
  );
}

export const unknownRound = () =>
  new DomainError('unknown', 'inspection.unknown', '没有找到这一轮检查，或您无权查看。');
export const unknownCheck = () =>
  new DomainError('unknown', 'inspection-check.unknown', '没有找到这项检查，或检查已结束、您无权查看。');

/** Locks a check's row; throws inspection-check.unknown when the actor may not see it. */
export async function lockCheck(tx: EntityManager, actor: Actor, id: string): Promise<void> {
  const seen = visibleChecks(new Conditions().add('c.id = ?', id), actor);
  const rows = await tx.query<unknown[]>(
    `SELECT c.id FROM inspection_check c JOIN inspection_round r ON r.id = c.round_id ${seen.where} FOR UPDATE OF c FOR SHARE OF r`,
    seen.values,
  );
  if (rows.length === 0) throw unknownCheck();
}

/** Locks a round's row; throws inspection.unknown when the actor may not see it. */
export async function lockRound(tx: EntityManager, actor: Actor, id: string): Promise<void> {
  const seen = visibleRounds(new Conditions().add('r.id = ?', id), actor);
  const rows = await tx.query<unknown[]>(`SELECT r.id FROM inspection_round r ${seen.where} FOR UPDATE`, seen.values);
  if (rows.length === 0) throw unknownRound();
}
