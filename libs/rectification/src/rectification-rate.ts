import { grouped } from '#platform/grouped';
import type { RateLine } from './rectification-rate.view';

/** Printed wherever the figure is shown. Partly done is not done. */
export const RATE_FORMULA =
  '整改率 = 已销号问题数 ÷（问题总数 − 已撤销问题数）× 100%。已整改待核实、部分完成的都不算完成。';

/** Problems that are not withdrawn, counted by unit and category. */
export interface RateCount {
  unitId: string;
  category: string | null;
  total: number;
  closed: number;
}

interface UnitNode {
  id: string;
  parentId: string | null;
  name: string;
}

export function rateLine(
  id: string | null,
  name: string,
  counts: readonly Pick<RateCount, 'total' | 'closed'>[],
): RateLine {
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  const closed = counts.reduce((sum, count) => sum + count.closed, 0);
  return { id, name, total, closed, percent: total === 0 ? null : Math.round((1000 * closed) / total) / 10 };
}

/**
 * One line for each branch of the tree that has problems, in the order of `units`: below a single top unit its own line and
 * one for each of its children with all below; with several tops a line for each of them.
 */
export function ratesByUnit(
  units: readonly UnitNode[],
  within: ReadonlySet<string>,
  counts: readonly RateCount[],
): RateLine[] {
  const inside = units.filter(({ id }) => within.has(id));
  const byId = new Map(inside.map((unit) => [unit.id, unit]));
  const tops = inside.filter(({ parentId }) => parentId === null || !byId.has(parentId));
  const single = tops.length === 1 ? tops[0].id : null;
  const branchOf = (id: string): string => {
    const parentId = byId.get(id)?.parentId;
    return parentId == null || parentId === single || !byId.has(parentId) ? id : branchOf(parentId);
  };
  const byBranch = grouped(counts, ({ unitId }) => branchOf(unitId));
  return inside.flatMap(({ id, name }) => {
    const own = byBranch.get(id);
    return own ? [rateLine(id, id === single ? `${name}（本级）` : name, own)] : [];
  });
}

/** One line for each category, the one with most problems first. */
export function ratesByCategory(counts: readonly RateCount[]): RateLine[] {
  return [...grouped(counts, ({ category }) => category)]
    .map(([category, group]) => rateLine(category, category ?? '未分类', group))
    .sort((a, b) => b.total - a.total || a.name.localeCompare(b.name, 'zh-CN'));
}
