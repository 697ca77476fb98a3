import { ArchiveError, ZipArchive, type ArchiveLimits } from './archive/zip-archive';
import { XmlError } from './archive/xml-tree';
import { DocumentError, type ReadDocument, type ReadParts } from './document.types';
import { docxReader } from './docx/docx-file';
import { convert } from './libre-office/convert';
import { rtfReader } from './libre-office/rtf-reader';
import { odtReader } from './odt/odt-file';
import { fileKind } from './file-kind';
import type { ArchiveReader, Reader } from './reader';
import { ofdReader } from './ofd/read-ofd';
import { readPdf } from './pdf/read-pdf';
import { nameOf, refuse, SAVE_AS } from './refusals';
import { readText } from './text/read-text';
import { compoundReader } from './word97/compound-reader';
import { xlsxReader } from './workbook/xlsx-file';

export interface ReadOptions {
  /** For the messages only; the content decides what the file is. */
  fileName?: string;
  /** The largest file that is read, in bytes; 20 MB when left out. */
  maxBytes?: number;
}

export const MOST_BYTES = 20 << 20;
const LIMITS: ArchiveLimits = { total: 512 << 20, entry: 128 << 20, ratio: 200 };

/** The readers of formats that a signature tells, then of those inside a zip archive: the first that fits reads. */
const READERS: Record<'text' | 'pdf' | 'cfb' | 'rtf', Reader> = {
  text: readText,
  pdf: readPdf,
  cfb: compoundReader(readArchive, convert),
  rtf: rtfReader(readArchive, convert),
};
const ARCHIVE_READERS: readonly ArchiveReader[] = [docxReader, odtReader, ofdReader, xlsxReader];

/** What archives that cannot be read hold, by a file inside them. */
const PACKED: readonly { entry: RegExp; name: string }[] = [
  { entry: /^xl\//, name: 'Excel 工作簿' },
  { entry: /^ppt\//, name: 'PowerPoint 演示文稿' },
  { entry: /^(?:content|META-INF\/manifest)\.xml$/, name: 'OpenDocument 文件' },
];

/**
 * Reads a report; its content decides what it is, not its name. Throws DocumentError with a Chinese sentence that says what is wrong and
 * what to do: document.empty, too-large, unsupported, damaged, protected, too-complex, encoding-unknown, scanned, no-text.
 * The text of a UTF-8 .txt is the file itself, without BOM, line ends as `\n`. Hostile files belong into `readDocumentIsolated`.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadDocument> {
  const name = nameOf(options.fileName);
  checkSize(bytes, options);
  const kind = fileKind(bytes);
  if (kind.kind === 'picture') {
    throw refuse('document.unsupported', `${name}是一张 ${kind.name} 图片，不是文档；请上传报告的文字版。`);
  }
  if (kind.kind === 'other') throw refuse('document.unsupported', `${name}是${kind.name}文件，暂不支持；${SAVE_AS}`);
  const { kind: format } = kind;
  const parts = await guarded(name, () =>
    format === 'zip' ? readArchive(bytes, name) : READERS[format]({ bytes, name }),
  );
  const text = parts.paragraphs.map((paragraph) => paragraph.text).join('\n');
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw refuse('document.no-text', `${name}中没有可识别的文字，可能是扫描件或只有图片；请提供文字版。`);
  }
  return { ...parts, text };
}

/** Throws when the file is empty or too large to be read. */
export function checkSize(bytes: Uint8Array, options: ReadOptions): void {
  const name = nameOf(options.fileName);
  if (bytes.length === 0) throw refuse('document.empty', `${name}是空文件，没有任何内容；请检查后重新选择文件。`);
  const most = options.maxBytes ?? MOST_BYTES;
  if (bytes.length > most) {
    throw refuse(
      'document.too-large',
      `${name}有 ${megabytes(bytes.length)} MB，超过 ${megabytes(most)} MB 的上限；请压缩其中的图片或拆分后再试。`,
    );
  }
}

function readArchive(bytes: Uint8Array, name: string): ReadParts | Promise<ReadParts> {
  const archive = new ZipArchive(bytes, LIMITS);
  const reader = ARCHIVE_READERS.find(({ fits }) => fits(archive));
  if (reader === undefined) throw unsupportedArchive(archive, name);
  return reader.read({ bytes, name, archive });
}

/** What breaks while reading is told as a fault of the file. */
async function guarded(name: string, read: () => ReadParts | Promise<ReadParts>): Promise<ReadParts> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ArchiveError && error.reason === 'bomb') {
      throw refuse('document.too-complex', `${name}解压后过大，疑似异常文件，已拒绝读取；请用 Word 重新另存后再试。`);
    }
    if (error instanceof XmlError && error.reason === 'huge') {
      throw refuse('document.too-complex', `${name}的结构过于复杂，无法读取；请用 Word 重新另存后再试。`);
    }
    if (error instanceof ArchiveError || error instanceof XmlError) {
      throw refuse('document.damaged', `${name}已损坏，无法打开；请用原来的程序打开并重新另存为 .docx 后再试。`);
    }
    throw error;
  }
}

function unsupportedArchive(archive: ZipArchive, name: string): DocumentError {
  const names = archive.names();
  const packed = PACKED.find(({ entry }) => names.some((file) => entry.test(file)));
  const what = packed?.name ?? '压缩包';
  return refuse('document.unsupported', `${name}是${what}，不是 Word 文档；${SAVE_AS}`);
}

function megabytes(bytes: number): string {
  const size = bytes / (1 << 20);
  return size >= 10 || Number.isInteger(size) ? String(Math.round(size)) : size.toFixed(1);
}
