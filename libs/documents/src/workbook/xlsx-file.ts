import { XmlError } from '../archive/xml-tree';
import type { DocumentError, ReadParts } from '../document.types';
import type { ArchiveInput, ArchiveReader } from '../reader';
import { refuse } from '../refusals';
import { SheetParagraphs } from './sheet-paragraphs';
import { TableError, type SheetLimits, type TextSheet } from './text-sheet';
import { xlsxSheets } from './xlsx-sheets';

/** What a report in a workbook may hold. */
export const REPORT_SHEETS: SheetLimits = { rows: 50_000, lastRow: 200_000, mergedCells: 200_000 };

/** Workbooks of Excel and what WPS writes as one: the tables of all sheets that are seen. */
export const xlsxReader: ArchiveReader = {
  fits: (archive) => archive.has('xl/workbook.xml'),
  read: readXlsx,
};

function readXlsx({ archive, name }: ArchiveInput): ReadParts {
  try {
    const sheets = xlsxSheets(archive, REPORT_SHEETS);
    const seen = sheets.filter(({ hidden }) => !hidden);
    const reading = new SheetParagraphs();
    for (const sheet of seen) reading.add(sheet);
    if (reading.paragraphs.length === 0) {
      throw refuse('document.no-text', `${name}的工作表中没有可见的文字；请检查是否选错文件，或取消隐藏后再试。`);
    }
    const notes = [...hiddenSheets(sheets), ...seen.flatMap(hiddenPlaces)];
    return { format: 'xlsx', paragraphs: reading.paragraphs, ...(notes.length > 0 && { notes }) };
  } catch (error) {
    throw error instanceof TableError ? refusalOf(error, name) : isBroken(error) ? damaged(name) : error;
  }
}

function isBroken(error: unknown): boolean {
  return error instanceof XmlError && error.reason === 'broken';
}

function damaged(name: string): DocumentError {
  return refuse('document.damaged', `${name}已损坏，无法打开；请用 Excel 或 WPS 打开并重新另存为 .xlsx 后再试。`);
}

/** The refusal of a table that cannot be read. */
export function refusalOf({ reason }: TableError, name: string): DocumentError {
  if (reason === 'rows' || reason === 'merges') {
    const what = reason === 'rows' ? '表格过大' : '合并的单元格过多';
    return refuse('document.too-complex', `${name}中${what}，无法读取；请拆成几个文件后再试。`);
  }
  return damaged(name);
}

function hiddenSheets(sheets: readonly TextSheet[]): string[] {
  const names = sheets.filter(({ hidden }) => hidden).map(({ name }) => `“${name}”`);
  return names.length === 0 ? [] : [`隐藏的工作表${names.join('、')}未读取。`];
}

/** How much of a sheet that is seen is hidden from view. */
function hiddenPlaces({ name, rows, hiddenRows, hiddenColumns }: TextSheet): string[] {
  const filledRows = [...hiddenRows].filter((row) => (rows[row]?.length ?? 0) > 0).length;
  const filledColumns = [...hiddenColumns].filter((column) => rows.some((row) => (row[column] ?? '') !== '')).length;
  const what = [filledRows > 0 && `${filledRows} 行`, filledColumns > 0 && `${filledColumns} 列`].filter(Boolean);
  return what.length === 0 ? [] : [`工作表“${name}”中隐藏的 ${what.join('、')}未读取。`];
}
