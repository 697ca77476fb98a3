/** Two neighbouring characters as a number; 0 unless both are 汉字. */
export function pairOf(one: number, other: number): number {
  if (one < 0x4e00 || one > 0x9fff || other < 0x4e00 || other > 0x9fff) return 0;
  return (one - 0x4e00) * 0x5200 + (other - 0x4e00);
}

const SLOTS = 512;

/** The pairs of one text after another, each of at most 200 characters. */
class PairSet {
  private readonly slots = new Int32Array(SLOTS);

  clear(): void {
    this.slots.fill(0);
  }

  /** False when the pair was there already. */
  add(pair: number): boolean {
    let slot = pair % SLOTS;
    for (; this.slots[slot] !== 0; slot = (slot + 1) % SLOTS) if (this.slots[slot] === pair) return false;
    this.slots[slot] = pair;
    return true;
  }
}

const FOUND = new Int32Array(SLOTS);
const SEEN = new PairSet();

/** The different pairs of 汉字 among the first `most` characters of a text, at most 200, in order. */
export function pairsIn(text: string, most: number): Int32Array {
  SEEN.clear();
  let count = 0;
  const end = Math.min(text.length, most);
  for (let next = 1, before = text.charCodeAt(0); next < end; next++) {
    const code = text.charCodeAt(next);
    const pair = pairOf(before, code);
    before = code;
    if (pair !== 0 && SEEN.add(pair)) FOUND[count++] = pair;
  }
  return FOUND.slice(0, count);
}

const SIEVE = 0x7ff;

/** Whether a pair may be among many others: one look at a byte array answers most questions with no. */
export class PairSieve {
  private readonly bytes = new Uint8Array(SIEVE + 1);

  add(pair: number): void {
    this.bytes[pair & SIEVE] = 1;
  }

  mayHave(pair: number): boolean {
    return this.bytes[pair & SIEVE] === 1;
  }
}
