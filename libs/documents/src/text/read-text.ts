import type { ReadParts } from '../document.types';
import type { ReaderInput } from '../reader';
import { refuse } from '../refusals';
import { decodeText } from './encoding';

/** Reads files without a signature: text in UTF-8, GB18030 or UTF-16. Every line is a paragraph. */
export function readText({ bytes, name }: ReaderInput): ReadParts {
  const decoded = decodeText(bytes);
  if (decoded === null) {
    throw refuse(
      'document.encoding-unknown',
      `${name}不是可读的文本文件，无法识别文字编码；请另存为 UTF-8 编码的 .txt 或 .docx 后再试。`,
    );
  }
  const text = decoded.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return { format: 'txt', paragraphs: text.split('\n').map((line) => ({ text: line })) };
}
