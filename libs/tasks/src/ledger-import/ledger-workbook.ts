import { ArchiveError } from '#documents/archive/zip-archive';
import { convert, OfficeError } from '#documents/libre-office/convert';
import type { TextSheet } from '#documents/workbook/text-sheet';
import { CompoundFile } from '#documents/word97/compound-file';
import { readSheets } from '#organisation/import/workbook';
import { DomainError } from '#platform/domain-error';

/** How the files of old Office programs begin, and those with a password. */
const COMPOUND = 'd0cf11e0a1b11ae1';

/**
 * The sheets of a ledger that are seen: .xlsx or CSV, and .xls where LibreOffice is installed. Throws ledger.file-empty, file-too-large,
 * file-damaged, file-unsupported or file-protected.
 */
export async function ledgerSheets(bytes: Buffer): Promise<TextSheet[]> {
  const sheets = readSheets(isCompound(bytes) ? await converted(bytes) : bytes, 'ledger');
  // A CSV file has no sheets and so no name for one.
  return sheets.filter(({ hidden }) => !hidden).map((sheet) => ({ ...sheet, name: sheet.name || '表格' }));
}

const isCompound = (bytes: Buffer) => bytes.subarray(0, 8).toString('hex') === COMPOUND;

async function converted(bytes: Buffer): Promise<Buffer> {
  const file = compoundFile(bytes);
  if (file?.has('EncryptedPackage')) {
    throw new DomainError('invalid', 'ledger.file-protected', '文件设有打开密码，无法读取；请取消密码后再试。');
  }
  if (!file?.has('Workbook')) {
    throw new DomainError(
      'unsupported',
      'ledger.file-unsupported',
      '只能导入 .xlsx 或 .csv 表格，请另存为 .xlsx 再试。',
    );
  }
  try {
    const made = await convert(bytes, 'xls', 'xlsx');
    if (made !== null) return Buffer.from(made);
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
  }
  const message = '这个旧版 Excel 文件（.xls）无法读取，可能已损坏或设有密码；请用 Excel 另存为 .xlsx 再试。';
  throw new DomainError('unsupported', 'ledger.file-unsupported', message);
}

function compoundFile(bytes: Buffer): CompoundFile | undefined {
  try {
    return new CompoundFile(bytes);
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}
