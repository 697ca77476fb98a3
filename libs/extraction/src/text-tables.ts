import { isColumnHead } from './table-columns';
import type { Line } from './lines';

/** Cells of a table in running text stand apart by a tab, or by three and more spaces. */
const GAP = /\t|[ \u3000]{3,}/;
const GAPS = new RegExp(GAP, 'g');
/** Tables of Word are counted from 0; those found in text from here. */
const FIRST = 100_000;
/** A head row names at least so many columns. */
const FEWEST_HEADS = 3;

/**
 * Tables that were flattened to text (one row a line, cells set apart by tabs or wide gaps) as lines of cells.
 * A table begins with a row of column heads that are known (序号 工作任务 责任单位 完成时限) and ends with the first line that has no gap.
 */
export function withTextTables(lines: readonly Line[]): Line[] {
  if (!lines.some(isHeadRow)) return [...lines];
  const found: Line[] = [];
  let table = FIRST;
  for (let at = 0; at < lines.length; at++) {
    if (!isHeadRow(lines[at])) {
      found.push(lines[at]);
      continue;
    }
    const heads = cellsOf(lines[at]);
    for (let row = 0; at < lines.length && (row === 0 || isRowOf(lines[at], heads)); at++, row++) {
      found.push(...cellLines(lines[at], heads, table, row));
    }
    at--;
    table++;
  }
  return found;
}

interface TextCell {
  text: string;
  start: number;
  end: number;
}

/** The cells of a line; with tabs an empty one keeps its place. */
function cellsOf(line: Line): TextCell[] {
  const cells: TextCell[] = [];
  let from = 0;
  for (const gap of line.raw.matchAll(GAPS)) {
    cells.push(cell(line, from, gap.index));
    from = gap.index + gap[0].length;
  }
  cells.push(cell(line, from, line.raw.length));
  return line.raw.includes('\t') ? cells : cells.filter(({ text }) => text !== '');
}

/** A line of fewer cells is something else: signatures set apart by spaces. */
function isRowOf(line: Line, heads: TextCell[]): boolean {
  return isRow(line) && cellsOf(line).length * 2 > heads.length;
}

function cell({ raw, rawStart }: Line, from: number, to: number): TextCell {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(raw[start])) start++;
  while (end > start && /\s/.test(raw[end - 1])) end--;
  return { text: raw.slice(start, end), start: rawStart + start, end: rawStart + end };
}

function isHeadRow(line: Line): boolean {
  if (line.paragraph.cell !== undefined || line.text.length > 120 || !isRow(line)) return false;
  const cells = cellsOf(line).filter(({ text }) => text !== '');
  return cells.length >= FEWEST_HEADS && cells.filter(({ text }) => isColumnHead(text)).length >= FEWEST_HEADS;
}

function isRow({ raw, paragraph }: Line): boolean {
  if (paragraph.cell !== undefined) return false;
  return GAP.test(raw.trim());
}

/** Without tabs a row that lacks its number goes on with the rows above: its cells stand at the end. */
function cellLines(line: Line, heads: TextCell[], table: number, row: number): Line[] {
  const cells = cellsOf(line);
  const numbered = /^\d{1,3}$/.test(cells[0]?.text ?? '');
  const shift =
    row > 0 && !line.raw.includes('\t') && !numbered && cells.length < heads.length && /序号|编号/.test(heads[0].text)
      ? 1
      : 0;
  // An empty cell of a numbered row is empty; one of a row without a number is covered by the cell above.
  return cells.flatMap(({ text, start, end }, column) =>
    text === '' && !numbered
      ? []
      : [{ ...line, text, start, end, paragraph: { ...line.paragraph, cell: { table, row, column: column + shift } } }],
  );
}
