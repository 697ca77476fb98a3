import { apply, type Matrix } from './matrix';
import type { Rule } from './page-content';

/** The parts of a packed path, each followed by its numbers: two for a move or a line, six or four for a curve, none to close. */
export const MOVE = 0;
export const LINE = 1;
export const CURVE = 2;
export const CLOSE = 4;
const NUMBERS = [2, 2, 6, 4, 0];

/** In points: a filled shape no thicker than this is a line, and a line that leans no more than this is level or upright. */
const THIN = 3;
const LEAN = 0.8;

export interface Paint {
  stroke: boolean;
  fill: boolean;
}

type Point = [number, number];

/** The level and upright lines that a path draws: its straight strokes, and filled shapes as thin as a line. */
export function rulesOfPath(path: ArrayLike<number>, matrix: Matrix, { stroke, fill }: Paint): Rule[] {
  return shapesOf(path, matrix).flatMap((points) => {
    if (stroke) return points.slice(1).flatMap((to, at) => ruleOf(points[at], to));
    return fill ? thinShape(points) : [];
  });
}

/** The polygons of a path; those with a curve in them are left out. */
function shapesOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const shapes: Point[][] = [];
  let points: Point[] = [];
  let curved = false;
  const end = (): void => {
    if (points.length > 1 && !curved) shapes.push(points);
    points = [];
    curved = false;
  };
  for (let at = 0; at < path.length; at += 1 + NUMBERS[path[at]]) {
    const part = path[at];
    if (!(part in NUMBERS)) return shapes;
    if (part === MOVE) end();
    if (part === MOVE || part === LINE) points.push(apply(matrix, path[at + 1], path[at + 2]));
    else if (part === CLOSE && points.length > 0) points.push(points[0]);
    else curved = true;
  }
  end();
  return shapes;
}

function thinShape(points: readonly Point[]): Rule[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x0, x1] = [least(xs), -least(xs.map((x) => -x))];
  const [y0, y1] = [least(ys), -least(ys.map((y) => -y))];
  const level = y1 - y0 <= x1 - x0;
  if ((level ? y1 - y0 : x1 - x0) > THIN) return [];
  return level ? ruleOf([x0, (y0 + y1) / 2], [x1, (y0 + y1) / 2]) : ruleOf([(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]);
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((low, number) => Math.min(low, number), Infinity);
}

function ruleOf([ax, ay]: Point, [bx, by]: Point): Rule[] {
  const [wide, high] = [Math.abs(ax - bx), Math.abs(ay - by)];
  if (!Number.isFinite(wide + high) || Math.min(wide, high) > LEAN || wide === high) return [];
  const level = wide > high;
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  return [
    {
      x0: level ? Math.min(ax, bx) : x,
      x1: level ? Math.max(ax, bx) : x,
      y0: level ? y : Math.min(ay, by),
      y1: level ? y : Math.max(ay, by),
    },
  ];
}
