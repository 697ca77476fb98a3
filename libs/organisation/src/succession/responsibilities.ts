import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Doer } from '#platform/history';

/** Something open that a person answers for. */
export interface OpenItem {
  id: string;
  /** For people to quote. */
  code: string;
  title: string;
  dueOn: string | null;
}

export interface Party {
  id: string;
  name: string;
}

/** One way of answering for things: as the one responsible for tasks, as a hooked leader, for a problem … */
export interface Responsibility {
  /** Stable, such as `assignee`. */
  kind: string;
  /** In Chinese, as the preview of a succession names it. */
  label: string;
  /** The noun of the pages of its items. */
  noun: 'tasks' | 'problems';
  /** Everything open that the person answers for in this way, the most urgent first. */
  open(db: EntityManager, personId: string): Promise<OpenItem[]>;
  /** Moves all of it in the transaction of the succession, with history. Throws when the successor cannot take it over. */
  handOver(tx: EntityManager, doer: Doer, from: Party, to: Party): Promise<void>;
  /** For what positions own: it goes to whoever holds these positions now. */
  follow?(tx: EntityManager, doer: Doer, positionIds: readonly string[]): Promise<void>;
}

/**
 * What people answer for in the rooms above. Each room registers its own kinds when it starts; a succession moves all of
 * them, and nobody can be deactivated while any is left.
 */
@Injectable()
export class Responsibilities {
  private readonly kinds: Responsibility[] = [];

  register(...kinds: Responsibility[]): void {
    this.kinds.push(...kinds);
  }

  get all(): readonly Responsibility[] {
    return this.kinds;
  }

  async openCount(db: EntityManager, personId: string): Promise<number> {
    let count = 0;
    for (const kind of this.kinds) count += (await kind.open(db, personId)).length;
    return count;
  }

  async follow(tx: EntityManager, doer: Doer, positionIds: readonly string[]): Promise<void> {
    if (positionIds.length === 0) return;
    for (const kind of this.kinds) await kind.follow?.(tx, doer, positionIds);
  }
}
