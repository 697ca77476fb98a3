import { wordsOf } from './html-text';
import { attribute, childElements, firstOf, type HtmlElement } from './html-tree';

/**
 * A cell of a table and where it begins, spans of the cells before it counted. A cell alone in its row over several columns, above the
 * table proper or below it, is a line and has no place: a title, a note.
 */
export interface TableCell {
  cell: HtmlElement;
  place?: { row: number; column: number };
}

/** Columns beyond are not counted any more. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;
/** A cell that holds so much, and nearly all of its table, is a page and not a cell. */
const ARTICLE = 1000;
const NEARLY_ALL = 0.8;

/**
 * Whether a table holds data. One that holds tables, that has a single column, or one cell of which holds a whole article,
 * only lays out the page.
 */
export function isDataTable(table: HtmlElement): boolean {
  if (attribute(table, 'role') === 'presentation') return false;
  const rows = rowsOf(table);
  if (!rows.some((row) => cellsOf(row).length > 1) || rows.length < 2) return false;
  let all = 0;
  let longest = 0;
  for (const cell of rows.flatMap(cellsOf)) {
    if (firstOf(cell, 'table') !== undefined) return false;
    const { length } = wordsOf(cell);
    all += length;
    longest = Math.max(longest, length);
  }
  return longest < ARTICLE || longest < all * NEARLY_ALL;
}

/** The cells of a table, row by row; cells under a cell that spans rows do not exist. */
export function tableCells(table: HtmlElement): TableCell[] {
  const found: TableCell[] = [];
  /** For each column the first row that is free again. */
  const free: number[] = [];
  const rows = rowsOf(table);
  const first = rows.findIndex((row) => !isLine(row));
  const last = rows.findLastIndex((row) => !isLine(row));
  rows.forEach((tableRow, at) => {
    if (at < first || at > last) {
      found.push(...cellsOf(tableRow).map((cell) => ({ cell })));
      return;
    }
    const row = at - first;
    let column = 0;
    for (const cell of cellsOf(tableRow)) {
      while ((free[column] ?? 0) > row) column++;
      found.push({ cell, place: { row, column } });
      const width = span(cell, 'colspan', MOST_COLUMNS);
      const height = attribute(cell, 'rowspan')?.trim() === '0' ? rows.length : span(cell, 'rowspan', MOST_ROWS);
      const end = Math.min(column + width, MOST_COLUMNS);
      for (let at = column; at < end; at++) free[at] = row + height;
      column += width;
    }
  });
  return found;
}

function isLine(row: HtmlElement): boolean {
  const cells = cellsOf(row);
  return (
    cells.length === 0 ||
    (cells.length === 1 && cells[0].tagName === 'td' && span(cells[0], 'colspan', MOST_COLUMNS) > 1)
  );
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return childElements(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    const isGroup = child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot';
    return isGroup ? childElements(child).filter(({ tagName }) => tagName === 'tr') : [];
  });
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return childElements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function span(cell: HtmlElement, name: string, most: number): number {
  const stated = parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(stated) || stated < 1 ? 1 : Math.min(stated, most);
}
