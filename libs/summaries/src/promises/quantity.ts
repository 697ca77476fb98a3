import { halfWidthDigits, readNumeral } from '#language/numerals';

/** A number with its unit, as a commitment or an account of work names it: 改造老旧小区12个, 硬化道路3.5公里, 达到95%. */
export interface Quantity {
  value: number;
  /** 个, 公里, 亿元, % … */
  unit: string;
  /** The words right before it, which tell what is counted. */
  before: string;
  text: string;
}

const UNITS =
  '个百分点|平方公里|平方米|立方米|公里|千米|公顷|亿元|万元|万亩|万户|万人|万吨|亿千瓦时|千瓦|个|家|所|套|户|人|名|亩|元|条|座|项|处|次|件|吨|米|辆|场|台|期|批|栋|间|张|株|篇|部|村|%';
const QUANTITY = new RegExp(`(\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百千]+)(?:多|余)?(${UNITS})(?![月季年度])`, 'g');

/** Units that are the same, by the one they are compared in and how many of it they are. */
const SAME: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  千米: ['米', 1000],
  公里: ['米', 1000],
  亿元: ['元', 1e8],
  万元: ['元', 1e4],
  万亩: ['亩', 1e4],
  万户: ['户', 1e4],
  万人: ['人', 1e4],
  名: ['人', 1],
  万吨: ['吨', 1e4],
  平方公里: ['平方米', 1e6],
};

/** Words that only count on: 一个, 这个 and ordinals are no quantity. */
const NO_COUNT = /[第这那每各某另]$/;

/** The quantities that `text` names, in its order. */
export function quantitiesIn(text: string): Quantity[] {
  const plain = halfWidthDigits(text).replaceAll('％', '%');
  const found: Quantity[] = [];
  for (const match of plain.matchAll(QUANTITY)) {
    const [whole, number, unit] = match;
    const before = plain.slice(Math.max(0, match.index - 6), match.index);
    if (NO_COUNT.test(before)) continue;
    const value = /^[\d.]+$/.test(number) ? Number(number) : readNumeral(number);
    // 一个 introduces more often than it counts.
    if (value === null || number === '一') continue;
    const [base, times] = SAME[unit] ?? [unit, 1];
    found.push({ value: value * times, unit: base, before, text: text.slice(match.index, match.index + whole.length) });
  }
  return found;
}

export interface Compared {
  promised: Quantity;
  told: Quantity;
}

/**
 * Which quantity of an account answers which one of a commitment: those of the same unit, by the words before them where
 * there are several. What cannot be told apart is not compared.
 */
export function compareQuantities(promised: readonly Quantity[], told: readonly Quantity[]): Compared[] {
  return promised.flatMap((one) => {
    const same = told.filter(({ unit }) => unit === one.unit);
    const rivals = promised.filter(({ unit }) => unit === one.unit);
    if (same.length === 1 && rivals.length === 1) return [{ promised: one, told: same[0] }];
    const best = same
      .map((other) => ({ other, shared: sharedTail(one.before, other.before) }))
      .filter(({ shared }) => shared >= 2)
      .toSorted((a, b) => b.shared - a.shared)[0];
    return best ? [{ promised: one, told: best.other }] : [];
  });
}

/** How many characters two texts share at their ends. */
function sharedTail(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && shared < other.length && one.at(-1 - shared) === other.at(-1 - shared)) shared++;
  return shared;
}
