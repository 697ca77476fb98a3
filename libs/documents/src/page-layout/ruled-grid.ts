import type { Rule } from './page-content';

/** The lattice that crossing lines draw. A room is one cell of the table, merged ones counted as one. */
export interface Grid {
  /** The positions of its upright and level lines, from the left and from the top. */
  xs: number[];
  ys: number[];
  /** For each place, row by row, the first place of the room it belongs to. */
  rooms: number[];
}

interface Stroke {
  at: number;
  from: number;
  to: number;
}

/** In points: how far a line may miss another that it meets, and how close two lines of one edge lie (a double line). */
const REACH = 3;
const SAME = 1.5;
/** An edge that nobody drew, because the table is open at its side, is taken where the lines across end. */
const OPEN = 8;
/** Drawings and maps are made of more lines than tables. */
const MOST_RULES = 20_000;
const MOST_STROKES = 1500;
const MOST_PLACES = 20_000;

/** The grids on a page, the largest first. A grid inside a place of another is left out. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  if (rules.length > MOST_RULES) return [];
  const level = merged(
    rules.filter((rule) => rule.y0 === rule.y1).map(({ x0, x1, y0 }) => ({ at: y0, from: x0, to: x1 })),
  );
  const upright = merged(
    rules.filter((rule) => rule.x0 === rule.x1).map(({ x0, y0, y1 }) => ({ at: x0, from: y0, to: y1 })),
  );
  if (level.length + upright.length > MOST_STROKES) return [];
  return crossing(level, upright)
    .map((group) => gridOf(group.level, group.upright))
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => area(b) - area(a))
    .filter((grid, at, all) => !all.slice(0, at).some((other) => holds(other, grid)));
}

/** The room at a point of the page; null outside the grid. */
export function roomAt({ xs, ys, rooms }: Grid, x: number, y: number): number | null {
  const [column, row] = [placeIn(xs, x), placeIn(ys, y)];
  return column === null || row === null ? null : rooms[row * (xs.length - 1) + column];
}

export function extent({ xs, ys }: Grid): { x0: number; x1: number; top: number; bottom: number } {
  return { x0: xs[0], x1: xs[xs.length - 1], top: ys[0], bottom: ys[ys.length - 1] };
}

function area(grid: Grid): number {
  const { x0, x1, top, bottom } = extent(grid);
  return (x1 - x0) * (bottom - top);
}

function holds(outer: Grid, inner: Grid): boolean {
  // A frame around the page is no table.
  if (outer.rooms.every((room) => room === 0)) return false;
  const [a, b] = [extent(outer), extent(inner)];
  return b.x0 >= a.x0 - SAME && b.x1 <= a.x1 + SAME && b.top >= a.top - SAME && b.bottom <= a.bottom + SAME;
}

function placeIn(edges: readonly number[], at: number): number | null {
  if (at < edges[0] || at > edges[edges.length - 1]) return null;
  const next = edges.findIndex((edge) => edge > at);
  return next === -1 ? edges.length - 2 : next - 1;
}

/** Strokes on one line that touch or overlap, as one. */
function merged(strokes: Stroke[]): Stroke[] {
  const rows: Stroke[][] = [];
  for (const stroke of strokes.sort((a, b) => a.at - b.at)) {
    const row = rows.at(-1);
    if (row !== undefined && stroke.at - row[0].at <= SAME) row.push(stroke);
    else rows.push([stroke]);
  }
  return rows.flatMap((row) => {
    const whole: Stroke[] = [];
    for (const stroke of row.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last !== undefined && stroke.from - last.to <= REACH) last.to = Math.max(last.to, stroke.to);
      else whole.push({ ...stroke });
    }
    return whole.filter(({ from, to }) => to - from > REACH);
  });
}

/** The groups of strokes that hang together by crossings. */
function crossing(level: Stroke[], upright: Stroke[]): { level: Stroke[]; upright: Stroke[] }[] {
  const groups = new Groups(level.length + upright.length);
  level.forEach((flat, i) =>
    upright.forEach((tall, j) => {
      const meets =
        tall.at >= flat.from - REACH &&
        tall.at <= flat.to + REACH &&
        flat.at >= tall.from - REACH &&
        flat.at <= tall.to + REACH;
      if (meets) groups.join(i, level.length + j);
    }),
  );
  const found = new Map<number, { level: Stroke[]; upright: Stroke[] }>();
  const groupOf = (index: number): { level: Stroke[]; upright: Stroke[] } => {
    const root = groups.root(index);
    const group = found.get(root) ?? { level: [], upright: [] };
    found.set(root, group);
    return group;
  };
  level.forEach((stroke, i) => groupOf(i).level.push(stroke));
  upright.forEach((stroke, j) => groupOf(level.length + j).upright.push(stroke));
  return [...found.values()];
}

function gridOf(level: Stroke[], upright: Stroke[]): Grid | null {
  if (level.length === 0 || upright.length === 0) return null;
  const xs = edgesOf(upright, level);
  const ys = edgesOf(level, upright);
  const columns = xs.length - 1;
  if (columns * (ys.length - 1) < 2 || columns * (ys.length - 1) > MOST_PLACES) return null;
  const [right, below] = [wallsOf(upright, xs, ys), wallsOf(level, ys, xs)];
  const groups = new Groups(columns * (ys.length - 1));
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns && !right[column + 1][row]) groups.join(at, at + 1);
      if (row + 2 < ys.length && !below[row + 1][column]) groups.join(at, at + columns);
    }
  }
  return { xs, ys, rooms: Array.from({ length: columns * (ys.length - 1) }, (_none, at) => groups.root(at)) };
}

/** Where the strokes stand, and where those across them begin and end when no stroke closes the table there. */
function edgesOf(strokes: Stroke[], across: Stroke[]): number[] {
  const edges: number[] = [];
  for (const { at } of [...strokes].sort((a, b) => a.at - b.at)) {
    if (edges.length === 0 || at - edges[edges.length - 1] > REACH) edges.push(at);
  }
  const from = across.reduce((least, stroke) => Math.min(least, stroke.from), Infinity);
  const to = across.reduce((most, stroke) => Math.max(most, stroke.to), -Infinity);
  if (from < edges[0] - OPEN) edges.unshift(from);
  if (to > edges[edges.length - 1] + OPEN) edges.push(to);
  return edges;
}

/** For each edge, beside which places of the other direction it is drawn. */
function wallsOf(strokes: Stroke[], edges: readonly number[], across: readonly number[]): boolean[][] {
  const walls = edges.map(() => across.slice(1).map(() => false));
  for (const { at, from, to } of strokes) {
    const edge = edges.findLastIndex((position) => position <= at + SAME);
    if (edge === -1) continue;
    across.slice(1).forEach((end, place) => {
      const middle = (across[place] + end) / 2;
      if (from <= middle && to >= middle) walls[edge][place] = true;
    });
  }
  return walls;
}

/** Disjoint sets; the root of a set is its smallest member. */
class Groups {
  private readonly parents: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_none, at) => at);
  }

  root(member: number): number {
    let at = member;
    while (this.parents[at] !== at) {
      this.parents[at] = this.parents[this.parents[at]];
      at = this.parents[at];
    }
    return at;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.root(one), this.root(other)];
    this.parents[Math.max(a, b)] = Math.min(a, b);
  }
}
