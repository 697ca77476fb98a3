import type { Segment } from './page-content';

export interface Span {
  x0: number;
  x1: number;
}

/** Segments whose lines overlap in height: one line of text, or a row of a table whose cells are centred against each other. */
export interface Band {
  segments: Segment[];
  /** What the band covers from left to right, in parts that stand clearly apart. */
  spans: Span[];
  top: number;
  bottom: number;
  size: number;
}

/** In sizes of the type: baselines nearer than this are of one band, and parts of a band further apart than this are apart. */
const OVERLAP = 0.95;
const APART = 0.8;

export function bandsOf(segments: readonly Segment[]): Band[] {
  const groups: Segment[][] = [];
  let last = -Infinity;
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    if (segment.y - last > OVERLAP * segment.size) groups.push([]);
    groups[groups.length - 1].push(segment);
    last = segment.y;
  }
  return groups.map(bandOf);
}

function bandOf(segments: Segment[]): Band {
  const size = segments.reduce((most, one) => Math.max(most, one.size), 0);
  const spans: Span[] = [];
  for (const { x0, x1 } of [...segments].sort((a, b) => a.x0 - b.x0)) {
    const span = spans.at(-1);
    if (span !== undefined && x0 - span.x1 < APART * size) span.x1 = Math.max(span.x1, x1);
    else spans.push({ x0, x1 });
  }
  return {
    segments,
    spans,
    size,
    top: segments.reduce((least, one) => Math.min(least, one.y - one.size), Infinity),
    bottom: segments[segments.length - 1].y,
  };
}
