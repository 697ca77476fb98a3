import type { Paragraph } from '../document.types';
import { gridOf, type Grid, type GridRow } from './sheet-grid';
import { mayBeHead } from './table-head';
import { TableError, type TextSheet } from './text-sheet';

/** So many cells, empty ones counted, are the most that is read of one file. */
const MOST_CELLS = 600_000;
const LONGEST_TITLE = 60;

/** 填报单位：区教育局, 注：……: a line beside a table that says by whom or what about it. */
const LABELLED = /^[^：:。；]{1,12}[：:]/;
const NOTE = /^[（(]?(?:注|备注|说明|附注)|^[*※]/;
const ATTACHMENT = /^附[件表][\s　]*[\d一二三四五六七八九十]*[：:]?$/;
const DAY = /^(?:19|20)\d\d[年/.-]/;

/**
 * Sheets as paragraphs in reading order. Lone cells above a table are lines of their own, the first of them its title; lone cells with a
 * label below it are its notes; between them stand the table's cells, empty ones too. An empty row ends a table, unless what follows has
 * no head of its own: then the table goes on.
 */
export class SheetParagraphs {
  readonly paragraphs: Paragraph[] = [];
  private tables = 0;

  /** Throws TableError `rows` when the tables are larger than can be read. */
  add(sheet: TextSheet): void {
    const grid = gridOf(sheet);
    let open: OpenTable | null = null;
    blocksOf(grid.rows).forEach((rows, at) => {
      open = this.block(rows, grid, at === 0 ? 0 : 1, open);
    });
  }

  private block(rows: GridRow[], grid: Grid, heading: number, open: OpenTable | null): OpenTable | null {
    const from = tableStart(rows);
    const above = rows.slice(0, from);
    const title = above.find(isTitle);
    for (const row of above) this.lines(row, row === title ? heading : undefined);
    if (from === rows.length) return open;
    const head = rows[from].cells.map(({ text }) => text);
    const goesOn = open !== null && from === 0 && !mayBeHead(head);
    const to = tableEnd(rows, from, goesOn);
    const table = goesOn && open !== null ? open : this.begin(rows.slice(from, to));
    for (const row of rows.slice(from, to)) this.row(row, grid, table);
    for (const row of rows.slice(to)) this.lines(row, undefined);
    return table;
  }

  private begin(rows: readonly GridRow[]): OpenTable {
    // A band over the whole width says nothing about how wide the table is.
    const cells = rows.filter((row) => row.cells.length > 1).flatMap((row) => row.cells);
    return {
      table: this.tables++,
      rows: 0,
      left: cells.reduce((least, { column }) => Math.min(least, column), Infinity),
      right: cells.reduce((most, { right }) => Math.max(most, right), 0),
    };
  }

  private row({ cells, covered }: GridRow, { columns }: Grid, table: OpenTable): void {
    const row = table.rows++;
    const texts = new Map(cells.map(({ column, text }) => [column, text]));
    for (const column of columns) {
      const text = texts.get(column);
      const outside = column < table.left || column > table.right;
      if (covered.has(column) || (outside && text === undefined)) continue;
      const cell = { table: table.table, row, column: Math.max(0, column - table.left) };
      for (const line of text === undefined ? [''] : linesOf(text)) this.push({ text: line, cell });
    }
  }

  private lines({ cells }: GridRow, heading: number | undefined): void {
    for (const text of cells.flatMap((cell) => linesOf(cell.text))) {
      this.push(heading === undefined ? { text } : { text, heading });
    }
  }

  private push(paragraph: Paragraph): void {
    if (this.paragraphs.length >= MOST_CELLS) throw new TableError('rows');
    this.paragraphs.push(paragraph);
  }
}

/** A table that further rows may belong to. */
interface OpenTable {
  table: number;
  rows: number;
  left: number;
  right: number;
}

/** The stretches of rows between empty ones. */
function blocksOf(rows: readonly GridRow[]): GridRow[][] {
  const blocks: GridRow[][] = [[]];
  for (const row of rows) {
    if (row.cells.length > 0 || row.fromAbove) blocks[blocks.length - 1].push(row);
    else if (blocks[blocks.length - 1].length > 0) blocks.push([]);
  }
  return blocks.filter((block) => block.some(({ cells }) => cells.length > 0));
}

/** The first row that is no line above a table; the number of rows when there is no table. */
function tableStart(rows: readonly GridRow[]): number {
  const found = rows.findIndex((row) => row.cells.length > 0 && !isLone(row) && !isForm(row));
  return found < 0 ? rows.length : found;
}

/** The row after the last one of the table. Its notes are lone cells with a label, or as wide as much of the table. */
function tableEnd(rows: readonly GridRow[], from: number, goesOn: boolean): number {
  const width = Math.max(...rows.slice(from, from + 50).map(({ cells }) => cells.length));
  let to = rows.length;
  while (to > from + (goesOn ? 0 : 1) && isNote(rows[to - 1], width)) to--;
  return to;
}

function isLone({ cells, fromAbove }: GridRow): boolean {
  return cells.length === 1 && !fromAbove;
}

/** 填报单位：区教育局 and 2026年9月30日 side by side. */
function isForm({ cells }: GridRow): boolean {
  const labelled = cells.filter(({ text }) => LABELLED.test(text)).length;
  return cells.length > 1 && labelled > 0 && cells.every(({ text }) => LABELLED.test(text) || DAY.test(text));
}

function isNote(row: GridRow, width: number): boolean {
  if (!isLone(row)) return isForm(row);
  const [{ text, column, right }] = row.cells;
  const wide = right > column && right - column + 1 >= width / 2;
  return NOTE.test(text) || wide || (LABELLED.test(text) && column === 0);
}

function isTitle(row: GridRow): boolean {
  if (!isLone(row)) return false;
  const [{ text }] = row.cells;
  const other = LABELLED.test(text) || NOTE.test(text) || ATTACHMENT.test(text);
  return text.length <= LONGEST_TITLE && !other && !/[。；;，,]$/.test(text);
}

/** The lines of a cell without their outer spaces; a cell of several lines has several paragraphs. */
function linesOf(text: string): string[] {
  const lines = text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\u00a0]/gu, ' ').trim())
    .filter((line) => line !== '');
  return lines.length === 0 ? [''] : lines;
}
