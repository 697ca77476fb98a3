import type { Cell, Table } from './page-content';
import { isFull, seam, type Edges } from './line-ends';

/** Lines of a cell further apart than this are paragraphs of their own; in sizes of the type. */
const FAR = 2.2;

/** The paragraphs in a cell: lines that were broken for want of room are joined. */
export function cellTexts(cell: Cell, pad: number): string[] {
  const edges = edgesOf(cell, pad);
  const paragraphs: string[][] = [];
  // A cell that a page break parted goes on at a smaller height.
  cell.lines.forEach((line, at) => {
    const above = cell.lines[at - 1];
    const goesOn = above !== undefined && line.y - above.y < FAR * line.size && isFull(above, line, edges, true);
    if (goesOn) paragraphs[paragraphs.length - 1].push(seam(above, line), line.text);
    else paragraphs.push([line.text]);
  });
  return paragraphs.map((parts) => parts.join(''));
}

/** Whether a cell at the top of a page goes on with the one at the bottom of the page before. */
export function continuesCell(above: Cell, below: Cell, pad: number): boolean {
  const [last, next] = [above.lines.at(-1), below.lines[0]];
  return last !== undefined && next !== undefined && isFull(last, next, edgesOf(above, pad), true);
}

function edgesOf(cell: Cell, pad: number): Edges {
  return { left: cell.x0 + pad, right: cell.x1 - pad };
}

/** How far the text of a table keeps from the lines between its columns. */
export function padOf({ cells, ruled }: Table): number {
  if (!ruled) return 0;
  let pad = Infinity;
  for (const { x0, x1, lines } of cells) {
    for (const line of lines) pad = Math.min(pad, Math.max(line.x0 - x0, 0), Math.max(x1 - line.x1, 0));
  }
  return Number.isFinite(pad) ? pad : 0;
}
