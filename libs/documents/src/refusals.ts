import { DocumentError, type DocumentErrorCode } from './document.types';

/** Names the file a message speaks of: “《汇报.docx》”, or “该文件” when it has no name. */
export function nameOf(fileName: string | undefined): string {
  return fileName === undefined || fileName === '' || fileName === '-' ? '该文件' : `“${fileName}”`;
}

export function refuse(code: DocumentErrorCode, message: string): DocumentError {
  return new DocumentError(code, message);
}

/** The way out of every format that cannot be read. */
export const SAVE_AS =
  '可读取 .docx、.doc、.wps、.pdf、.odt、.ofd、.xlsx、.csv、.html、.md 和 .txt，请另存为 .docx 后再试。';
