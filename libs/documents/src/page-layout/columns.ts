import type { Region, Segment, Table } from './page-content';

/** What stands on a page: a run of text, or a whole table. */
export type Item = { box: Box; segment: Segment; table?: undefined } | { box: Box; table: Table; segment?: undefined };

interface Box {
  x0: number;
  x1: number;
  y: number;
}

/** Items that are read one under the other. */
export interface Column {
  region: Region;
  items: Item[];
}

/** Columns of text stand at least this far apart (in sizes of their type), are this wide, have this many lines, and mostly full ones. */
const GUTTER = 0.8;
const WIDTH = 9;
const LINES = 4;
const FULL = 0.6;
const FEW = 3;
const DEEPEST = 6;
/** A page of more runs of text is no prose. */
const MOST_ITEMS = 5000;
/** The step, in points, in which a page is searched for a free upright strip. */
const STEP = 2;

/** The items of a page in reading order: where a strip free of text parts it, the left column before the right one. */
export function columnsOf(items: readonly Item[], region: Region): Column[] {
  return cut(
    [...items].sort((a, b) => a.box.y - b.box.y),
    region,
    0,
  );
}

function cut(items: Item[], region: Region, depth: number): Column[] {
  if (items.length === 0) return [];
  const found = depth < DEEPEST && items.length >= 2 * LINES && items.length <= MOST_ITEMS ? gutterOf(items) : null;
  if (found === null) return [{ region, items }];
  const { at, from, to } = found;
  const inside = items.slice(from, to);
  const part = (side: string): Region => ({ ...region, path: region.path + side });
  return [
    ...cut(items.slice(0, from), region, depth + 1),
    ...cut(
      inside.filter(({ box }) => box.x1 <= at),
      part('<'),
      depth + 1,
    ),
    ...cut(
      inside.filter(({ box }) => box.x1 > at),
      part('>'),
      depth + 1,
    ),
    ...cut(items.slice(to), region, depth + 1),
  ];
}

/** The strip that parts the most lines: its place, and the items from the first to the last beside it. */
function gutterOf(items: readonly Item[]): { at: number; from: number; to: number } | null {
  const left = items.reduce((least, { box }) => Math.min(least, box.x0), Infinity);
  const right = items.reduce((most, { box }) => Math.max(most, box.x1), -Infinity);
  const width = right - left;
  let best: { at: number; from: number; to: number } | null = null;
  for (let at = left + width * 0.2; at < right - width * 0.2; at += Math.max(STEP, width / 500)) {
    let from = 0;
    for (let index = 0; index <= items.length; index++) {
      const box = items[index]?.box;
      if (box !== undefined && (box.x1 <= at || box.x0 >= at)) continue;
      const longer = index - from > (best === null ? 0 : best.to - best.from);
      if (longer && parts(items.slice(from, index), at)) best = { at, from, to: index };
      from = index + 1;
    }
  }
  return best === null ? null : { at: best.at, from: startOf(items, best), to: endOf(items, best) };
}

/** Whether what stands left and right of a strip looks like columns of running text. */
function parts(items: readonly Item[], at: number): boolean {
  const sides = [items.filter(({ box }) => box.x1 <= at), items.filter(({ box }) => box.x0 >= at)];
  const gutter =
    sides[1].reduce((least, { box }) => Math.min(least, box.x0), Infinity) -
    sides[0].reduce((most, { box }) => Math.max(most, box.x1), -Infinity);
  return sides.every((side) => {
    const lines = side.flatMap(({ segment }) => (segment === undefined ? [] : [segment]));
    if (lines.length < LINES) return false;
    const widths = lines.map((line) => line.x1 - line.x0).sort((a, b) => a - b);
    const size = lines.map((line) => line.size).sort((a, b) => a - b)[lines.length >> 1];
    // The side may itself be parted into columns: their width is what most lines do not exceed.
    const width = widths[Math.floor(widths.length * 0.9)];
    const full = widths[widths.length >> 1] >= width * FULL;
    return full && width >= WIDTH * size && gutter >= GUTTER * size;
  });
}

/** Where the columns begin: a few short or large lines above the lower one of both are a title of all. */
function startOf(items: readonly Item[], { at, from, to }: { at: number; from: number; to: number }): number {
  const inside = items.slice(from, to);
  const widths = inside.map(({ box }) => box.x1 - box.x0).sort((a, b) => a - b);
  const sizes = inside.map(({ segment }) => segment?.size ?? 0).sort((a, b) => a - b);
  const [width, size] = [widths[widths.length >> 1], sizes[sizes.length >> 1]];
  const first = (side: (box: Box) => boolean): number => inside.find(({ box }) => side(box))?.box.y ?? Infinity;
  const start = Math.max(
    first((box) => box.x1 <= at),
    first((box) => box.x0 >= at),
  );
  const above = inside.slice(
    0,
    Math.max(
      0,
      inside.findIndex(({ box }) => box.y > start - size / 2),
    ),
  );
  const apart = above.every(
    ({ box, segment }) => segment !== undefined && (box.x1 - box.x0 < width * FULL || segment.size > size * 1.1),
  );
  return above.length <= FEW && apart ? from + above.length : from;
}

/** Where the columns end: a few short lines below the shorter right one belong to neither, but follow both. */
function endOf(items: readonly Item[], { at, from, to }: { at: number; from: number; to: number }): number {
  const right = items.findLastIndex(({ box }, index) => index < to && box.x0 >= at) + 1;
  const left = items.slice(from, to).reduce((least, { box }) => Math.min(least, box.x0), Infinity);
  const below = items.slice(right, to);
  const short = below.every(({ box, table }) => table === undefined && box.x1 - box.x0 < (at - left) * FULL);
  return below.length <= FEW && short ? right : to;
}
