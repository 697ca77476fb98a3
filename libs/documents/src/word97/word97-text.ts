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
  const body = linesOf(extracted.getBody(AS_IT_IS));
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

/** Lines that end with a tab are rows; rows that follow each other are a table. */
export function paragraphsOf(lines: readonly string[]): Paragraph[] {
  let table = -1;
  let row = -1;
  return lines.flatMap((line): Paragraph[] => {
    if (!line.endsWith('\t')) {
      row = -1;
      return [{ text: line }];
    }
    row++;
    if (row === 0) table++;
    const cells = line.slice(0, -1).split('\t');
    return cells.map((text, column) => ({ text, cell: { table, row, column } }));
  });
}
