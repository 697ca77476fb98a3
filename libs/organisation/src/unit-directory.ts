import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Actor } from './actor';
import { unitFinder } from './unit-finder';
import { subtreeOf } from './unit-tree';
import { Unit } from './unit.entity';
import type { UnitName } from './unit.view';

const SUPPORTABLE = `WITH RECURSIVE above AS (
    SELECT id, parent_id FROM unit WHERE id = ANY($1::uuid[])
    UNION SELECT u.id, u.parent_id FROM unit u JOIN above a ON u.id = a.parent_id)
  SELECT u.id, u.name, p.name AS within, u.external FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
  WHERE u.id = ANY($1::uuid[]) OR (u.external AND u.parent_id IN (SELECT id FROM above))
  ORDER BY u.external, p.name NULLS FIRST, u.sort_order, u.name`;

/** Looks units up for the other rooms. */
@Injectable()
export class UnitDirectory {
  constructor(private readonly db: DataSource) {}

  all(): Promise<Unit[]> {
    return this.db.manager.find(Unit, { order: { sortOrder: 'ASC', name: 'ASC' } });
  }

  /** Names by id; ids of no unit are left out. */
  async names(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const units = await this.db.manager.find(Unit, { where: { id: In(ids) }, select: { id: true, name: true } });
    return new Map(units.map(({ id, name }) => [id, name]));
  }

  /** Which units may be asked to support 配合 work of the unit: those one charges, and external bodies of these and of units above. */
  async supportable(actor: Actor, unitId: string): Promise<UnitName[]> {
    if (!actor.covers('task.assign', unitId) && !actor.covers('task.handle', unitId)) return [];
    return this.db.query(SUPPORTABLE, [[...actor.unitsFor('task.assign'), ...actor.unitsFor('task.handle')]]);
  }

  /** A unit and all units below it. */
  subtree(unitId: string): Promise<string[]> {
    return subtreeOf(this.db.manager, unitId);
  }

  /** All units below one of these, and these themselves; undefined when none were asked for. */
  async subtrees(unitIds: readonly string[] | undefined): Promise<string[] | undefined> {
    if (unitIds === undefined || unitIds.length === 0) return undefined;
    const trees = await Promise.all([...new Set(unitIds)].map((unitId) => this.subtree(unitId)));
    return [...new Set(trees.flat())];
  }

  /** Recognises units by the names in a text, among `within` only. */
  async finder(within: string[]): Promise<(name: string) => string | null> {
    const scope = new Set(within);
    return unitFinder((await this.all()).filter(({ id }) => scope.has(id)));
  }
}
