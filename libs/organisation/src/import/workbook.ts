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

/** The refusals of a file that is no table, or too large a one; their codes begin with the `noun` that is imported. */
const refusals = (noun: string) => ({
  empty: () => new DomainError('invalid', `${noun}.file-empty`, '文件是空的，请检查后重新选择。'),
  damaged: (message = '文件已损坏或不是表格，请用 Excel 打开后另存为 .xlsx 再试。') =>
    new DomainError('invalid', `${noun}.file-damaged`, message),
  tooLarge: (what: string) =>
    new DomainError('too-large', `${noun}.file-too-large`, `${what}，未导入。请拆成几个文件分别导入。`),
  unsupported: () =>
    new DomainError('unsupported', `${noun}.file-unsupported`, '只能导入 .xlsx 或 .csv 表格，请另存为 .xlsx 再试。'),
});
type Refusals = ReturnType<typeof refusals>;

const clean = (text: string) =>
  text
    .replace(/[\p{Cc}\u00a0\u3000\u200b\ufeff]+/gu, ' ')
    .trim()
    .normalize('NFC');

/** Reads an .xlsx or CSV file (UTF-8 or GB18030). Throws organisation.file-* for what is no table or too large. */
export function readWorkbook(bytes: Buffer): OrganisationSheet[] {
  return readSheets(bytes, 'organisation').map((sheet) => ({
    name: clean(sheet.name),
    rows: unmerged(sheet).map((row) => row.map(clean)),
  }));
}

/** The sheets as they are in the file. Throws `noun`.file-empty, file-too-large, file-damaged or file-unsupported. */
export function readSheets(bytes: Buffer, noun: string): TextSheet[] {
  const refuse = refusals(noun);
  if (bytes.length === 0) throw refuse.empty();
  if (bytes.length > MAX_BYTES) throw refuse.tooLarge(`文件超过 ${MAX_BYTES >> 20} MB`);
  const sheets = sheetsOf(bytes, refuse);
  const filled = sheets.flatMap(({ rows }) => rows).filter((row) => row.some((cell) => clean(cell) !== ''));
  if (filled.length > MAX_ROWS) throw refuse.tooLarge(`表格超过 ${MAX_ROWS} 行`);
  return sheets;
}

function sheetsOf(bytes: Buffer, refuse: Refusals): TextSheet[] {
  try {
    if (bytes.subarray(0, 2).toString('latin1') === 'PK') return xlsxSheets(new ZipArchive(bytes, UNPACKED), LIMITS);
    const decoded = decodeText(bytes);
    if (decoded === null || decoded.broken > 0) throw refuse.unsupported();
    const { text } = decoded;
    const head = text.slice(0, text.indexOf('\n') + 1 || undefined);
    return [csvSheet(text, head.includes('\t') ? '\t' : ',', LIMITS.lastRow)];
  } catch (error) {
    if (error instanceof TableError) throw refusalOf(error, refuse);
    if (error instanceof ArchiveError || error instanceof XmlError) throw refuse.damaged();
    throw error;
  }
}

function refusalOf({ reason, line }: TableError, refuse: Refusals): DomainError {
  if (reason === 'rows') return refuse.tooLarge(`表格超过 ${MAX_ROWS} 行`);
  if (reason === 'merges') return refuse.tooLarge('表格中合并的单元格过多');
  if (reason === 'damaged') return refuse.damaged();
  const where = line === undefined ? '' : `第 ${line} 行附近`;
  return refuse.damaged(`CSV 文件${where}的引号没有成对，请改正，或用 Excel 另存为 .xlsx 再试。`);
}
