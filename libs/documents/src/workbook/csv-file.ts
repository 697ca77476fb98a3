import type { ReadParts } from '../document.types';
import type { TextInput } from '../reader';
import { csvSheet, type Separator } from './csv-sheet';
import { SheetParagraphs } from './sheet-paragraphs';
import { namesColumns } from './table-head';
import { TableError, type TextSheet } from './text-sheet';
import { refusalOf, REPORT_SHEETS } from './xlsx-file';

const SEPARATORS: readonly Separator[] = [',', '\t', ';'];
/** The head of a table stands within so many rows. */
const HEAD_WITHIN = 6;
const FEWEST_COLUMNS = 3;
/** Lines, a cell of several lines has several, and characters of one, that may be its head. */
const LOOKED_AT = 30;
const LONGEST_HEAD = 4000;

/**
 * A table of separated values. Sentences hold commas too, and reports hold some rows set with tabs, so a text is a table only when all its
 * lines have the same number of values, three or more, and one of the first names its columns in the words of official tables. Else null.
 */
export function readCsv({ text, name }: TextInput): ReadParts | null {
  for (const separator of SEPARATORS) {
    if (!hasHead(text, separator) || !isTable(separated(text, separator, HEAD_WITHIN))) continue;
    const sheet = separated(text, separator, REPORT_SHEETS.lastRow + 1);
    if (sheet === null || !isTable(sheet)) continue;
    return { format: 'csv', paragraphs: paragraphsOf(sheet, name) };
  }
  return null;
}

/** A first look at single lines, quotes aside, that spares ordinary texts the reading as a table. */
function hasHead(text: string, separator: Separator): boolean {
  let from = 0;
  for (let line = 0; line < LOOKED_AT && from < text.length; line++) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const cells = to - from > LONGEST_HEAD ? [] : text.slice(from, to).replaceAll('"', '').split(separator);
    if (cells.length >= FEWEST_COLUMNS && namesColumns(cells)) return true;
    from = to + 1;
  }
  return false;
}

/** Null when quotes do not pair: then it is no table of this kind. */
function separated(text: string, separator: Separator, most: number): TextSheet | null {
  try {
    return csvSheet(text, separator, most);
  } catch (error) {
    if (error instanceof TableError) return null;
    throw error;
  }
}

function isTable(sheet: TextSheet | null): boolean {
  const rows = sheet?.rows.filter((row) => row.length > 1 || row[0].trim() !== '') ?? [];
  if (rows.length < 2 || rows[0].length < FEWEST_COLUMNS) return false;
  return rows.every(({ length }) => length === rows[0].length) && rows.slice(0, HEAD_WITHIN).some(namesColumns);
}

function paragraphsOf(sheet: TextSheet, name: string): ReadParts['paragraphs'] {
  const reading = new SheetParagraphs();
  try {
    if (sheet.rows.length > REPORT_SHEETS.lastRow) throw new TableError('rows');
    reading.add(sheet);
  } catch (error) {
    throw error instanceof TableError ? refusalOf(error, name) : error;
  }
  return reading.paragraphs;
}
