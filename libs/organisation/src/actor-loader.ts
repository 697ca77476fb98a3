import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';
import { representedBy } from './absence/acting-for';
import { Actor } from './actor';
import { grantsOf } from './unit-tree';

/** A person as actor, with the units that his roles reach at this moment, and whom he acts for on `day`. */
export async function loadActor(
  db: EntityManager,
  { id, name, mustChangePassword }: { id: string; name: string; mustChangePassword: boolean },
  day: Day,
): Promise<Actor> {
  return new Actor(id, name, mustChangePassword, await grantsOf(db, id), await representedBy(db, id, day));
}

/** The same actor after units have come or gone. */
export async function withPresentScope(db: EntityManager, actor: Actor): Promise<Actor> {
  const { personId, name, mustChangePassword, represents } = actor;
  return new Actor(personId, name, mustChangePassword, await grantsOf(db, personId), represents);
}
