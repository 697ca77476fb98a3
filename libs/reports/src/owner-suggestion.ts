import type { ExtractedUnit } from '#extraction/extraction.types';
import type { ItemUnit, UnitBasis } from './report-item.entity';

/** Finds the unit of the organisation that a name in a text stands for. */
export type UnitFinder = (name: string) => string | null;

/** The units named in an item with those they are taken for. */
export function recognise(units: readonly ExtractedUnit[], find: UnitFinder): ItemUnit[] {
  return units.map((unit) => ({ ...unit, unitId: find(unit.name) }));
}

/**
 * The proposed owner 牵头单位 of an item: the unit named as lead, else the first one named as responsible, else the
 * reporting unit. Rule sentences of task tables say so: 无牵头单位的，责任单位即为牵头单位.
 */
export function suggestOwner(
  units: readonly ItemUnit[],
  reportUnitId: string,
): { unitId: string; unitBasis: UnitBasis } {
  for (const role of ['lead', 'responsible'] as const) {
    const named = units.find((unit) => unit.role === role && unit.unitId !== null);
    if (named?.unitId) return { unitId: named.unitId, unitBasis: 'text' };
  }
  return { unitId: reportUnitId, unitBasis: 'issuer' };
}
