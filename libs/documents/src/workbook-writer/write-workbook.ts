import type { Writable } from 'node:stream';
import { stream, type Borders, type Cell, type Row, type Worksheet } from 'exceljs';
import type { WrittenCell, WrittenColumn } from '../written-table';
import { harmlessText } from './harmless-text';

export interface WrittenSheet {
  name: string;
  title: string;
  /** What the rows are, and of when. */
  subtitle: string;
  columns: readonly WrittenColumn[];
  rows: AsyncIterable<readonly WrittenCell[]>;
}

const TITLE_ROW = 1;
const SUBTITLE_ROW = 2;
const HEAD_ROW = 3;
/** ISO/IEC 29500 ST_PaperSize. */
const A4 = 9;
/** A Chinese character takes two of the characters in which Excel counts a column's width. */
const CHARACTER = 2;
const INCH = 25.4;
/** Points of a line of 11 point type, and the most that a row of Excel may have. */
const LINE_HEIGHT = 16;
const MOST_HEIGHT = 409;

const LINE = { style: 'thin', color: { argb: 'FFBFC6D0' } } as const;
const FRAME: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** Writes sheets one after the other into `out`, row by row: nothing is held but the row at hand. Ends `out`. */
export async function writeWorkbook(out: Writable, title: string, sheets: readonly WrittenSheet[]): Promise<void> {
  const workbook = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  workbook.title = title;
  for (const written of sheets) {
    const sheet = workbook.addWorksheet(written.name, {
      views: [{ state: 'frozen', ySplit: HEAD_ROW }],
      pageSetup: {
        paperSize: A4,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
        margins: {
          left: 15 / INCH,
          right: 15 / INCH,
          top: 18 / INCH,
          bottom: 18 / INCH,
          header: 8 / INCH,
          footer: 8 / INCH,
        },
      },
      headerFooter: { oddFooter: '&C— &P —' },
    });
    sheet.columns = written.columns.map(({ width }) => ({ width: width * CHARACTER + 2 }));
    writeHead(sheet, written);
    let last = HEAD_ROW;
    for await (const cells of written.rows) {
      writeRow(sheet.getRow(++last), written.columns, cells);
    }
    sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: last, column: written.columns.length } };
    sheet.commit();
  }
  await workbook.commit();
}

function writeHead(sheet: Worksheet, { title, subtitle, columns }: WrittenSheet): void {
  const lines = [
    { row: TITLE_ROW, text: title, font: { name: '方正小标宋简体', size: 18 }, height: 34 },
    { row: SUBTITLE_ROW, text: subtitle, font: { name: '宋体', size: 10, color: { argb: 'FF5F6875' } }, height: 20 },
  ];
  for (const { row, text, font, height } of lines) {
    sheet.mergeCells(row, 1, row, columns.length);
    const cell = sheet.getCell(row, 1);
    cell.value = harmlessText(text);
    Object.assign(cell, { font, alignment: { horizontal: 'center', vertical: 'middle' } });
    Object.assign(sheet.getRow(row), { height }).commit();
  }
  const head = sheet.getRow(HEAD_ROW);
  head.height = 24;
  columns.forEach(({ title: name }, index) => {
    const cell = head.getCell(index + 1);
    cell.value = name;
    cell.font = { name: '黑体', size: 11 };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDF1F6' } };
    cell.border = FRAME;
  });
  head.commit();
}

function writeRow(row: Row, columns: readonly WrittenColumn[], cells: readonly WrittenCell[]): void {
  columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    const { text, colour } = cells[index];
    writeValue(cell, column, text);
    cell.font = { name: '仿宋_GB2312', size: 11, ...(colour && { color: { argb: `FF${colour.ink}` } }) };
    const horizontal = column.kind || column.centred ? 'center' : 'left';
    cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
    cell.border = FRAME;
    if (colour) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colour.ground}` } };
  });
  // Said outright: not every program fits a row to its wrapped text when it opens the file.
  const lines = Math.max(...cells.map(({ text }, index) => linesOf(text, columns[index].width)));
  row.height = Math.min(lines * LINE_HEIGHT + 8, MOST_HEIGHT);
  row.commit();
}

/** Lines that a text takes in a column of so many Chinese characters; others are half as wide. */
function linesOf(text: string, width: number): number {
  const wide = (line: string) => line.replace(/[\u0000-\u02ff]/g, '').length;
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((line.length + wide(line)) / 2 / width)))
    .reduce((sum, lines) => sum + lines, 0);
}

/** Days and percentages as such, so that they can be sorted and reckoned with; all else as text, which stays one when it is edited. */
function writeValue(cell: Cell, { kind }: WrittenColumn, text: string): void {
  if (kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(text)) {
    // exceljs takes the day from UTC.
    cell.value = new Date(`${text}T00:00:00Z`);
    cell.numFmt = 'yyyy-mm-dd';
  } else if (kind === 'percent' && /^\d+%$/.test(text)) {
    cell.value = parseInt(text, 10) / 100;
    cell.numFmt = '0%';
  } else {
    cell.value = harmlessText(text);
    cell.numFmt = '@';
  }
}
