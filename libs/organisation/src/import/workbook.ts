import { ArchiveError, ZipArchive } from '#documents/archive/zip-archive';
import { XmlError } from '#documents/archive/xml-tree';
import { decodeText } from '#documents/text/encoding';
import { csvSheet } from '#documents/workbook/csv-sheet';
import { TableError, unmerged, type SheetLimits, type TextSheet } from '#documents/workbook/text-sheet';
import { xlsxSheets } from '#documents/workbook/xlsx-sheets';
import { DomainError } from '#platform/domain-error';

/** Bytes of the largest file, and rows of all its sheets together. */
export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 20_000;
const LIMITS: SheetLimits = { rows: MAX_ROWS, lastRow: 100_000, mergedCells: 100_000 };
/** A table unpacks to some ten times its size, not to a thousand. */
const UNPACKED = { total: 200 << 20, entry: 100 << 20, ratio: 200 };

/** A sheet as rows of text; `rows[0]` is row 1. A CSV file is one sheet without a name. A merged cell says the same in each of its places. */
export interface OrganisationSheet {
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
export function readWorkbook(bytes: Buffer): OrganisationSheet[] {
  if (bytes.length === 0) throw new DomainError('invalid', 'organisation.file-empty', '文件是空的，请检查后重新选择。');
  if (bytes.length > MAX_BYTES) throw tooLarge(`文件超过 ${MAX_BYTES >> 20} MB`);
  const sheets = sheetsOf(bytes).map((sheet) => ({
    name: clean(sheet.name),
    rows: unmerged(sheet).map((row) => row.map(clean)),
  }));
  const filled = sheets.flatMap(({ rows }) => rows).filter((row) => row.some((cell) => cell !== ''));
  if (filled.length > MAX_ROWS) throw tooLarge(`表格超过 ${MAX_ROWS} 行`);
  return sheets;
}

function sheetsOf(bytes: Buffer): TextSheet[] {
  try {
    if (bytes.subarray(0, 2).toString('latin1') === 'PK') return xlsxSheets(new ZipArchive(bytes, UNPACKED), LIMITS);
    const text = decodedText(bytes);
    const head = text.slice(0, text.indexOf('\n') + 1 || undefined);
    return [csvSheet(text, head.includes('\t') ? '\t' : ',', LIMITS.lastRow)];
  } catch (error) {
    if (error instanceof TableError) throw refusalOf(error);
    if (error instanceof ArchiveError || error instanceof XmlError) throw damaged();
    throw error;
  }
}

function decodedText(bytes: Buffer): string {
  const decoded = decodeText(bytes);
  if (decoded !== null && decoded.broken === 0) return decoded.text;
  throw new DomainError(
    'unsupported',
    'organisation.file-unsupported',
    '只能导入 .xlsx 或 .csv 表格，请另存为 .xlsx 再试。',
  );
}

function refusalOf({ reason, line }: TableError): DomainError {
  if (reason === 'rows') return tooLarge(`表格超过 ${MAX_ROWS} 行`);
  if (reason === 'merges') return tooLarge('表格中合并的单元格过多');
  if (reason === 'damaged') return damaged();
  const where = line === undefined ? '' : `第 ${line} 行附近`;
  const message = `CSV 文件${where}的引号没有成对，请改正，或用 Excel 另存为 .xlsx 再试。`;
  return new DomainError('invalid', 'organisation.file-damaged', message);
}
