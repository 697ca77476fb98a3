import type { Actor } from '#organisation/actor';

export interface Supporting {
  unitId: string;
  unitName: string;
  /** An external body without accounts. */
  external: boolean;
  personId: string | null;
}

/**
 * As whom `actor` may report what a supporting unit did: for the unit as its liaison or person, for an absent person, or,
 * as the supervisor of the task, on behalf of an external body. Null when he may not.
 */
export function authorFor(
  actor: Actor,
  supervises: boolean,
  { unitId, unitName, external, personId }: Supporting,
): { onBehalfOf: string | null } | null {
  if (external) return supervises ? { onBehalfOf: unitName } : null;
  if (actor.covers('task.handle', unitId)) return { onBehalfOf: null };
  const whose = personId === null ? undefined : actor.actsAs(personId);
  if (whose === undefined) return null;
  return { onBehalfOf: whose === 'himself' ? null : whose.name };
}
