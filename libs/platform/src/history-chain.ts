import { createHash } from 'node:crypto';

/** The chains that the history is written in; `append_history` chooses one for each transaction. */
export const LANES = 16;
/** What the first row of a lane is chained to. */
const BEGINNING = '0'.repeat(64);
/** A broken table may have a fault in every row; nobody reads more than these. */
const MOST_FAULTS = 200;

/** The newest row of a lane. */
export interface ChainHead {
  lane: number;
  number: number;
  hash: string;
}

/** A row of the history; `text` is what its hash was made of, besides the hash of the row before it. */
export interface ChainRow extends ChainHead {
  id: string;
  text: string;
}

/**
 * altered: the row does not fit its hash and the row before it; missing: rows inside a lane are gone; missing-newest:
 * rows at its end are gone; head-altered: the head does not fit the newest row, or is gone itself.
 */
export type FaultKind = 'altered' | 'missing' | 'missing-newest' | 'head-altered';

/** Numbers `from` to `to` of a lane; `id` of the row where there is one. */
export interface Fault {
  kind: FaultKind;
  lane: number;
  from: number;
  to: number;
  id: string | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One short text for the state of all lanes, which an auditor can write down. */
export function fingerprintOf(heads: readonly ChainHead[]): string {
  const ordered = heads.toSorted((a, b) => a.lane - b.lane);
  return sha256(ordered.map(({ lane, number, hash }) => `${lane} ${number} ${hash}\n`).join(''));
}

/** Walks through all rows, lane by lane in ascending numbers, keeping no more than the last one of each lane. */
export class ChainWalk {
  readonly faults: Fault[] = [];
  faultCount = 0;
  rows = 0;
  /** The row last seen in each lane. */
  private readonly last: ChainHead[] = [];
  private readonly marked: ChainHead[] = [];

  /** `marks`: the numbers, by lane, of rows that were the newest at an earlier day. */
  constructor(private readonly marks: readonly number[] = []) {
    for (let lane = 0; lane < LANES; lane++) {
      this.last.push({ lane, number: 0, hash: BEGINNING });
      if (marks[lane] === 0) this.marked.push({ lane, number: 0, hash: BEGINNING });
    }
  }

  step({ id, lane, number, hash, text }: ChainRow): void {
    this.rows++;
    const before = this.last[lane] as ChainHead | undefined;
    if (!before) return this.fault('altered', lane, number, number, id);
    if (number > before.number + 1) this.fault('missing', lane, before.number + 1, number - 1);
    // Behind a gap there is nothing to compare with; the row after this one vouches for its hash.
    else if (number <= before.number || sha256(before.hash + text) !== hash) {
      this.fault('altered', lane, number, number, id);
    }
    this.last[lane] = { lane, number, hash };
    if (this.marks[lane] === number) this.marked.push(this.last[lane]);
  }

  /** Compares the end of every lane with the heads, which are kept outside the table. */
  finish(heads: readonly ChainHead[]): void {
    for (const { lane, number, hash } of this.last) {
      const head = heads.find((one) => one.lane === lane);
      if (head && head.number > number) this.fault('missing-newest', lane, number + 1, head.number);
      else if (head?.number !== number || head.hash !== hash) this.fault('head-altered', lane, number, number);
    }
  }

  /** Whether the rows at the marks still give the fingerprint that was written down; it may be cut short. */
  bears(fingerprint: string): boolean {
    return this.marked.length === LANES && fingerprintOf(this.marked).startsWith(fingerprint);
  }

  private fault(kind: FaultKind, lane: number, from: number, to: number, id: string | null = null): void {
    this.faultCount++;
    if (this.faults.length < MOST_FAULTS) this.faults.push({ kind, lane, from, to, id });
  }
}
