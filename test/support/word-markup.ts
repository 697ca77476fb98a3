import { strToU8, zipSync } from 'fflate';
import { ZipArchive } from '#documents/archive/zip-archive';
import type { Paragraph } from '#documents/document.types';
import { readDocx } from '#documents/docx/docx-file';

/** The inner XML of the parts of a Word document. */
export interface WordParts {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  endnotes?: string;
}
const part = (name: string, inner: string): Uint8Array =>
  strToU8(`<w:${name} xmlns:w="urn:w" xmlns:mc="urn:mc">${inner}</w:${name}>`);

export function wordFile({ body, ...others }: WordParts): Uint8Array {
  const files: Record<string, Uint8Array> = { 'word/document.xml': part('document', `<w:body>${body}</w:body>`) };
  for (const [name, inner] of Object.entries(others)) files[`word/${name}.xml`] = part(name, inner);
  return zipSync(files, { level: 1 });
}

export function wordArchive(parts: WordParts): ZipArchive {
  return new ZipArchive(wordFile(parts), { total: 64 << 20, entry: 32 << 20, ratio: 10_000 });
}

export const readWord = (parts: WordParts): Paragraph[] => readDocx(wordArchive(parts)).paragraphs;
export const wordTexts = (parts: WordParts): string[] => readWord(parts).map(({ text }) => text);
/** What the body alone reads as. */
export const textsOf = (body: string): string[] => wordTexts({ body });

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (text: string, properties = ''): string => line(run(text), properties);
/** A paragraph of any content. */
export const line = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const item = (text: string, numId: number, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
export const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
/** The numbers of official texts, as a list definition with id 0. */
export const OFFICIAL = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'japaneseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimalEnclosedCircle', '%4')}</w:abstractNum>`;
export const num = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
export const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
export const table = (...rows: string[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
export const mark = (kind: 'begin' | 'separate' | 'end'): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
export const field = (instruction: string, result: string): string =>
  `${mark('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
