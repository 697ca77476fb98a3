import { parse, CsvError } from 'csv-parse/sync';
import { Workbook, type CellValue } from 'exceljs';
import { decodeText } from '#documents/text/encoding';
import { ArchiveError, ZipArchive } from '#documents/archive/zip-archive';
import { DomainError } from '#platform/domain-error';

/** Bytes of the largest file, and rows of all its sheets together. */
export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 20_000;
const MAX_ROWS_WITH_BLANKS = 100_000;
const MAX_MERGED_CELLS = 100_000;
/** A table unpacks to some ten times its size, not to a thousand. */
const UNPACKED = { total: 200 << 20, entry: 100 << 20, ratio: 200 };
/** Parts of a sheet without values. A drop-down over a whole column would be unfolded into a million cells. */
const WITHOUT_VALUES = ['dataValidations', 'conditionalFormatting', 'hyperlinks', 'drawing', 'picture', 'tableParts'];

/** A sheet as rows of text; `rows[0]` is row 1. A CSV file is one sheet without a name. */
export interface TextSheet {
  name: string;
  rows: string[][];
}

const damaged = () =>
  new DomainError('invalid', 'organisation.file-damaged', '文件已损坏或不是表格，请用 Excel 打开后另存为 .xlsx 再试。');
const tooLarge = (what: string) =>
  new DomainError('too-large', 'organisation.file-too-large', `${what}，未导入。请拆成几个文件分别导入。`);
const clean = (text: string) =>
  text
    .replace(/[\p{Cc}\u00a0\u3000\u200b\ufeff]+/gu, ' ')
    .trim()
    .normalize('NFC');

/** Reads an .xlsx or CSV file (UTF-8 or GB18030). Throws organisation.file-* for what is no table or too large. */
export async function readWorkbook(bytes: Buffer): Promise<TextSheet[]> {
  if (bytes.length === 0) throw new DomainError('invalid', 'organisation.file-empty', '文件是空的，请检查后重新选择。');
  if (bytes.length > MAX_BYTES) throw tooLarge(`文件超过 ${MAX_BYTES >> 20} MB`);
  const sheets = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(bytes) : [readCsv(bytes)];
  const filled = sheets.flatMap(({ rows }) => rows).filter((row) => row.some((cell) => cell !== ''));
  if (filled.length > MAX_ROWS) throw tooLarge(`表格超过 ${MAX_ROWS} 行`);
  return sheets;
}

async function readXlsx(bytes: Buffer): Promise<TextSheet[]> {
  checkArchive(bytes);
  const workbook = new Workbook();
  try {
    // The library asks for its own, older Buffer type.
    const data = bytes as unknown as Parameters<typeof workbook.xlsx.load>[0];
    const options = { ignoreNodes: WITHOUT_VALUES, maxRows: MAX_ROWS_WITH_BLANKS };
    await workbook.xlsx.load(data, options);
  } catch (error) {
    if (error instanceof Error && /Max row count/.test(error.message)) throw tooLarge(`表格超过 ${MAX_ROWS} 行`);
    throw damaged();
  }
  return workbook.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow((row) => {
      while (rows.length < row.number - 1 && rows.length < MAX_ROWS_WITH_BLANKS) rows.push([]);
      const cells: string[] = [];
      row.eachCell((cell, column) => {
        if (column > 100) return;
        while (cells.length < column - 1) cells.push('');
        cells.push(clean(textOf(cell.value)));
      });
      if (rows.length === row.number - 1) rows.push(cells);
    });
    return { name: clean(sheet.name), rows };
  });
}

/** Looks at the archive's limits before the library unpacks it without any. */
function checkArchive(bytes: Buffer): void {
  try {
    const archive = new ZipArchive(bytes, UNPACKED);
    for (const name of archive.names()) {
      const part = archive.read(name);
      if (part && name.startsWith('xl/worksheets/')) checkMerges(Buffer.from(part).toString('latin1'));
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw damaged();
    throw error;
  }
}

function checkMerges(xml: string): void {
  const column = (letters: string) => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
  let cells = 0;
  for (const [, left, top, right, bottom] of xml.matchAll(/<mergeCell [^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
    cells += (column(right) - column(left) + 1) * (Number(bottom) - Number(top) + 1);
  }
  if (cells > MAX_MERGED_CELLS) throw tooLarge('表格中合并的单元格过多');
}

/** What a reader sees in the cell; a formula is its last result. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as CellValue);
  if ('result' in value) return textOf(value.result);
  if ('error' in value) return String(value.error);
  return '';
}

function readCsv(bytes: Buffer): TextSheet {
  const text = decodeText(bytes);
  if (text === null) {
    throw new DomainError(
      'unsupported',
      'organisation.file-unsupported',
      '只能导入 .xlsx 或 .csv 表格，请另存为 .xlsx 再试。',
    );
  }
  const head = text.slice(0, text.indexOf('\n') + 1 || undefined);
  try {
    const rows: string[][] = parse(text, {
      delimiter: head.includes('\t') ? '\t' : ',',
      relax_column_count: true,
      to: MAX_ROWS_WITH_BLANKS,
    });
    return { name: '', rows: rows.map((row) => row.map(clean)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = typeof error.lines === 'number' ? `第 ${error.lines} 行附近` : '';
    const message = `CSV 文件${where}的引号没有成对，请改正，或用 Excel 另存为 .xlsx 再试。`;
    throw new DomainError('invalid', 'organisation.file-damaged', message);
  }
}
