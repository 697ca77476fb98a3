import { continuesCell, padOf } from './cell-text';
import type { Block, Cell, Table } from './page-content';

/** In points: how far columns of one table may lie apart on two pages, after the margins of left and right pages are made even. */
const SAME_EDGE = 4;
/** A head that is repeated has at most this many rows. */
const HEAD_ROWS = 4;

/** Joins the tables that a page break parted: same columns, nothing between. A head that is repeated goes. */
export function joinTables(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1)?.table;
    if (block.table !== undefined && before !== undefined && goesOn(before, block.table)) {
      joined[joined.length - 1] = { table: before };
      append(before, block.table);
    } else if (block.table !== undefined) joined.push({ table: { ...block.table, cells: [...block.table.cells] } });
    else joined.push(block);
  }
  return joined;
}

function goesOn(table: Table, next: Table): boolean {
  const last = table.cells.at(-1)?.page ?? table.page;
  if (next.page !== last + 1 || table.edges.length !== next.edges.length || table.ruled !== next.ruled) return false;
  const shift = next.edges[0] - table.edges[0];
  const tolerance = table.ruled ? SAME_EDGE : SAME_EDGE * 4;
  return table.edges.every((edge, at) => Math.abs(next.edges[at] - edge - shift) < tolerance);
}

function append(table: Table, next: Table): void {
  const heads = repeatedRows(table, next);
  const rows = rowsBy(next.cells.filter(({ row }) => row >= heads));
  const first = rows[0] ?? [];
  const offset = table.rows - heads;
  const split = isRestOfRow(table, first);
  for (const cell of rows.flat()) {
    if (split && cell.row === first[0].row) addLines(table, cell);
    else if (cell.row === first[0].row && isCovered(table, cell)) continue;
    else table.cells.push({ ...cell, row: cell.row + offset - (split ? 1 : 0) });
  }
  table.rows += next.rows - heads - (split ? 1 : 0);
}

/** How many rows at the top of the next page only repeat those at the top of the table. */
function repeatedRows(table: Table, next: Table): number {
  let row = 0;
  while (row < HEAD_ROWS && row < next.rows - 1 && row < table.rows) {
    const [one, other] = [textsOfRow(table, row), textsOfRow(next, row)];
    if (one === '' || one !== other) break;
    row++;
  }
  return row;
}

function textsOfRow(table: Table, row: number): string {
  const cells: string[] = [];
  for (const cell of table.cells) {
    if (cell.row > row) break;
    if (cell.row === row) cells.push(`${cell.column} ${cell.lines.map(({ text }) => text).join('')}`);
  }
  return cells.some((text) => !/^\d+ $/.test(text)) ? cells.join('\n') : '';
}

function rowsBy(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    if (row !== undefined && row[0].row === cell.row) row.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** Whether a page break went through a row: its first cell has said all, and every other one goes on in the middle of a line. */
function isRestOfRow(table: Table, first: readonly Cell[]): boolean {
  const pad = padOf(table);
  const filled = first.filter(({ lines }) => lines.length > 0);
  if (filled.length === 0 || filled[0].column === 0) return false;
  return filled.every((cell) => {
    const above = cellAbove(table, cell.column);
    return above !== undefined && continuesCell(above, cell, pad);
  });
}

/** Whether an empty cell at the top of a page is the rest of a merged one that the page break parted. */
function isCovered(table: Table, cell: Cell): boolean {
  if (cell.lines.length > 0) return false;
  const above = table.cells.findLast((one) => one.column === cell.column);
  return above !== undefined && above.row + above.height >= table.rows && (above.height > 1 || cell.height > 1);
}

function addLines(table: Table, cell: Cell): void {
  const above = cellAbove(table, cell.column);
  if (above === undefined) return;
  const shift = above.x0 - cell.x0;
  const lines = cell.lines.map((line) => ({ ...line, x0: line.x0 + shift, x1: line.x1 + shift }));
  above.lines = [...above.lines, ...lines];
}

function cellAbove(table: Table, column: number): Cell | undefined {
  return table.cells.findLast((cell) => cell.row === table.rows - 1 && cell.column === column);
}
