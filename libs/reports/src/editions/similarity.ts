/** How often each pair of neighbouring characters stands in a text. */
export type Pairs = ReadonlyMap<string, number>;

export function pairsOf(words: string): Pairs {
  const pairs = new Map<string, number>();
  for (let at = 1; at < words.length; at++) {
    const pair = words.slice(at - 1, at + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Sørensen–Dice coefficient over pairs of characters: 1 for the same words, 0 for none in common. */
export function dice(one: Pairs, other: Pairs): number {
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  const all = size(one) + size(other);
  return all === 0 ? 0 : (2 * shared) / all;
}

function size(pairs: Pairs): number {
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return sum;
}
