import { readMarker } from '#language/markers';
import { closes, firstOf, isWide, lastOf, opens } from './characters';
import type { Piece, Segment } from './page-content';
import { withSmallType } from './small-type';

/** In sizes of the type: how far baselines of one line may lie apart, and which gaps end a run of text. */
const BASELINE = 0.3;
const GAP = 0.9;
/** A gap that holds written spaces. */
const SPACED_GAP = 2.5;
/** Gaps that stand for a space nobody wrote: between words, and beside 汉字, where programs set numbers off a little. */
const WORD_SPACE = 0.15;
const WIDE_SPACE = 0.7;
const TAB = 2;

/** The runs of text that the pieces of a page make, line by line from the top, each line from the left. Text printed twice (a shadow, false bold) counts once. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  return withSmallType(baselines(pieces)).flatMap((line) => split(withoutOverprints(line)).flatMap(segmentOf));
}

function baselines(pieces: readonly Piece[]): Piece[][] {
  const sorted = pieces.filter(({ text, size }) => text !== '' && size > 0).sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: Piece[][] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && piece.y - line[0].y <= BASELINE * Math.min(piece.size, line[0].size)) line.push(piece);
    else lines.push([piece]);
  }
  for (const line of lines) line.sort((a, b) => a.x - b.x);
  return lines;
}

function withoutOverprints(line: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of line) {
    const same = kept.slice(-3).some((other) => {
      const near = Math.min(piece.width, other.width) / 2;
      return other.text === piece.text && Math.abs(other.x - piece.x) < near && piece.text.trim() !== '';
    });
    if (!same) kept.push(piece);
  }
  return kept;
}

function split(line: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  let end = -Infinity;
  let spaced = false;
  for (const piece of line) {
    const blank = piece.text.trim() === '';
    const gap = (piece.x - end) / piece.size;
    if (!blank && gap > (spaced ? SPACED_GAP : GAP)) runs.push([]);
    if (runs.length > 0) runs[runs.length - 1].push(piece);
    if (!blank) end = Math.max(end, piece.x + piece.width);
    spaced = blank;
  }
  return runs;
}

/** The text of one run. Spaces come as they were written; where nobody wrote one, a gap decides. */
function segmentOf(run: readonly Piece[]): Segment[] {
  const ink = run.filter((piece) => piece.text.trim() !== '');
  if (ink.length === 0) return [];
  const first = ink[0];
  const tracking = trackingOf(ink);
  let text = '';
  let before = '';
  let spaces = '';
  let end = first.x;
  let weight = 0;
  const sizes = new Map<number, number>();
  const lows = new Map<number, number>();
  for (const piece of run) {
    if (piece.text.trim() === '') {
      if (before !== '') spaces += piece.text;
      continue;
    }
    if (before !== '') {
      const gap = (piece.x - end) / piece.size - tracking;
      const numbered = spaces === '' && gap > WORD_SPACE && isMarker(text);
      text += numbered ? afterMarker(text) : between(before, piece.text, gap, spaces);
    }
    text += piece.text;
    before = piece.text;
    spaces = '';
    end = Math.max(end, piece.x + piece.width);
    weight += piece.width;
    sizes.set(piece.size, (sizes.get(piece.size) ?? 0) + piece.width);
    lows.set(piece.y, (lows.get(piece.y) ?? 0) + piece.width);
  }
  const tail = spaces + before.slice(before.trimEnd().length);
  const [size, y] = [heaviest(sizes), heaviest(lows)];
  return [
    { text: text.trim(), x0: first.x, x1: end, y, size, tail, head: Math.min(headOf(ink), Math.max(weight, size)) },
  ];
}

function heaviest(weights: ReadonlyMap<number, number>): number {
  return [...weights].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function isMarker(text: string): boolean {
  return text.length < 12 && /[、.．）)]$/.test(text) && readMarker(`${text}文`)?.end === text.length;
}

/** A number that a program set apart from its text: （一） stands close to it, 1. is set off. */
function afterMarker(text: string): string {
  return /[、）)]$/.test(text) ? '' : ' ';
}

/** How far apart, in sizes of the type, letter-spaced text sets its characters; 0 for other text. */
function trackingOf(ink: readonly Piece[]): number {
  if (ink.length < 3) return 0;
  const gaps = ink.slice(1).map((piece, at) => (piece.x - ink[at].x - ink[at].width) / piece.size);
  const middle = gaps.sort((a, b) => a - b)[gaps.length >> 1];
  return middle > 0.3 ? middle : 0;
}

/** What stands between two pieces of a line; `gap` in sizes of the type. */
function between(before: string, after: string, gap: number, spaces: string): string {
  if (spaces !== '') return gap < 0.08 ? '' : spaces;
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  const wide = isWide(lastOf(before)) || isWide(firstOf(after));
  return gap > (wide ? WIDE_SPACE : WORD_SPACE) ? ' ' : '';
}

/** Width of the beginning that a line break could not have split: a character or a whole number or word, with the brackets before and the punctuation behind it. */
function headOf(ink: readonly Piece[]): number {
  const start = ink[0].x;
  let end = start;
  let state: 'open' | 'word' | 'done' = 'open';
  for (const piece of ink) {
    const [first, last] = [firstOf(piece.text), lastOf(piece.text)];
    if (state === 'done' && !closes(first)) break;
    if (state === 'word' && (isWide(first) || piece.x - end > WORD_SPACE * piece.size) && !closes(first)) break;
    end = piece.x + piece.width;
    if (opens(last)) state = 'open';
    else state = isWide(last) ? 'done' : 'word';
  }
  return end - start;
}

/** The segments of one line of text as a single one. */
export function joined(segments: readonly Segment[]): Segment {
  const [first, ...rest] = segments;
  if (rest.length === 0) return first;
  const spread = segments.length > 2 && segments.every(({ text }) => [...text].length === 1 && isWide(text));
  const widest = segments.reduce((most, one) => (one.x1 - one.x0 > most.x1 - most.x0 ? one : most));
  let text = first.text;
  rest.forEach((segment, at) => {
    const written = segments[at].tail;
    const gap =
      at === 0 && isMarker(first.text)
        ? afterMarker(first.text)
        : segment.x0 - segments[at].x1 < TAB * segment.size
          ? ' '
          : '\t';
    text += (spread ? '' : written !== '' ? written : gap) + segment.text;
  });
  return {
    ...first,
    text,
    x1: segments.reduce((most, { x1 }) => Math.max(most, x1), 0),
    y: widest.y,
    size: widest.size,
    tail: rest[rest.length - 1].tail,
  };
}
