import type { ReadParts } from '../document.types';
import { readHtml } from '../html/html-file';
import { readMarkdown } from '../markdown/markdown-file';
import type { ReaderInput, TextReader } from '../reader';
import { refuse } from '../refusals';
import { readCsv } from '../workbook/csv-file';
import { decodeText } from './encoding';
import { refuseOtherMarkup } from './other-markup';

/** The formats that are written as text, told by what they hold; what fits none is a plain text. */
const TEXT_READERS: readonly TextReader[] = [readHtml, refuseOtherMarkup, readCsv, readMarkdown];

/** Reads files without a signature: pages, tables and texts in UTF-8, GB18030, UTF-16 or Big5. */
export function readText({ bytes, name }: ReaderInput): ReadParts {
  const decoded = decodeText(bytes);
  if (decoded === null) {
    throw refuse(
      'document.encoding-unknown',
      `${name}不是可读的文本文件，无法识别文字编码；请另存为 UTF-8 编码的 .txt 或 .docx 后再试。`,
    );
  }
  const text = decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const parts = formatted({ text, name });
  if (decoded.broken === 0) return parts;
  return { ...parts, notes: [...(parts.notes ?? []), `文件中有 ${decoded.broken} 处乱码，请与原件核对。`] };
}

function formatted(input: { text: string; name: string }): ReadParts {
  for (const read of TEXT_READERS) {
    const parts = read(input);
    if (parts !== null) return parts;
  }
  return { format: 'txt', paragraphs: input.text.split('\n').map((line) => ({ text: line })) };
}
