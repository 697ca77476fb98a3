import type { Role } from '#organisation/role';
import type { Rung } from '../policy/reminder-points';
import type { PlannedTask } from './planned-task';

/** For whom a reminder is: who is responsible, whoever has work to do for the task, or a rung of the ladder. */
export type Audience = 'responsible' | 'at-work' | Rung;

/** What is known of units and people when reminders are planned; only active people are in it. */
export interface OrganisationFacts {
  units: ReadonlyMap<string, { parentId: string | null; external: boolean }>;
  /** The people with a role granted in exactly that unit. */
  holders: (unitId: string, role: Role) => readonly string[];
  active: (personId: string) => boolean;
  /** Who acts for an absent person today. */
  deputyOf: (personId: string) => string | undefined;
}

/** The people whose business the reminder is, be they absent. Nobody in an external body has an account: its supervisors hear. */
export function peopleFor(task: PlannedTask, to: Audience, facts: OrganisationFacts): readonly string[] {
  const { leadUnitId, leaderId } = task;
  if (to === 'supervisors' || facts.units.get(leadUnitId)?.external) return nearest(facts, leadUnitId, 'supervisor');
  switch (to) {
    case 'responsible':
      return doers(facts, leadUnitId, task.assigneeId);
    case 'at-work': {
      const supporters = task.support.flatMap(({ unitId, personId }) => doers(facts, unitId, personId));
      return [...new Set([...doers(facts, leadUnitId, task.assigneeId), ...supporters])];
    }
    case 'unit-head': {
      const heads = facts.holders(leadUnitId, 'leader');
      return heads.length > 0 ? heads : facts.holders(leadUnitId, 'liaison');
    }
    case 'leader': {
      if (leaderId !== null && facts.active(leaderId)) return [leaderId];
      const above = facts.units.get(leadUnitId)?.parentId;
      return above ? nearest(facts, above, 'leader') : [];
    }
  }
}

/** The one named; where nobody is, or he has left, the unit's liaisons. */
function doers(facts: OrganisationFacts, unitId: string, personId: string | null): readonly string[] {
  return personId !== null && facts.active(personId) ? [personId] : facts.holders(unitId, 'liaison');
}

/** The holders of the role in the nearest unit that has one, on the way up from `unitId`. */
function nearest(facts: OrganisationFacts, unitId: string, role: Role): readonly string[] {
  for (let at: string | null | undefined = unitId; at; at = facts.units.get(at)?.parentId) {
    const found = facts.holders(at, role);
    if (found.length > 0) return found;
  }
  return [];
}
