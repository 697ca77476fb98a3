import { apply, type Matrix } from './matrix';
import type { PageContent, Piece, Rule } from './page-content';

/** A piece whose text runs to the right (0), downwards (1), upside down (2) or upwards (3). */
export interface TurnedPiece extends Piece {
  quarter: number;
}

/** Text that leans more than this (in radians) is a watermark or a seal. */
const LEANING = 0.1;

/** Which way text set with a matrix runs; null when it leans. */
export function quarterOf([a, b]: Matrix, vertical = false, backwards = false): number | null {
  const angle = Math.atan2(b, a) / (Math.PI / 2) + (vertical ? 1 : 0) + (backwards ? 2 : 0);
  const quarter = Math.round(angle);
  return Math.abs(angle - quarter) * (Math.PI / 2) > LEANING ? null : ((quarter % 4) + 4) % 4;
}

/**
 * The page as a reader turns it, so that most of its text runs to the right: a wide table is often printed sideways, and vertical writing
 * turned once has its columns in order as lines. Runs in another direction, as in a narrow cell, become one piece each.
 */
export function upright(
  page: { number: number; width: number; height: number },
  pieces: readonly TurnedPiece[],
  rules: readonly Rule[],
): PageContent {
  const quarter = mainQuarter(pieces);
  const turn = turning(quarter, page.width, page.height);
  const [width, height] = quarter % 2 === 0 ? [page.width, page.height] : [page.height, page.width];
  const turned = pieces.map((piece) => {
    const [x, y] = apply(turn, piece.x, piece.y);
    return { ...piece, x, y, quarter: (piece.quarter - quarter + 4) % 4 };
  });
  return {
    number: page.number,
    width,
    height,
    pieces: runs(turned),
    rules: rules.map((rule) => turnedRule(rule, turn)),
  };
}

function mainQuarter(pieces: readonly TurnedPiece[]): number {
  const counts = [0, 0, 0, 0];
  for (const { quarter, text } of pieces) counts[quarter] += text.trim().length;
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
}

function turning(quarter: number, width: number, height: number): Matrix {
  if (quarter === 1) return [0, -1, 1, 0, 0, width];
  if (quarter === 2) return [-1, 0, 0, -1, width, height];
  if (quarter === 3) return [0, 1, -1, 0, height, 0];
  return [1, 0, 0, 1, 0, 0];
}

function turnedRule({ x0, y0, x1, y1 }: Rule, turn: Matrix): Rule {
  const [ax, ay] = apply(turn, x0, y0);
  const [bx, by] = apply(turn, x1, y1);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

/** Joins what follows one another in another direction than the page's. */
function runs(pieces: readonly TurnedPiece[]): Piece[] {
  const found: Piece[] = [];
  let parts: string[] = [];
  let last: TurnedPiece | null = null;
  const end = (): void => {
    if (parts.length > 0) found[found.length - 1].text = parts.join('');
    parts = [];
    last = null;
  };
  for (const piece of pieces) {
    if (piece.quarter === 0) {
      end();
      found.push(piece);
      continue;
    }
    if (last === null || !follows(last, piece)) {
      end();
      // The corner of upright text that would cover the same place.
      const [x, y] =
        piece.quarter === 1 ? [piece.x, piece.y + piece.size * 0.85] : [piece.x - piece.size * 0.85, piece.y];
      found.push({ text: '', x, y, width: piece.size, size: piece.size });
    }
    parts.push(piece.text);
    last = piece;
  }
  end();
  return found;
}

function follows(last: TurnedPiece, next: TurnedPiece): boolean {
  const [along, across] =
    next.quarter === 2 ? [last.x - next.x, last.y - next.y] : [Math.abs(last.y - next.y), last.x - next.x];
  return (
    last.quarter === next.quarter && Math.abs(across) < last.size * 0.3 && Math.abs(along - last.width) < last.size
  );
}
