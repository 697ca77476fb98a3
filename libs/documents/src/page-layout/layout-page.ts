import { alignedTables } from './aligned-table';
import { columnsOf, type Item } from './columns';
import type { Block, PageContent, PageLayout, Region, Rule, Table } from './page-content';
import { ruledTables } from './ruled-table';
import { segmentsOf } from './segments';

/** The lines and tables of one page in reading order. */
export function layoutPage({ number, width, height, pieces, rules }: PageContent): PageLayout {
  // What hangs over the edge of the page is not seen.
  const seen = pieces.filter(({ x, y, width: length }) => x < width && x + length > 0 && y > 0 && y < height * 1.01);
  const { tables, rest } = ruledTables(number, seen, rules);
  const items = [
    ...segmentsOf(rest).map((segment): Item => ({ box: { x0: segment.x0, x1: segment.x1, y: segment.y }, segment })),
    ...tables.map((table): Item => ({ box: { x0: table.x0, x1: table.x1, y: table.top }, table })),
  ];
  // Pages of one shape have the same edges; those of left and right pages of a book may differ.
  const shape = `${Math.round(width)}×${Math.round(height)}/${number % 2}`;
  const whole: Region = { page: number, width, shape, path: '' };
  const blocks = columnsOf(items, whole).flatMap((column) => blocksOf(number, column.items, column.region));
  return { number, width, height, blocks, noteLine: noteLineOf(rules, tables, width) };
}

/** The lowest level line outside tables that is short, as the one above footnotes is. */
function noteLineOf(rules: readonly Rule[], tables: readonly Table[], width: number): number | null {
  let lowest: number | null = null;
  for (const { x0, x1, y0, y1 } of rules) {
    const short = y0 === y1 && x1 - x0 > width * 0.1 && x1 - x0 < width * 0.45 && x0 < width / 3;
    const free = tables.every(({ top, bottom }) => y0 < top - 2 || y0 > bottom + 2);
    if (short && free && (lowest === null || y0 > lowest)) lowest = y0;
  }
  return lowest;
}

function blocksOf(page: number, items: readonly Item[], region: Region): Block[] {
  const ruled = items.flatMap(({ table }) => (table === undefined ? [] : [table])).sort((a, b) => a.top - b.top);
  const blocks: Block[] = [];
  // Between two tables the lines are looked at on their own.
  let from = -Infinity;
  const lines = items.flatMap(({ segment }) => (segment === undefined ? [] : [segment]));
  for (const table of [...ruled, null]) {
    const to = table === null ? Infinity : table.top;
    for (const part of alignedTables(
      page,
      lines.filter(({ y }) => y >= from && y < to),
    )) {
      blocks.push('cells' in part ? { table: part } : { line: { ...part, region } });
    }
    if (table !== null) blocks.push({ table });
    from = to;
  }
  return blocks;
}
