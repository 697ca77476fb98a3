import { isWide, lastOf } from './characters';
import type { Piece } from './page-content';

/** Raised and lowered type (m², a note's number) is this much smaller than its line, and stands this near to it, in sizes of the line. */
const SMALL = 0.8;
const RAISED = 0.6;
const REACH = 0.4;
const NOTE_MARK = /^[\d①-⑳[\]〔〕*＊,，-]+$/;

/**
 * Joins a line of nothing but small type, each run of which touches the larger type of a line beside it, to that line.
 * The number of a note, raised behind 汉字, is no part of the running text and goes.
 */
export function withSmallType(lines: readonly Piece[][]): Piece[][] {
  const merged = [...lines];
  lines.forEach((line, at) => {
    const size = largest(line);
    const runs = runsOf(line);
    const host = [at - 1, at + 1, at - 2, at + 2].find((other) => {
      const beside = merged[other];
      if (beside === undefined || beside.length === 0) return false;
      const larger = largest(beside);
      const near = Math.abs(beside[0].y - line[0].y) < larger * RAISED;
      return near && size < larger * SMALL && runs.every((run) => touches(run, beside));
    });
    if (host === undefined) return;
    const kept = runs.filter((run) => run[0].y > merged[host][0].y || !isNoteMark(run, merged[host])).flat();
    merged[host] = [...merged[host], ...kept].sort((a, b) => a.x - b.x);
    merged[at] = [];
  });
  return merged.filter((line) => line.length > 0);
}

function largest(pieces: readonly Piece[]): number {
  return pieces.reduce((most, { size }) => Math.max(most, size), 0);
}

/** Pieces of a line that follow one another without a gap. */
function runsOf(line: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of line) {
    const last = runs.at(-1)?.at(-1);
    if (piece.text.trim() === '') continue;
    if (last !== undefined && piece.x - endOf(last) < piece.size) runs[runs.length - 1].push(piece);
    else runs.push([piece]);
  }
  return runs;
}

function touches(run: readonly Piece[], large: readonly Piece[]): boolean {
  const [before, after] = beside(run, large);
  return (
    (before !== undefined && Math.abs(run[0].x - endOf(before)) < REACH * before.size) ||
    (after !== undefined && Math.abs(after.x - endOf(run[run.length - 1])) < REACH * after.size)
  );
}

function isNoteMark(run: readonly Piece[], large: readonly Piece[]): boolean {
  const [before] = beside(run, large);
  return before !== undefined && isWide(lastOf(before.text)) && NOTE_MARK.test(run.map(({ text }) => text).join(''));
}

/** The pieces of a line between which a run stands. */
function beside(run: readonly Piece[], large: readonly Piece[]): [Piece | undefined, Piece | undefined] {
  let [low, high] = [0, large.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (large[middle].x < run[0].x) low = middle + 1;
    else high = middle;
  }
  return [large[low - 1], large[low]];
}

function endOf(piece: Piece): number {
  return piece.x + piece.width;
}
