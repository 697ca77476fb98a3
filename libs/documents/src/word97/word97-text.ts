import WordExtractor from 'word-extractor';
import { ArchiveError } from '../archive/zip-archive';
import type { Paragraph, ReadParts } from '../document.types';
import { withSymbols } from '../symbol-fonts';

/** What word-extractor offers; its types do not know the option that keeps “” and — as they are. */
interface Extracted {
  getBody(options: { filterUnicode: boolean }): string;
  getFootnotes(options: { filterUnicode: boolean }): string;
  getEndnotes(options: { filterUnicode: boolean }): string;
  getTextboxes(options: { filterUnicode: boolean; includeHeadersAndFooters: boolean }): string;
}
const AS_IT_IS = { filterUnicode: false };

/**
 * The text of a Word 97 document, without its automatic numbers and levels. A row of a table is a line in which every cell ends with a tab.
 * Throws ArchiveError. The file must have been looked through before: see WordStream.
 */
export async function readWord97(bytes: Uint8Array): Promise<Omit<ReadParts, 'format'>> {
  const extracted = await extract(bytes);
  const body = withoutContents(linesOf(extracted.getBody(AS_IT_IS)));
  const boxes = linesOf(extracted.getTextboxes({ ...AS_IT_IS, includeHeadersAndFooters: false })).filter(
    (text) => text.trim() !== '',
  );
  const footnotes = [extracted.getFootnotes(AS_IT_IS), extracted.getEndnotes(AS_IT_IS)]
    .flatMap(linesOf)
    .filter((text) => text.trim() !== '');
  return { paragraphs: [...paragraphsOf(body), ...boxes.map((text) => ({ text }))], footnotes };
}

async function extract(bytes: Uint8Array): Promise<Extracted> {
  try {
    return await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // Whatever it stumbles over is in the file; it has no errors of its own kind.
    throw new ArchiveError('damaged', { cause: error });
  }
}

/** Lines as a person sees them. word-extractor writes “undefined” for a soft hyphen and leaves other control characters. */
function linesOf(text: string): string[] {
  const seen = text
    .replaceAll('undefined', '')
    .replaceAll('\u001e', '-')
    .replace(/[\u0000-\u0008\u000e-\u001f\u00ad]/g, '')
    .replace(/[\u000b\u000c\r]/g, '\n');
  return withSymbols(seen, undefined).replace(/\n$/, '').split('\n');
}

/** Without a table of contents: two and more lines that end in a page number, and 目录 above them. Nothing else tells it here. */
export function withoutContents(lines: readonly string[]): string[] {
  const isEntry = (at: number): boolean => /\S\t *\d{1,4}$/.test(lines[at] ?? '');
  const isContents = (at: number): boolean => isEntry(at) && (isEntry(at - 1) || isEntry(at + 1));
  const isTitle = (line: string): boolean => /^\s*目\s*[录次]\s*$/.test(line);
  return lines.filter((line, at) => !isContents(at) && !(isTitle(line) && isContents(at + 1)));
}

/** A row of a table: the paragraphs of each of its cells, and how many lines it takes. */
interface Row {
  cells: string[][];
  lines: number;
}
/** So many lines are looked at for the end of a row. */
const LONGEST_ROW = 40;

/**
 * A row is a line in which every cell ends with a tab; rows that follow each other are a table. A cell of several paragraphs spreads its row over
 * several lines: that is seen inside a table, where the row then has no fewer cells than the one before (cells above are often merged).
 */
export function paragraphsOf(lines: readonly string[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let table = -1;
  let row = -1;
  let columns = 0;
  for (let at = 0; at < lines.length;) {
    const found = rowAt(lines, at, row < 0 ? undefined : columns);
    if (found === undefined) {
      row = -1;
      paragraphs.push({ text: lines[at++] });
      continue;
    }
    if (++row === 0) table++;
    columns = found.cells.length;
    at += found.lines;
    found.cells.forEach((cell, column) =>
      paragraphs.push(...cell.map((text) => ({ text, cell: { table, row, column } }))),
    );
  }
  return paragraphs;
}

function rowAt(lines: readonly string[], from: number, columns: number | undefined): Row | undefined {
  if (lines[from].endsWith('\t')) return { cells: cellsOf(lines[from]), lines: 1 };
  if (columns === undefined || !lines[from].includes('\t')) return undefined;
  for (let to = from + 1; to < Math.min(from + LONGEST_ROW, lines.length); to++) {
    if (!lines[to].endsWith('\t')) continue;
    const cells = cellsOf(lines.slice(from, to + 1).join('\n'));
    return cells.length >= columns ? { cells, lines: to + 1 - from } : undefined;
  }
  return undefined;
}

function cellsOf(row: string): string[][] {
  return row
    .slice(0, -1)
    .split('\t')
    .map((cell) => cell.split('\n'));
}
