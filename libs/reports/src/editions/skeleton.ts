import { readMarker } from '#language/markers';

/**
 * The words of a text without what a corrected version changes by the way: spaces, punctuation, the width of characters, the numbers of
 * headings and items. What is inside a number (3.5, 2025-2027) stays.
 */
export interface Skeleton {
  words: string;
  /** Where each character of `words` begins and ends in the text. */
  starts: number[];
  ends: number[];
  /** Where clauses begin in `words`, ascending. */
  clauses: number[];
  /** For places in `words` that stood behind a marker (一是, （二）): where the marker begins in the text. */
  markers: Map<number, number>;
}

const CLAUSE_END = /[，,。；;：:！!？?\n]/;
const LEFT_OUT = /[\p{P}\p{Z}\p{C}]/u;
const PERCENT = new Set('%％‰');
/** Marks that belong to a number when digits stand on both sides, as they are compared. */
const IN_NUMBER: Record<string, string> = {
  '.': '.',
  '．': '.',
  ':': ':',
  '：': ':',
  '/': '/',
  '／': '/',
  '-': '-',
  '－': '-',
  '—': '-',
  '–': '-',
  '~': '-',
  '～': '-',
};
const DIGIT = /[0-9０-９]/;

export function skeletonOf(text: string): Skeleton {
  const skeleton: Skeleton = { words: '', starts: [], ends: [], clauses: [0], markers: new Map() };
  const { starts, ends, clauses, markers } = skeleton;
  const words: string[] = [];
  let opening = true;
  for (let at = 0; at < text.length;) {
    const marker = opening ? readMarker(text, at) : null;
    if (marker !== null && marker.end > at && marker.end < text.length) {
      markers.set(words.length, at);
      at = marker.end;
      opening = false;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    const end = at + character.length;
    const kept = keptOf(text, at, character);
    for (const unit of kept.split('')) {
      words.push(unit);
      starts.push(at);
      ends.push(end);
    }
    if (kept !== '') opening = false;
    else if (CLAUSE_END.test(character)) {
      opening = true;
      if (clauses[clauses.length - 1] < words.length) clauses.push(words.length);
    }
    at = end;
  }
  if (clauses.length > 1 && clauses[clauses.length - 1] === words.length) clauses.pop();
  skeleton.words = words.join('');
  return skeleton;
}

/** What a character is compared by; nothing for spaces and punctuation. */
function keptOf(text: string, at: number, character: string): string {
  const code = text.charCodeAt(at);
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  const inNumber = IN_NUMBER[character];
  if (inNumber !== undefined && DIGIT.test(text.charAt(at - 1)) && DIGIT.test(text.charAt(at + 1))) return inNumber;
  if (PERCENT.has(character)) return character === '‰' ? '‰' : '%';
  return LEFT_OUT.test(character) ? '' : character.normalize('NFKC');
}

/** A stretch of a skeleton's words. */
export interface Stretch {
  from: number;
  to: number;
}

/** The words of the text between two of its offsets. */
export function stretchOf({ starts }: Skeleton, start: number, end: number): Stretch {
  return { from: firstAtLeast(starts, start), to: firstAtLeast(starts, end) };
}

/** The stretch widened to whole clauses. */
export function wholeClauses({ clauses, words }: Skeleton, { from, to }: Stretch): Stretch {
  const next = firstAtLeast(clauses, to);
  return {
    from: clauses[firstAtLeast(clauses, from + 1) - 1],
    to: next < clauses.length ? clauses[next] : words.length,
  };
}

/** The first index of the ascending `values` whose value is at least `least`. */
export function firstAtLeast(values: readonly number[], least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The clauses as strings. */
export function clausesOf({ words, clauses }: Skeleton): string[] {
  return clauses.map((start, index) => words.slice(start, clauses[index + 1] ?? words.length));
}
