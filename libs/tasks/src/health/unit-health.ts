import type { Light } from '../light';

/** How many tasks have each light. */
export type LightCounts = Record<Light, number>;

export interface HealthRule {
  colour: Light;
  /** As it is printed beside the sheet. */
  words: string;
  holds(counts: LightCounts, total: number): boolean;
}

const share = (count: number, total: number) => (100 * count) / total;

/** 五色体检: the colour of a unit out of the lights of its tasks. The first rule that holds decides. */
export const HEALTH_RULES: readonly HealthRule[] = [
  {
    colour: 'red',
    words: '逾期未办结的任务占 10% 及以上，为红色',
    holds: ({ red }, total) => share(red, total) >= 10,
  },
  {
    colour: 'yellow',
    words: '有逾期未办结的任务，或未达序时进度的占 20% 及以上，为黄色',
    holds: ({ red, yellow }, total) => red > 0 || share(yellow, total) >= 20,
  },
  {
    colour: 'purple',
    words: '逾期办结的任务占 20% 及以上，为紫色',
    holds: ({ purple }, total) => share(purple, total) >= 20,
  },
  { colour: 'blue', words: '有七日内到期的任务，为蓝色', holds: ({ blue }) => blue > 0 },
  { colour: 'green', words: '其余为绿色', holds: () => true },
];

export const totalOf = (counts: LightCounts): number =>
  counts.green + counts.blue + counts.yellow + counts.red + counts.purple;

/** Null for a unit without any task that has a light. */
export function healthOf(counts: LightCounts): Light | null {
  const total = totalOf(counts);
  if (total === 0) return null;
  return HEALTH_RULES.find(({ holds }) => holds(counts, total))?.colour ?? null;
}

interface InTree {
  id: string;
  parentId: string | null;
}

export const NO_LIGHTS: LightCounts = { green: 0, blue: 0, yellow: 0, red: 0, purple: 0 };

const together = (one: LightCounts, other: LightCounts): LightCounts => ({
  green: one.green + other.green,
  blue: one.blue + other.blue,
  yellow: one.yellow + other.yellow,
  red: one.red + other.red,
  purple: one.purple + other.purple,
});

/** The counts of every unit with those of the units below it, which is what a list narrowed to the unit shows. */
export function withUnitsBelow(
  units: readonly InTree[],
  own: ReadonlyMap<string, LightCounts>,
): Map<string, LightCounts> {
  const below = new Map<string | null, InTree[]>();
  for (const unit of units) {
    const siblings = below.get(unit.parentId);
    if (siblings) siblings.push(unit);
    else below.set(unit.parentId, [unit]);
  }
  const sums = new Map<string, LightCounts>();
  const sum = (id: string): LightCounts => {
    const counts = (below.get(id) ?? []).reduce((all, child) => together(all, sum(child.id)), own.get(id) ?? NO_LIGHTS);
    sums.set(id, counts);
    return counts;
  };
  const known = new Set(units.map(({ id }) => id));
  for (const { id, parentId } of units) if (parentId === null || !known.has(parentId)) sum(id);
  return sums;
}
