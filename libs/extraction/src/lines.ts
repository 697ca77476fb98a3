import { isSpace } from '#language/sentences';
import type { Source, SourceParagraph } from './source-text';

/** A line of the source without its outer spaces. `indented` tells that it began with two or more. */
export interface Line {
  text: string;
  start: number;
  end: number;
  indented: boolean;
  /** The line with its outer spaces, and where it begins. */
  raw: string;
  rawStart: number;
  paragraph: SourceParagraph;
}

/** The lines of the source that hold anything, in order. A soft break inside a paragraph begins a new line. */
export function linesOf(source: Source): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const paragraph of source.paragraphs) {
    let from = 0;
    while (from <= paragraph.text.length) {
      const stop = paragraph.text.indexOf('\n', from);
      const to = stop < 0 ? paragraph.text.length : stop;
      let start = from;
      let end = to;
      while (start < end && isSpace(paragraph.text.charCodeAt(start))) start++;
      while (end > start && isSpace(paragraph.text.charCodeAt(end - 1))) end--;
      // An empty cell is there, unlike the cells that a merged one covers.
      if (end > start || (paragraph.cell !== undefined && paragraph.text.trim() === '' && from === 0)) {
        const indented = start - from >= 2 || (start > from && paragraph.text[from] === '　');
        lines.push({
          text: paragraph.text.slice(start, end),
          start: offset + start,
          end: offset + end,
          indented,
          raw: paragraph.text.slice(from, to),
          rawStart: offset + from,
          paragraph,
        });
      }
      from = to + 1;
    }
    offset += paragraph.text.length + 1;
  }
  return lines;
}

/** The width of a line in 汉字; a letter or digit takes half of one. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) < 0x2000 ? 0.5 : 1;
  return width;
}

const ENDS = /[。！？!?：:；;”）)》…]$/;
/** Fewer lines say nothing about how a text was set. */
const ENOUGH_LINES = 8;
const INDENT = 2;

/** The width of a line as it was set, the indent of a first line counted. */
export function setWidth(line: Line): number {
  return widthOf(line.text) + (line.indented ? INDENT : 0);
}

/**
 * The line width, in 汉字, of a text whose lines were broken by a page (PDF text); null for a text of whole paragraphs.
 * Such a text has many lines of about one width which end in the middle of a sentence, and none that is much longer.
 */
export function wrapWidth(lines: readonly Line[]): number | null {
  const body = lines.filter((line) => line.paragraph.cell === undefined && line.text.length >= 12);
  if (body.length < ENOUGH_LINES || body.some((line) => line.text.length > 200)) return null;
  const widths = body.map(setWidth).sort((one, other) => one - other);
  const width = widths[Math.floor(widths.length * 0.8)];
  if (width < 15 || width > 70 || widths[widths.length - 1] > width + 5) return null;
  const full = body.filter((line) => Math.abs(setWidth(line) - width) <= 2.5);
  const unfinished = full.filter((line) => !ENDS.test(line.text)).length;
  return full.length >= body.length * 0.3 && unfinished >= full.length * 0.55 ? width : null;
}
