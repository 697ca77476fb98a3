import { align } from './alignment';
import { Ground } from './ground';
import { dice, pairsOf, type Pairs } from './similarity';
import { skeletonOf, stretchOf, wholeClauses, type Skeleton, type Stretch } from './skeleton';

/** An item of the former edition: where it stood there, or null when it stood in an edition before that. */
export interface FormerItem {
  id: string;
  kind: string;
  text: string;
  place: { start: number; end: number } | null;
}

/** An item as it is read from the next edition. */
export interface ReadItem {
  kind: string;
  start: number;
  end: number;
}

/** Where an item's words stand in the next edition's skeleton, and whether they are the same and in the same order. */
export interface Place extends Stretch {
  exact: boolean;
  moved: boolean;
}

/** From this likeness on changed words are the same item: where the text around has them, and elsewhere in the text. */
const ALIKE_IN_PLACE = 0.5;
const ALIKE_ELSEWHERE = 0.6;
/** Fewer words than these stand in many places by chance. */
const TELLING = 6;
/** Fewer neighbouring characters than these are found unchanged in any two passages. */
const RUN = 3;
/** Characters looked at before and after a quote that stands in several places. */
const AROUND = 30;

/** Finds for each former item the words of the next edition that it now stands for; no words for two items of one kind. */
export class Placing {
  readonly now: Skeleton;
  readonly places: (Place | null)[];
  readonly read: Stretch[];
  private readonly old: Skeleton;
  private readonly to: Int32Array;
  private readonly formerWords: string[];
  private readonly claimed: Ground;
  private readonly readStarts: ReadonlySet<number>;
  private readonly readGround: Ground;

  constructor(
    formerText: string,
    private readonly items: readonly FormerItem[],
    nextText: string,
    private readonly readItems: readonly ReadItem[],
  ) {
    this.old = skeletonOf(formerText);
    this.now = skeletonOf(nextText);
    this.to = align(this.old, this.now);
    this.read = readItems.map(({ start, end }) => stretchOf(this.now, start, end));
    this.readStarts = new Set(this.read.map(({ from }) => from));
    this.formerWords = items.map(({ text }) => skeletonOf(text).words);
    this.places = items.map(() => null);
    this.claimed = new Ground(this.now.words.length);
    this.readGround = new Ground(this.now.words.length);
    this.read.forEach((stretch, at) => this.readGround.hold(readItems[at].kind, at, stretch));
    items.forEach((_, index) => this.claim(index, this.unchanged(index)));
    items.forEach((_, index) => this.claim(index, this.quotedElsewhere(index)));
    this.changedInPlace();
    this.changedElsewhere();
    this.places = this.places.map((place, index) => place && this.endAtNewMarker(index, place));
  }

  /** Whether the words of the item are those of this stretch. */
  sameWords(index: number, { from, to }: Stretch): boolean {
    return this.formerWords[index] === this.now.words.slice(from, to);
  }

  private claim(index: number, place: Place | null): void {
    if (place === null || this.places[index] !== null || !this.free(index, place)) return;
    this.places[index] = place;
    this.claimed.hold(this.items[index].kind, index, place);
  }

  /** Items that did not overlap before do not do so afterwards, but for a few words at their ends. */
  private free(index: number, place: Stretch): boolean {
    for (const [other, shared] of this.claimed.within(this.items[index].kind, place)) {
      const taken = this.places[other] as Place;
      if (shared * 2 > Math.min(taken.to - taken.from, place.to - place.from)) return false;
    }
    return true;
  }

  private formerStretch(index: number): Stretch | null {
    const { place } = this.items[index];
    return place && stretchOf(this.old, place.start, place.end);
  }

  private unchanged(index: number): Place | null {
    const stretch = this.formerStretch(index);
    if (stretch === null || stretch.from >= stretch.to) return null;
    const from = this.to[stretch.from];
    if (from < 0) return null;
    for (let at = stretch.from; at < stretch.to; at++) if (this.to[at] !== from + at - stretch.from) return null;
    return { from, to: from + stretch.to - stretch.from, exact: true, moved: false };
  }

  /** The same words in another order: of several places the one whose surroundings are likest. */
  private quotedElsewhere(index: number): Place | null {
    const words = this.formerWords[index];
    if (this.places[index] !== null || words.length < TELLING) return null;
    let best: { from: number; score: number } | null = null;
    for (let from = this.now.words.indexOf(words); from >= 0; from = this.now.words.indexOf(words, from + 1)) {
      if (!this.free(index, { from, to: from + words.length })) continue;
      const score = this.surroundings(index, from);
      if (best === null || score > best.score) best = { from, score };
    }
    return best && { from: best.from, to: best.from + words.length, exact: true, moved: true };
  }

  /** How many characters before and after are the same as around the former place. */
  private surroundings(index: number, from: number): number {
    const stretch = this.formerStretch(index);
    if (stretch === null) return 0;
    const [before, after] = [this.old.words, this.now.words];
    const to = from + stretch.to - stretch.from;
    let score = 0;
    for (let n = 1; n <= AROUND && before[stretch.from - n] === after[from - n] && from >= n; n++) score++;
    for (let n = 0; n < AROUND && before[stretch.to + n] === after[to + n] && to + n < after.length; n++) score++;
    return score;
  }

  private changedInPlace(): void {
    const candidates = this.items.flatMap((_, index) => {
      const reach = this.places[index] === null ? this.reach(index) : null;
      if (reach === null) return [];
      const pairs = pairsOf(this.formerWords[index]);
      const stretches = [wholeClauses(this.now, reach), ...this.readAround(index, reach)];
      return stretches.map((stretch) => ({ index, stretch, score: this.likeness(pairs, stretch) }));
    });
    this.claimBest(candidates, ALIKE_IN_PLACE, false);
  }

  /** From the first to the last of the item's words that stand unchanged in the next edition. */
  private reach(index: number): Stretch | null {
    const stretch = this.formerStretch(index);
    if (stretch === null) return null;
    let first = -1;
    let last = -1;
    for (let at = stretch.from; at < stretch.to;) {
      const from = this.to[at];
      let length = 1;
      while (at + length < stretch.to && from >= 0 && this.to[at + length] === from + length) length++;
      if (from >= 0 && length >= RUN) {
        if (first < 0) first = from;
        last = from + length;
      }
      at += length;
    }
    return first < 0 ? null : { from: first, to: last };
  }

  /** Items of its kind read from the next edition that share words with `reach`. */
  private readAround(index: number, reach: Stretch): Stretch[] {
    return [...this.readGround.within(this.items[index].kind, reach).keys()].map((at) => this.read[at]);
  }

  private changedElsewhere(): void {
    const open = this.items.flatMap((_, index) => (this.places[index] === null ? [index] : []));
    if (open.length === 0) return;
    const readPairs = this.read.map(({ from, to }) => pairsOf(this.now.words.slice(from, to)));
    const withPair = new Map<string, number[]>();
    this.read.forEach((stretch, at) => {
      if (this.claimed.within(this.readItems[at].kind, stretch).size > 0) return;
      for (const pair of readPairs[at].keys()) {
        const list = withPair.get(pair);
        if (list === undefined) withPair.set(pair, [at]);
        else list.push(at);
      }
    });
    const candidates = open.flatMap((index) => {
      const pairs = pairsOf(this.formerWords[index]);
      const near = new Set([...pairs.keys()].flatMap((pair) => withPair.get(pair) ?? []));
      return [...near]
        .filter((at) => this.readItems[at].kind === this.items[index].kind)
        .map((at) => ({ index, stretch: this.read[at], score: dice(pairs, readPairs[at]) }));
    });
    this.claimBest(candidates, ALIKE_ELSEWHERE, true);
  }

  private likeness(pairs: Pairs, { from, to }: Stretch): number {
    return dice(pairs, pairsOf(this.now.words.slice(from, to)));
  }

  /** The likest first; of equals the earlier item and the earlier place. */
  private claimBest(
    candidates: { index: number; stretch: Stretch; score: number }[],
    least: number,
    moved: boolean,
  ): void {
    candidates
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || a.index - b.index || a.stretch.from - b.stretch.from)
      .forEach(({ index, stretch }) => this.claim(index, { ...stretch, exact: false, moved }));
  }

  /** One item made two: where a number was put into its words and an item begins there, the former item ends. */
  private endAtNewMarker(index: number, place: Place): Place {
    const stretch = this.formerStretch(index);
    if (stretch === null) return place;
    for (let from = place.from + 1; from < place.to; from++) {
      if (!this.now.markers.has(from) || !this.readStarts.has(from)) continue;
      const before = this.to.indexOf(from, stretch.from);
      if (before > stretch.from && before < stretch.to && !this.old.markers.has(before)) {
        return { ...place, to: from, exact: false };
      }
    }
    return place;
  }
}

/** Offsets in the text of a stretch that is no item of its own: with its number and the marks at its ends where the former item had them. */
export function spanOf(
  text: string,
  now: Skeleton,
  { from, to }: Stretch,
  former: string,
): { start: number; end: number } {
  let start = now.markers.get(from) ?? now.starts[from];
  if (!now.markers.has(from) && /^[\p{Ps}\p{Pi}]/u.test(former)) {
    while (start > 0 && /[\p{Ps}\p{Pi}]/u.test(text[start - 1])) start--;
  }
  const bound = to < now.starts.length ? (now.markers.get(to) ?? now.starts[to]) : text.length;
  let end = now.ends[to - 1];
  if (/\p{P}$/u.test(former)) while (end < bound && /\p{P}/u.test(text[end])) end++;
  return { start, end };
}
