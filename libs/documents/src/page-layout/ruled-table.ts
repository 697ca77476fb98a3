import type { Cell, Piece, Rule, Table } from './page-content';
import { extent, gridsOf, roomAt, type Grid } from './ruled-grid';
import { rowsOf } from './rows';

/** A page of more grids than this is a drawing. */
const MOST_TABLES = 50;

/** The tables drawn with lines on a page, and the pieces of text that stand in none of them. */
export function ruledTables(
  page: number,
  pieces: readonly Piece[],
  rules: readonly Rule[],
): { tables: Table[]; rest: Piece[] } {
  let rest = [...pieces];
  const tables: Table[] = [];
  for (const grid of gridsOf(rules).slice(0, MOST_TABLES)) {
    const held = new Map<number, Piece[]>();
    const outside: Piece[] = [];
    for (const piece of rest) {
      const room = roomAt(grid, piece.x + piece.width / 2, piece.y - piece.size * 0.35);
      if (room === null) {
        outside.push(piece);
        continue;
      }
      const inside = held.get(room);
      if (inside === undefined) held.set(room, [piece]);
      else inside.push(piece);
    }
    const filled = [...held.values()].filter((inside) => inside.some(({ text }) => text.trim() !== ''));
    // A box around text is no table.
    if (filled.length < 2) continue;
    rest = outside;
    tables.push(tableOf(page, grid, held));
  }
  return { tables, rest };
}

function tableOf(page: number, grid: Grid, held: ReadonlyMap<number, Piece[]>): Table {
  const columns = grid.xs.length - 1;
  const spans = new Map<number, { left: number; right: number; bottom: number }>();
  grid.rooms.forEach((room, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const { left, right, bottom } = spans.get(room) ?? { left: column, right: column, bottom: row };
    spans.set(room, {
      left: Math.min(left, column),
      right: Math.max(right, column),
      bottom: Math.max(bottom, row),
    });
  });
  const cells = [...spans].map(([room, { left, right, bottom }]): Cell => {
    const row = Math.floor(room / columns);
    const lines = rowsOf(held.get(room) ?? []);
    return { page, row, column: left, height: bottom - row + 1, x0: grid.xs[left], x1: grid.xs[right + 1], lines };
  });
  return { page, ...extent(grid), edges: grid.xs, rows: grid.ys.length - 1, cells: inOrder(cells), ruled: true };
}

function inOrder(cells: Cell[]): Cell[] {
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}
