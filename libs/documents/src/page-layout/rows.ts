import type { Piece, Segment } from './page-content';
import { joined, segmentsOf } from './segments';

/** In sizes of the type: how far the baselines of one row may lie apart. */
const SAME_ROW = 0.35;

/** Segments that stand on one baseline, from the left, the rows from the top. */
export function groupRows(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1);
    if (row !== undefined && segment.y - row[0].y <= SAME_ROW * Math.min(segment.size, row[0].size)) row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0);
  return rows;
}

/** The lines of text that pieces make, whatever gaps they have. */
export function rowsOf(pieces: readonly Piece[]): Segment[] {
  return groupRows(segmentsOf(pieces)).map(joined);
}
