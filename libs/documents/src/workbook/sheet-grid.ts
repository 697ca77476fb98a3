import { MOST_COLUMNS, type TextSheet } from './text-sheet';

/** A cell that is seen and holds text; a merged one stands where its first visible cell is and reaches to `right`. */
export interface GridCell {
  column: number;
  right: number;
  text: string;
}

/** A visible row: the cells that begin in it, the columns that merged cells cover, and whether one with text reaches into it from above. */
export interface GridRow {
  cells: GridCell[];
  covered: ReadonlySet<number>;
  fromAbove: boolean;
}

/** The rows of a sheet as they are seen: hidden rows and columns left out, merged cells once. `columns` are the visible ones. */
export interface Grid {
  rows: GridRow[];
  columns: number[];
}

const NOTHING: ReadonlySet<number> = new Set();

export function gridOf(sheet: TextSheet): Grid {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = visible(0, width - 1, sheet.hiddenColumns);
  const merged = placed(sheet, width);
  const rows = visible(0, sheet.rows.length - 1, sheet.hiddenRows).map((row) => {
    const covered = merged.covered.get(row) ?? NOTHING;
    const cells = columns.flatMap((column) => {
      if (covered.has(column)) return [];
      const shown = merged.shown.get(row)?.get(column);
      const text = (shown?.text ?? sheet.rows[row][column] ?? '').trim();
      return text === '' ? [] : [{ column, right: shown?.right ?? column, text }];
    });
    return { cells, covered, fromAbove: merged.below.has(row) };
  });
  return { rows, columns };
}

interface Placed {
  /** Where each merged text is shown. */
  shown: Map<number, Map<number, { right: number; text: string }>>;
  /** The columns that merged cells cover, by row. */
  covered: Map<number, Set<number>>;
  /** Rows that a merged text reaches into from above. */
  below: Set<number>;
}

function placed(sheet: TextSheet, width: number): Placed {
  const found: Placed = { shown: new Map(), covered: new Map(), below: new Set() };
  for (const merge of sheet.merges) {
    const text = (sheet.rows[merge.top]?.[merge.left] ?? '').trim();
    const right = Math.min(merge.right, width - 1, MOST_COLUMNS - 1);
    const rows = visible(merge.top, Math.min(merge.bottom, sheet.rows.length - 1), sheet.hiddenRows);
    const columns = visible(merge.left, right, sheet.hiddenColumns);
    if (rows.length === 0 || columns.length === 0) continue;
    for (const row of rows) {
      const cells = found.covered.get(row) ?? new Set<number>();
      found.covered.set(row, cells);
      for (const column of columns) if (row !== rows[0] || column !== columns[0]) cells.add(column);
      if (row !== rows[0] && text !== '') found.below.add(row);
    }
    const row = found.shown.get(rows[0]) ?? new Map<number, { right: number; text: string }>();
    found.shown.set(rows[0], row.set(columns[0], { right, text }));
  }
  return found;
}

function visible(first: number, last: number, hidden: ReadonlySet<number>): number[] {
  const places: number[] = [];
  for (let at = first; at <= last; at++) if (!hidden.has(at)) places.push(at);
  return places;
}
