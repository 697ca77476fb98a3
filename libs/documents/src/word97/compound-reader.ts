import { CompoundFile } from './compound-file';
import { WordStream } from './word-stream';
import { readWord97 } from './word97-text';
import { ArchiveError } from '../archive/zip-archive';
import { XmlError } from '../archive/xml-tree';
import type { ReadParts } from '../document.types';
import { OfficeError, type Convert } from '../libre-office/convert';
import type { Reader, ReaderInput } from '../reader';
import { refuse } from '../refusals';

/** What reads the files that LibreOffice makes of old ones. */
export type ReadArchive = (bytes: Uint8Array, name: string) => ReadParts | Promise<ReadParts>;

const NO_OFFICE = '本机没有 LibreOffice，未能还原自动编号';
const NOT_CONVERTED = 'LibreOffice 未能转换该文件，未能还原自动编号';
/** About 15 seconds of reading, a table of some 15,000 rows; see WordStream. */
const MOST_EFFORT = 1e10;

/**
 * Reads the old formats of Word and WPS, and those of Excel by way of LibreOffice. What a compound file is, its streams tell.
 * LibreOffice, where there is one, keeps the automatic numbers; without it the text is read without them, and a note says so.
 */
export function compoundReader(readArchive: ReadArchive, convert: Convert): Reader {
  return async ({ bytes, name }: ReaderInput) => {
    const file = new CompoundFile(bytes);
    // Where a new document with a password lies, and one under rights management.
    if (file.has('EncryptedPackage') || file.has('\tDRMContent')) throw isProtected(name);
    const main = file.read('WordDocument');
    if (main !== null) return readWord({ bytes, name }, new WordStream(file, main), wpsOrDoc(file));
    if (file.has('CONTENTS') && file.has('MatOST')) return readWorks({ bytes, name });
    const book = file.read('Workbook') ?? file.read('Book');
    if (book !== null) return readWorkbook({ bytes, name }, book);
    throw refuse(
      'document.unsupported',
      file.has('PowerPoint Document')
        ? `${name}是旧版 PowerPoint 演示文稿，不是报告文档；请把文字另存为 .docx 后再试。`
        : `${name}不是 Word 或 WPS 文字文档；请另存为 .docx 后再试。`,
    );
  };

  async function readWord(input: ReaderInput, word: WordStream, format: 'doc' | 'wps'): Promise<ReadParts> {
    const { bytes, name } = input;
    if (word.isEncrypted) throw isProtected(name);
    const converted = await attempt(input, 'doc', 'docx');
    if (typeof converted === 'object') return { ...converted, format };
    if (word.isOld) {
      throw refuse('document.unsupported', `${name}由 Word 95 或更早的版本生成，无法读取；请另存为 .docx 后再试。`);
    }
    if (word.effort > MOST_EFFORT) throw new ArchiveError('bomb');
    const notes = [converted === 'absent' ? NO_OFFICE : NOT_CONVERTED];
    return { format, ...(await readWord97(bytes)), notes };
  }

  async function readWorks(input: ReaderInput): Promise<ReadParts> {
    const converted = await attempt(input, 'wps', 'docx');
    if (typeof converted === 'object') return { ...converted, format: 'wps' };
    throw refuse('document.unsupported', `${input.name}由 Microsoft Works 生成，无法读取；请另存为 .docx 后再试。`);
  }

  async function readWorkbook(input: ReaderInput, book: Uint8Array): Promise<ReadParts> {
    if (hasPassword(book)) throw isProtected(input.name);
    const converted = await attempt(input, 'xls', 'xlsx');
    if (typeof converted === 'object') return converted;
    throw refuse('document.unsupported', `${input.name}是旧版 Excel 工作簿（.xls），无法读取；请另存为 .xlsx 后再试。`);
  }

  /** What LibreOffice makes of the file, as the readers of new formats read it; else why there is nothing. */
  async function attempt(
    { bytes, name }: ReaderInput,
    from: 'doc' | 'wps' | 'xls',
    to: 'docx' | 'xlsx',
  ): Promise<ReadParts | 'absent' | 'failed'> {
    try {
      const made = await convert(bytes, from, to);
      return made === null ? 'absent' : await readArchive(made, name);
    } catch (error) {
      // A damaged file makes LibreOffice fail or write nonsense; it may still have readable text.
      if (error instanceof OfficeError || error instanceof ArchiveError || error instanceof XmlError) return 'failed';
      throw error;
    }
  }
}

/** WPS leaves streams of its own; a Word file that WPS only kept in Word's format has none, and is one. */
function wpsOrDoc(file: CompoundFile): 'wps' | 'doc' {
  return file.names().some((stream) => /^wps/i.test(stream)) ? 'wps' : 'doc';
}

/** A workbook with a password says so in a FILEPASS record right behind its beginning. */
function hasPassword(book: Uint8Array): boolean {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  let at = 0;
  for (let record = 0; record < 5 && at + 4 <= book.length; record++) {
    if (view.getUint16(at, true) === 0x2f) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}

function isProtected(name: string): Error {
  return refuse('document.protected', `${name}设有密码或权限保护，无法读取；请取消保护后再试。`);
}
