import { bandsOf, type Band, type Span } from './bands';
import type { Cell, Segment, Table } from './page-content';
import { groupRows } from './rows';
import { joined } from './segments';

/** A table that nobody ruled has at least this many lines of several parts. */
const LINES = 3;
/** Lines further apart than this are not of one table; in sizes of the type. */
const FAR = 3;
const CLOSE = 0.8;
/** Text this near to a column, in sizes of the type, is of it. */
const NEAR = 0.25;
/** Rows of cells stand apart more clearly than the lines in a cell. */
const CLEARER = 1.4;
/** More is no table, or one that goes on in another. */
const MOST_ROWS = 1000;
const MOST_COLUMNS = 60;

/** Parts what stands in a column of text into tables and single lines: where several lines in turn share the same columns, they are a table. */
export function alignedTables(page: number, segments: readonly Segment[]): (Table | Segment)[] {
  const bands = bandsOf(segments);
  const found: (Table | Segment)[] = [];
  let at = 0;
  while (at < bands.length) {
    const taken = tableAt(bands, at);
    if (taken === null) {
      for (const row of groupRows(bands[at].segments)) found.push(joined(row));
      at++;
    } else {
      found.push(tableOf(page, bands.slice(at, at + taken.length), taken.columns));
      at += taken.length;
    }
  }
  return found;
}

/** The table that begins with a band: how many it takes, and its columns. */
function tableAt(bands: readonly Band[], from: number): { length: number; columns: Span[] } | null {
  if (bands[from].spans.length < 2) return null;
  let columns: Span[] = [];
  let several = 0;
  let kept = { several: 0, length: 0, columns };
  for (let at = from; at < bands.length && at - from < MOST_ROWS; at++) {
    const band = bands[at];
    if (at > from && band.top - bands[at - 1].bottom > FAR * band.size) break;
    const next = withBand(columns, band, at === from);
    if (next === null) break;
    columns = next;
    if (band.spans.length > 1) several++;
    // A last cell may go on close below the last line that has several parts, but not in the first column: that is text after the table.
    const close = at > from && band.top - bands[at - 1].bottom < CLOSE * band.size && band.spans[0].x0 > columns[0].x1;
    if (band.spans.length > 1 || close) kept = { several, length: at - from + 1, columns };
  }
  return kept.several >= LINES && kept.columns.length > 1 ? kept : null;
}

/** The columns after one more band; null when it does not fit: it bridges columns, or shares none of them. */
function withBand(columns: readonly Span[], { spans, size }: Band, first: boolean): Span[] | null {
  if (spans.length > MOST_COLUMNS) return null;
  if (first) return spans.map((span) => ({ ...span }));
  const grown = columns.map((column) => ({ ...column }));
  let shared = 0;
  for (const { x0, x1 } of spans) {
    const met = grown.filter((column) => x0 < column.x1 + NEAR * size && x1 > column.x0 - NEAR * size);
    if (met.length > 1) return null;
    if (met.length === 0) {
      if (spans.length === 1) return null;
      grown.push({ x0, x1 });
      continue;
    }
    shared++;
    met[0].x0 = Math.min(met[0].x0, x0);
    met[0].x1 = Math.max(met[0].x1, x1);
  }
  const apart = grown.sort((a, b) => a.x0 - b.x0).every((column, at) => at === 0 || column.x0 > grown[at - 1].x1);
  return shared > 0 && apart ? grown : null;
}

function tableOf(page: number, bands: readonly Band[], columns: readonly Span[]): Table {
  const rows = rowsIn(bands, columns);
  const cells = rows.flatMap((segments, row) => cellsOf(page, row, segments, columns));
  return {
    page,
    x0: columns[0].x0,
    x1: columns[columns.length - 1].x1,
    top: bands[0].top,
    bottom: bands[bands.length - 1].bottom,
    edges: columns.map(({ x0 }) => x0),
    rows: rows.length,
    cells,
    ruled: false,
  };
}

function cellsOf(page: number, row: number, segments: readonly Segment[], columns: readonly Span[]): Cell[] {
  return columns.flatMap(({ x0, x1 }, column) => {
    const inside = segments.filter((segment) => segment.x0 >= x0 - 1 && segment.x1 <= x1 + 1);
    return inside.length === 0 ? [] : [{ page, row, column, height: 1, x0, x1, lines: groupRows(inside).map(joined) }];
  });
}

/** The rows of the table: parted at the clearer gaps; where all are alike, at every line that fills the first column. */
function rowsIn(bands: readonly Band[], columns: readonly Span[]): Segment[][] {
  const gaps = bands.slice(1).map((band, at) => band.top - bands[at].bottom);
  const limit = clearest([...gaps].sort((a, b) => a - b));
  const rows = [[...bands[0].segments]];
  bands.slice(1).forEach((band, at) => {
    const begins = limit === null ? band.spans[0].x0 < columns[0].x1 : gaps[at] > limit;
    if (begins) rows.push([...band.segments]);
    else rows[rows.length - 1].push(...band.segments);
  });
  return rows;
}

/** The gap that parts small ones from large ones; null when all are about the same. */
function clearest(gaps: readonly number[]): number | null {
  let best: { ratio: number; limit: number } | null = null;
  for (let at = 1; at < gaps.length; at++) {
    const ratio = gaps[at] / Math.max(gaps[at - 1], 0.5);
    if (ratio > CLEARER && (best === null || ratio > best.ratio))
      best = { ratio, limit: (gaps[at] + gaps[at - 1]) / 2 };
  }
  return best === null ? null : best.limit;
}
