/** A rectangle of merged cells; rows and columns count from 0, the last ones belong to it. Its text stands in its first cell. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet as rows of text; `rows[0]` is row 1. A CSV file is one sheet without a name. */
export interface TextSheet {
  name: string;
  /** What a reader sees in each cell, '' where there is nothing; short rows end early. */
  rows: string[][];
  merges: Merge[];
  /** The sheet itself is hidden. */
  hidden: boolean;
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
}

/** How much a workbook may hold. */
export interface SheetLimits {
  /** Rows of all sheets together that hold anything. */
  rows: number;
  /** The last row of a sheet that may hold anything. */
  lastRow: number;
  /** Cells of all merged rectangles of a sheet. */
  mergedCells: number;
}

/** Columns beyond are not read. */
export const MOST_COLUMNS = 256;

/** A table that cannot be read. `quotes`: a CSV text whose quotes do not pair, at `line` when it is known. */
export class TableError extends Error {
  constructor(
    readonly reason: 'damaged' | 'rows' | 'merges' | 'quotes',
    readonly line?: number,
  ) {
    super(reason);
    this.name = 'TableError';
  }
}

/** The rows with the text of a merged rectangle in each of its cells, for readers that look at one row at a time. */
export function unmerged({ rows, merges }: TextSheet): string[][] {
  const filled = rows.map((row) => [...row]);
  for (const { top, left, bottom, right } of merges) {
    const text = rows[top]?.[left] ?? '';
    if (text === '') continue;
    for (let row = top; row <= Math.min(bottom, filled.length - 1); row++) {
      for (let column = left; column <= Math.min(right, MOST_COLUMNS - 1); column++) {
        while (filled[row].length < column) filled[row].push('');
        filled[row][column] = text;
      }
    }
  }
  return filled;
}
