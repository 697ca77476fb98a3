import { readMarker } from '#language/markers';
import type { Paragraph } from '../document.types';
import { cellTexts, padOf } from './cell-text';
import { parted } from './footnotes';
import { endsSentence, isFull, seam, type Edges } from './line-ends';
import { Measures } from './measures';
import type { Block, Line, PageLayout, Table } from './page-content';
import { withoutRunningLines } from './running-lines';
import { joinTables } from './tables-over-pages';

/** In sizes of the type: what counts as an indent, as the same indent, as a hanging one, and how far off its middle a centred line may be. */
const INDENT = 0.8;
const SAME_INDENT = 0.5;
const HANGING = 4;
const DEEPEST_INDENT = 6;
const OFF_CENTRE = 1;
/** Two lines of one size may differ by this; lines of a paragraph stand at most this many usual distances apart. */
const SAME_SIZE = 0.06;
const FAR = 1.3;
const LONGEST_HEADING = 100;
/** 发文机关标志 (GB/T 9704 7.2.4): the name of the office above a document, larger than its title. */
const LETTERHEAD = /^.{2,24}(?:文件|简报|专报|公报)$/;

export interface LaidOut {
  paragraphs: Paragraph[];
  footnotes: string[];
  /** The pages with no text of their own. */
  empty: Set<number>;
}

interface Draft {
  lines: Line[];
  centred: boolean;
}

/** The paragraphs of a document, whose pages are laid out, in reading order: page numbers and running heads left out, broken lines joined, footnotes apart. */
export function paragraphsOf(pages: readonly PageLayout[]): LaidOut {
  const clean = withoutRunningLines(pages);
  const body = new Measures(clean).body;
  const parts = clean.map((page) => parted(page, body));
  const text = parts.map(({ page }) => page);
  const joiner = new Joiner(new Measures(text));
  const blocks = joinTables(text.flatMap((page) => page.blocks));
  const empty = clean.filter((page) => page.blocks.length === 0).map(({ number }) => number);
  return { paragraphs: joiner.join(blocks), footnotes: parts.flatMap(({ notes }) => notes), empty: new Set(empty) };
}

class Joiner {
  private readonly found: (Draft | Table)[] = [];
  private draft: Draft | null = null;

  constructor(private readonly measures: Measures) {}

  join(blocks: readonly Block[]): Paragraph[] {
    for (const { line, table } of blocks) {
      if (line !== undefined) this.line(line);
      else {
        this.draft = null;
        this.found.push(table);
      }
    }
    const headings = this.headings();
    let tables = 0;
    return this.found.flatMap((one) => {
      if ('cells' in one) return tableParagraphs(one, tables++);
      const paragraph: Paragraph = { text: textOf(one), page: one.lines[0].region.page };
      const heading = headings.get(one);
      if (heading !== undefined) paragraph.heading = heading;
      return [paragraph];
    });
  }

  private line(line: Line): void {
    const centred = this.isCentred(line);
    if (this.draft !== null && this.goesOn(this.draft, line, centred)) this.draft.lines.push(line);
    else {
      this.draft = { lines: [line], centred };
      this.found.push(this.draft);
    }
  }

  private goesOn({ lines, centred }: Draft, next: Line, nextCentred: boolean): boolean {
    const last = lines[lines.length - 1];
    if (Math.abs(next.size - last.size) > SAME_SIZE * last.size) return false;
    const samePlace = last.region.page === next.region.page && last.region.path === next.region.path;
    if (!samePlace && !flows(last, next)) return false;
    if (samePlace && next.y - last.y > this.farthest(lines) * FAR + 1) return false;
    const title = centred && nextCentred && samePlace && this.measures.isLarger(next) && !/^[—（(]/.test(next.text);
    return title || (isFull(last, next, this.edges(last)) && !this.begins(lines, next));
  }

  /** The distance of the lines before, or the usual one. */
  private farthest(lines: readonly Line[]): number {
    const [above, last] = lines.slice(-2);
    const own = last !== undefined && above.region.page === last.region.page ? last.y - above.y : 0;
    // Lines of one paragraph differ a little where programs let the fonts decide.
    return own > 0 && lines.length > 2 ? own : Math.max(own, this.measures.pitch(lines[0].size));
  }

  /** Whether a line is set in as the first of a paragraph, and not where the lines before it stand. */
  private begins(lines: readonly Line[], next: Line): boolean {
    const first = lines[0];
    const last = lines[lines.length - 1];
    const at = this.indent(next);
    if (lines.length > 1) {
      const before = this.indent(last);
      return at > before + INDENT || (at < before - INDENT - SAME_INDENT && last.region === next.region);
    }
    const start = this.indent(first);
    // Set further in than the first line of a paragraph ever is: a signature.
    if (start > DEEPEST_INDENT) return true;
    if (at < start - SAME_INDENT) return false;
    if (at <= start + SAME_INDENT) {
      const firstLine = this.measures.isFirstIndent(at) || endsSentence(first.text);
      return (at > INDENT && firstLine) || this.isListed(first, next);
    }
    // 1. with the lines below set in as far as its text.
    return at > start + HANGING || readMarker(first.text) === null || endsSentence(first.text);
  }

  private isListed(first: Line, next: Line): boolean {
    return endsSentence(first.text) && readMarker(first.text) !== null && readMarker(next.text) !== null;
  }

  private edges(line: Line): Edges {
    return this.measures.edges(line.region);
  }

  private indent(line: Line): number {
    return (line.x0 - this.edges(line).left) / line.size;
  }

  private isCentred(line: Line): boolean {
    const { left, right } = this.edges(line);
    const [before, behind] = [line.x0 - left, right - line.x1];
    const inside = before > line.size / 2 || this.measures.isLarger(line);
    return inside && Math.abs(before - behind) < OFF_CENTRE * line.size;
  }

  /** The first paragraph of the largest centred type is the title; the other sizes larger than the body's are the levels below it. */
  private headings(): Map<Draft, number> {
    const levels = new Map<Draft, number>();
    const sizes = this.measures.headingSizes;
    const large = this.found.filter((one): one is Draft => 'lines' in one && this.mayBeHeading(one));
    const centred = large.filter((draft) => draft.centred && !LETTERHEAD.test(textOf(draft)));
    const title = centred.reduce<Draft | null>(
      (most, one) => (most === null || sizeOf(one) > sizeOf(most) * 1.03 ? one : most),
      null,
    );
    const top = title === null ? Infinity : sizeOf(title) * 1.03;
    const below = sizes.filter((size) => size < top && (title === null || size < sizeOf(title) * 0.97));
    for (const draft of large) {
      if (draft === title) levels.set(draft, 0);
      else if (!LETTERHEAD.test(textOf(draft))) {
        levels.set(
          draft,
          Math.min(
            9,
            1 +
              Math.max(
                0,
                below.findIndex((size) => size <= sizeOf(draft) * 1.03),
              ),
          ),
        );
      }
    }
    return levels;
  }

  private mayBeHeading(draft: Draft): boolean {
    const length = draft.lines.reduce((sum, { text }) => sum + text.length, 0);
    const large = this.measures.headingSizes.some((size) => Math.abs(size - sizeOf(draft)) <= size * 0.03);
    return large && length <= LONGEST_HEADING && draft.lines.some(({ text }) => /\p{L}/u.test(text));
  }
}

/** Whether text goes on from one line to the next over the end of a column or a page. */
function flows(last: Line, next: Line): boolean {
  return (last.region.path === '') === (next.region.path === '') && last.region.page <= next.region.page;
}

function sizeOf({ lines }: Draft): number {
  return lines[0].size;
}

function textOf({ lines }: Draft): string {
  return lines.map((line, at) => (at === 0 ? '' : seam(lines[at - 1], line)) + line.text).join('');
}

function tableParagraphs(table: Table, number: number): Paragraph[] {
  const pad = padOf(table);
  return table.cells.flatMap((cell) => {
    const place = { table: number, row: cell.row, column: cell.column };
    const texts = cellTexts(cell, pad);
    return (texts.length === 0 ? [''] : texts).map((text) => ({ text, cell: place, page: cell.page }));
  });
}
