import { WHITE_SPACE } from '#language/character-set';

/** One paragraph as the reader of documents gives it; `text` of all of them joined by `\n` is the source's text. */
export interface SourceParagraph {
  text: string;
  /** The automatic number at the front of `text`. */
  label?: string;
  /** 0 the title, 1–9 a heading. */
  heading?: number;
  cell?: { table: number; row: number; column: number };
}

export interface Source {
  paragraphs: SourceParagraph[];
  text: string;
  /** Chinese sentences of the reader of documents: what it could not read. They head the warnings. */
  notes?: readonly string[];
}

/**
 * A stretch of the source that the rules read as one paragraph. `text` is what they read: outer spaces left out, hard-wrapped lines joined,
 * page numbers and the spaces that PDF writers put around digits removed. `start` and `end` are offsets into the source.
 */
export interface Block {
  text: string;
  start: number;
  end: number;
  /** The source offset of each character of `text`; null when they simply count on from `start`. */
  offsets: Int32Array | null;
  /** False when no colon stands in `text`, so that it has no label. */
  colon: boolean;
  heading?: number;
  cell?: SourceParagraph['cell'];
}

/** The source offset where the character at `index` of the block begins. */
export function sourceStart(block: Block, index: number): number {
  if (block.offsets === null) return block.start + index;
  return index < block.offsets.length ? block.offsets[index] : block.end;
}

/** The source offset just after the stretch of the block that ends at `index`. */
export function sourceEnd(block: Block, index: number): number {
  if (block.offsets === null) return block.start + index;
  return index === 0 ? block.start : block.offsets[index - 1] + 1;
}

/** A part of a block as a block of its own. */
export function cutBlock(block: Block, from: number, to: number): Block {
  while (from < to && WHITE_SPACE.at(block.text, from)) from++;
  while (to > from && WHITE_SPACE.at(block.text, to - 1)) to--;
  return {
    text: block.text.slice(from, to),
    start: sourceStart(block, from),
    end: sourceEnd(block, to),
    offsets: block.offsets === null ? null : block.offsets.subarray(from, to),
    colon: block.colon,
    heading: block.heading,
    cell: block.cell,
  };
}
