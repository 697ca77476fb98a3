import { unmerged, type TextSheet } from '#documents/workbook/text-sheet';
import { headWords, isLedgerHead, isSerial } from './fields';

/** A row of a ledger: its number as a spreadsheet shows it, and its cells by column. */
export interface TableRow {
  row: number;
  cells: string[];
  /** The heading 一、经济发展 that it stands under. */
  group: string | null;
}

/** The table of a sheet, with what stands around it left out. */
export interface LedgerTable {
  sheet: string;
  /** The line above the table. */
  title: string;
  /** The last row of the head, from 1. */
  headRow: number;
  /** Columns that are seen: where they stand, from 0, and their head; two rows of it as 责任分工/牵头单位. */
  columns: { at: number; head: string }[];
  rows: TableRow[];
  /** Rows with content that are hidden from view and not read. */
  hiddenRows: number;
}

/** The head stands within so many rows. */
const HEAD_WITHIN = 30;
const LONGEST_HEAD = 40;
const NOTE =
  /^[（(]?(?:注|说明|附注|填表|填报|制表|审核|审签|联系电话|单位负责人|主要负责人签字)[^，。]{0,8}[：:)）]|^(?:注|备注)[：:\d]/;
const TOTAL = /^(?:合|总|共|小)[\s\u3000]*计/;
const LABELLED = /^[^：:]{1,10}[：:]/;
const GROUP = /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|^第[一二三四五六七八九十]{1,3}[章节部类]/;

/** Spaces around a cell and characters that nobody sees; the line ends within it stay. */
const clean = (cell: string): string =>
  cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\P{Cc}\n]|\u00a0/gu, ' ')
    .replace(/[ \u3000]*\n[\s\u3000]*/g, '\n')
    .trim()
    .normalize('NFC');

const filled = (cells: readonly string[]): string[] => cells.filter((cell) => cell !== '');
const different = (cells: readonly string[]): string[] => [...new Set(filled(cells))];

/** The table of a sheet; null when no row names columns as ledgers do. `headRow`: where a person says that the head ends, from 1. */
export function ledgerTable(sheet: TextSheet, headRow?: number): LedgerTable | null {
  const rows = unmerged(sheet).map((cells) => cells.map(clean));
  const head = headRow === undefined ? headOf(rows, sheet) : headAt(rows, sheet, headRow - 1);
  if (head === null) return null;
  const { top, bottom } = head;
  const width = Math.max(...rows.map(({ length }) => length), 0);
  const below = rows.slice(bottom + 1);
  const columns = Array.from({ length: width }, (_, at) => ({ at, head: headText(rows, top, bottom, at) })).filter(
    (column) =>
      !sheet.hiddenColumns.has(column.at) &&
      (column.head !== '' || below.some((cells) => (cells[column.at] ?? '') !== '')),
  );
  const hidden = [...sheet.hiddenRows].filter((at) => at > bottom && filled(rows[at] ?? []).length > 0);
  return {
    sheet: clean(sheet.name),
    title: rows.slice(0, top).flatMap(different)[0] ?? '',
    headRow: bottom + 1,
    columns,
    rows: dataRows(rows, sheet, { top, bottom }),
    hiddenRows: hidden.length,
  };
}

interface Head {
  top: number;
  bottom: number;
}

/** The row among the first that names most columns, the upper one of equals, with the rows that belong to it. */
function headOf(rows: readonly string[][], sheet: TextSheet): Head | null {
  let best = { at: -1, known: 1 };
  rows.slice(0, HEAD_WITHIN).forEach((cells, at) => {
    const names = different(cells);
    if (sheet.hiddenRows.has(at) || names.some((name) => name.length > LONGEST_HEAD)) return;
    const known = names.filter(isLedgerHead).length;
    if (known > best.known && known * 2 >= names.length) best = { at, known };
  });
  return best.at < 0 ? null : headAt(rows, sheet, best.at);
}

/** The head that row `at` is a part of: rows merged with it, and the one that names the parts of a group (责任分工 → 牵头单位, 配合单位). */
function headAt(rows: readonly string[][], sheet: TextSheet, at: number): Head | null {
  if (at < 0 || at >= rows.length) return null;
  const across = sheet.merges.filter(({ top, bottom }) => top <= at && at <= bottom);
  const top = Math.min(at, ...across.map((merge) => merge.top));
  let bottom = Math.max(at, ...across.map((merge) => merge.bottom));
  const next = filled(rows[bottom + 1] ?? []);
  const groups = sheet.merges.some(({ top: row, left, right }) => row === bottom && right > left);
  const emptyBelow = rows[bottom].some((cell, column) => cell === '' && (rows[bottom + 1]?.[column] ?? '') !== '');
  const parts = next.length >= 2 && next.every((cell) => isLedgerHead(cell) || rows[bottom].includes(cell));
  if (bottom === at && parts && (groups || emptyBelow) && !sameCells(rows[bottom], rows[bottom + 1])) bottom += 1;
  return { top, bottom };
}

function headText(rows: readonly string[][], top: number, bottom: number, at: number): string {
  const parts = rows.slice(top, bottom + 1).map((cells) => headWords((cells[at] ?? '').replaceAll('/', '、')));
  return different(parts).join('/');
}

/** Rows that speak of tasks: without empty ones, notes, sums, a head that is repeated on every page, and headings of groups. */
function dataRows(rows: readonly string[][], sheet: TextSheet, { top, bottom }: Head): TableRow[] {
  const heads = rows.slice(top, bottom + 1);
  const serials = rows[bottom].flatMap((cell, at) => (isSerial(cell) ? [at] : []));
  const found: TableRow[] = [];
  let group: string | null = null;
  rows.forEach((cells, at) => {
    if (at <= bottom || sheet.hiddenRows.has(at)) return;
    const said = filled(cells.filter((_, column) => !serials.includes(column)));
    const [first] = filled(cells);
    if ((said.length === 0 && isNumber(first ?? '')) || heads.some((head) => sameCells(head, cells))) return;
    if (TOTAL.test(first) || NOTE.test(first) || filled(cells).every((cell) => LABELLED.test(cell) && cell.length < 30))
      return;
    const names = different(cells);
    const wide = sheet.merges.some((merge) => merge.top === at && merge.right > merge.left);
    if (names.length === 1 && (wide || GROUP.test(first))) {
      group = first;
      return;
    }
    found.push({ row: at + 1, cells, group });
  });
  return found;
}

/** A number and nothing else: a row that was numbered but never filled in. */
const isNumber = (cell: string): boolean => /^[^\p{L}]*$|^[（(]?[一二三四五六七八九十]+[）)、.．]?$/u.test(cell);

function sameCells(one: readonly string[], other: readonly string[]): boolean {
  const said = filled(other);
  return said.length >= 2 && other.every((cell, at) => cell === '' || headWords(cell) === headWords(one[at] ?? ''));
}
