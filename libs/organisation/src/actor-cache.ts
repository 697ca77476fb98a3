import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Day } from '#platform/clock';
import type { Actor } from './actor';
import { loadActor } from './actor-loader';

interface Person {
  id: string;
  name: string;
  mustChangePassword: boolean;
}

/** People kept in memory; who was longest not asked for goes first. */
const MOST = 2000;

/**
 * What people may do, and for whom on that day, read again only when units, roles or absences have changed: `revision` is the number that the database keeps
 * of those changes, as read before the roles, so that a change in between is seen at the next request.
 */
@Injectable()
export class ActorCache {
  private readonly known = new Map<string, { key: string; actor: Actor }>();

  constructor(private readonly db: DataSource) {}

  async actor(person: Person, revision: string, day: Day): Promise<Actor> {
    const key = `${revision} ${day} ${person.mustChangePassword} ${person.name}`;
    const known = this.known.get(person.id);
    const actor = known?.key === key ? known.actor : await loadActor(this.db.manager, person, day);
    this.known.delete(person.id);
    this.known.set(person.id, { key, actor });
    const oldest = this.known.keys().next();
    if (this.known.size > MOST && !oldest.done) this.known.delete(oldest.value);
    return actor;
  }
}
