import type { Cell, Segment, Table } from './page-content';
import { groupRows } from './rows';
import { joined } from './segments';

/** A table that nobody ruled has at least this many lines of several runs, in columns this far apart (in sizes of the type). */
const LINES = 3;
const APART = 0.8;
/** Lines further apart than this are not of one table; in sizes of the type. */
const FAR = 4;
/** More is no table, or one that goes on in another. */
const MOST_ROWS = 1000;
const MOST_COLUMNS = 60;
/** Rows of cells stand apart more clearly than the lines in a cell. */
const CLEARER = 1.4;

interface Span {
  x0: number;
  x1: number;
}

/** Parts rows of segments into tables and single lines: where several lines share the same columns, they are a table. */
export function alignedTables(page: number, rows: readonly Segment[][]): (Table | Segment)[] {
  const found: (Table | Segment)[] = [];
  let at = 0;
  while (at < rows.length) {
    const taken = tableAt(rows, at);
    if (taken === null) {
      found.push(joined(rows[at]));
      at++;
    } else {
      found.push(tableOf(page, rows.slice(at, at + taken.length), taken.columns));
      at += taken.length;
    }
  }
  return found;
}

/** The table that begins with a row: how many rows it takes, and its columns. */
function tableAt(rows: readonly Segment[][], from: number): { length: number; columns: Span[] } | null {
  if (rows[from].length < 2 || rows[from].length > MOST_COLUMNS) return null;
  let columns: Span[] = [];
  let several = 0;
  let length = 0;
  let kept = { several: 0, length: 0, columns };
  for (let at = from; at < rows.length && length < MOST_ROWS; at++) {
    const row = rows[at];
    if (at > from && row[0].y - rows[at - 1][0].y > FAR * row[0].size) break;
    const next = withRow(columns, row, at === from);
    if (next === null) break;
    columns = next;
    length++;
    if (row.length > 1) {
      several++;
      kept = { several, length, columns };
    }
    // A last cell may go on below the last line that has several.
    else if (row[0].y - rows[at - 1][0].y < 2 * row[0].size && row[0].x0 > columns[0].x1) kept = { several, length, columns };
  }
  return kept.several >= LINES && kept.columns.length > 1 ? kept : null;
}

/** The columns after one more row; null when the row does not fit: it bridges columns, or has none of them. */
function withRow(columns: readonly Span[], row: readonly Segment[], first: boolean): Span[] | null {
  if (first) return row.map(({ x0, x1 }) => ({ x0, x1 }));
  if (row.length > MOST_COLUMNS) return null;
  const grown = columns.map((column) => ({ ...column }));
  let shared = 0;
  for (const { x0, x1, size } of row) {
    const met = grown.filter((column) => x0 < column.x1 + APART * size && x1 > column.x0 - APART * size);
    if (met.length > 1) return null;
    if (met.length === 0) {
      if (row.length === 1) return null;
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

function tableOf(page: number, rows: readonly Segment[][], columns: readonly Span[]): Table {
  const segments = rows.flat();
  const starts = rowStarts(rows);
  const held = new Map<string, Segment[]>();
  for (const segment of segments) {
    const row = starts.findLastIndex((start) => segment.y >= start);
    const middle = (segment.x0 + segment.x1) / 2;
    const column = columns.findIndex(({ x0, x1 }) => middle >= x0 - 1 && middle <= x1 + 1);
    const key = `${row}:${column}`;
    const inside = held.get(key);
    if (inside === undefined) held.set(key, [segment]);
    else inside.push(segment);
  }
  const cells = [...held].map(([key, inside]): Cell => {
    const [row, column] = key.split(':').map(Number);
    return { page, row, column, x0: columns[column].x0, x1: columns[column].x1, lines: groupRows(inside).map(joined) };
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const [first, last] = [segments[0], segments[segments.length - 1]];
  return {
    page,
    x0: columns[0].x0,
    x1: columns[columns.length - 1].x1,
    top: first.y - first.size,
    bottom: last.y,
    edges: columns.map(({ x0 }) => x0),
    rows: starts.length,
    cells,
    ruled: false,
  };
}

/** The heights at which the rows of the table begin: at the clearer gaps; where all are alike, at every line that does not leave the first column free. */
function rowStarts(rows: readonly Segment[][]): number[] {
  const gaps = rows.slice(1).map((row, at) => {
    const above = rows.slice(Math.max(0, at - 2), at + 1).flat();
    return row.reduce((most, { y, size }) => Math.max(most, y - size), 0) - above.reduce((most, { y }) => Math.max(most, y), 0);
  });
  const real = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  const limit = clearest(real);
  const starts = [-Infinity];
  const left = rows.flat().reduce((least, { x0 }) => Math.min(least, x0), Infinity);
  rows.slice(1).forEach((row, at) => {
    const begins =
      limit !== null ? gaps[at] > limit : row.length > 1 || row[0].x0 < left + row[0].size;
    if (begins) starts.push(row[0].y - row[0].size * 0.3);
  });
  return starts;
}

/** The gap that parts small ones from large ones; null when all are about the same. */
function clearest(gaps: readonly number[]): number | null {
  let best: { ratio: number; limit: number } | null = null;
  for (let at = 1; at < gaps.length; at++) {
    const ratio = gaps[at] / Math.max(gaps[at - 1], 0.5);
    if (ratio > CLEARER && (best === null || ratio > best.ratio)) best = { ratio, limit: (gaps[at] + gaps[at - 1]) / 2 };
  }
  return best === null ? null : best.limit;
}
