import { seam } from './line-ends';
import type { Line, PageLayout } from './page-content';

/** Footnotes are set in type this much smaller than the text's. */
const SMALLER = 0.9;
const MARK = /^(?:[[〔(（]?\d{1,3}[\]〕)）]?|[①-⑳*＊†])/;

/** The page without its footnotes, and these. They begin with a mark, in small type, below a short line under the text. */
export function parted(page: PageLayout, body: number): { page: PageLayout; notes: string[] } {
  const { blocks, noteLine } = page;
  if (noteLine === null) return { page, notes: [] };
  const first = blocks.findLastIndex(({ line }) => line === undefined || line.y < noteLine) + 1;
  const lines = blocks.slice(first).flatMap(({ line }) => (line === undefined ? [] : [line]));
  const areNotes = first > 0 && lines.length > 0 && lines.every(({ size }) => size <= body * SMALLER);
  if (!areNotes || !MARK.test(lines[0].text)) return { page, notes: [] };
  return { page: { ...page, blocks: blocks.slice(0, first) }, notes: notesOf(lines) };
}

function notesOf(lines: readonly Line[]): string[] {
  const notes: string[][] = [];
  lines.forEach((line, at) => {
    if (at === 0 || MARK.test(line.text)) notes.push([line.text.replace(MARK, '').trimStart()]);
    else notes[notes.length - 1].push(seam(lines[at - 1], line), line.text);
  });
  return notes.map((parts) => parts.join(''));
}
