import { Ground } from './ground';
import { Placing, spanOf, type FormerItem, type Place, type ReadItem } from './placing';
import { firstAtLeast, type Stretch } from './skeleton';

/**
 * same: the same words, whatever spaces, punctuation and numbering; moved: the same words in another order; changed: other words;
 * gone: no longer in the text; new: not in the former edition.
 */
export const CHANGES = ['same', 'moved', 'changed', 'gone', 'new'] as const;
export type Change = (typeof CHANGES)[number];

/** What became of one former item, or one item that is new. */
export interface Reanchored<F extends FormerItem, R extends ReadItem> {
  change: Change;
  former: F | null;
  /** The item read from the next edition at the very place; null when people had cut or marked the former item otherwise. */
  read: R | null;
  /** Offsets into the next edition's text; null when gone. */
  span: { start: number; end: number } | null;
}

/** Fewer characters than these that no item holds are no item. */
const REMAINDER = 4;

/**
 * Finds every item of the former edition of a report in the next one, and what is new there. Items that people cut, joined or marked by
 * hand keep their own bounds. One to one, the same every time.
 */
export function reanchor<F extends FormerItem, R extends ReadItem>(
  former: { text: string; items: readonly F[] },
  next: { text: string; items: readonly R[] },
): Reanchored<F, R>[] {
  const placing = new Placing(former.text, former.items, next.text, next.items);
  const { read: stretches, places } = placing;
  const own = ownItems(former.items, places, next.items, stretches);
  const results = former.items.map((item, index): Reanchored<F, R> => {
    const place = places[index];
    if (place === null) return { change: 'gone', former: item, read: null, span: null };
    const at = own.get(index);
    const stretch = at === undefined ? place : stretches[at];
    const read = at === undefined ? null : next.items[at];
    const same = at === undefined ? place.exact : placing.sameWords(index, stretch);
    const span =
      read === null ? spanOf(next.text, placing.now, place, item.text) : { start: read.start, end: read.end };
    return { change: same ? (place.moved ? 'moved' : 'same') : 'changed', former: item, read, span };
  });
  const held = new Ground(placing.now.words.length);
  places.forEach((place, index) => {
    const at = own.get(index);
    if (place !== null) held.hold(former.items[index].kind, index, at === undefined ? place : stretches[at]);
  });
  const owned = new Set(own.values());
  next.items.forEach((read, at) => {
    if (owned.has(at)) return;
    const whole = stretches[at];
    const left = held.free(whole);
    if (left.length === 1 && left[0].from === whole.from && left[0].to === whole.to) {
      results.push({ change: 'new', former: null, read, span: { start: read.start, end: read.end } });
      return;
    }
    for (const part of left.filter(({ from, to }) => to - from >= REMAINDER)) {
      const text = next.text.slice(read.start, read.end);
      results.push({ change: 'new', former: null, read, span: spanOf(next.text, placing.now, part, text) });
    }
  });
  return results;
}

/**
 * The former item that each item of the next edition carries on: the one with the very same bounds, else the only one inside of it. Where
 * several stand inside, people had cut the item, and each keeps its own bounds.
 */
function ownItems(
  items: readonly FormerItem[],
  places: readonly (Place | null)[],
  readItems: readonly ReadItem[],
  stretches: readonly Stretch[],
): Map<number, number> {
  const own = new Map<number, number>();
  const inOrder = places
    .flatMap((place, index) => (place === null ? [] : [{ ...place, index }]))
    .sort((one, other) => one.from - other.from);
  const starts = inOrder.map(({ from }) => from);
  stretches.forEach((stretch, at) => {
    const inside: number[] = [];
    for (let n = firstAtLeast(starts, stretch.from); n < starts.length && starts[n] < stretch.to; n++)
      if (inOrder[n].to <= stretch.to && !own.has(inOrder[n].index)) inside.push(inOrder[n].index);
    const ofKind = inside.filter((index) => items[index].kind === readItems[at].kind);
    const exact = [...ofKind, ...inside].find((index) => {
      const place = places[index];
      return place?.from === stretch.from && place.to === stretch.to;
    });
    const only = ofKind.length === 1 ? ofKind[0] : undefined;
    const index = exact ?? only;
    if (index !== undefined) own.set(index, at);
  });
  return own;
}
