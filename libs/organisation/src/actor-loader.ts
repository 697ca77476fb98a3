import type { EntityManager } from 'typeorm';
import { Actor } from './actor';
import { grantsOf } from './unit-tree';

/** A person as actor, with the units that his roles reach at this moment. */
export async function loadActor(
  db: EntityManager,
  { id, name, mustChangePassword }: { id: string; name: string; mustChangePassword: boolean },
): Promise<Actor> {
  return new Actor(id, name, mustChangePassword, await grantsOf(db, id));
}

/** The same actor after units have come or gone. */
export const withPresentScope = (db: EntityManager, { personId, name, mustChangePassword }: Actor): Promise<Actor> =>
  loadActor(db, { id: personId, name, mustChangePassword });
