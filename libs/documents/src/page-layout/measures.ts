import type { Line, PageLayout, Region } from './page-content';
import type { Edges } from './line-ends';

/** Type this much larger than the body of the text is clearly larger. */
const LARGER = 1.1;
/** An edge is where several lines stand: this part of them, within this many sizes of the type. */
const SHARE = 0.04;
const NEAR = 0.3;
/** A region with fewer lines learns its edges from its like on other pages; also when it seems narrower by no more than this. */
const ENOUGH = 5;
const NARROWER = 4.5;
/** This part of the lines of prose reaches the right edge; this part begins paragraphs where these are set in. */
const FULL = 0.3;
const INDENTED = 0.06;

/** What the lines of a whole document tell about its setting. */
export class Measures {
  /** The size of the type that most of the text has. */
  readonly body: number;
  /** Sizes clearly larger than the body's that only a small part of the text has, the largest first. */
  readonly headingSizes: number[];
  /** How far, in sizes of the type, the first lines of paragraphs are set in; 0 when they are not. */
  private readonly firstIndent: number;
  private readonly own = new Map<string, Edges>();
  private readonly common = new Map<string, Edges>();
  private readonly pitches = new Map<number, number>();

  constructor(pages: readonly PageLayout[]) {
    const lines = pages.flatMap(({ blocks }) => blocks.flatMap(({ line }) => (line === undefined ? [] : [line])));
    const weights = weigh(lines);
    this.body = [...weights].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    this.headingSizes = [...weights]
      .filter(([size, weight]) => size >= this.body * LARGER && weight < total / 4)
      .map(([size]) => size)
      .sort((a, b) => b - a);
    for (const [key, group] of grouped(lines, ({ region }) => pageKey(region))) {
      const edges = this.edgesIn(group);
      const full = group.filter(({ x1 }) => x1 > edges.right - 1.5 * this.body).length;
      const beyond = group.some(({ x1 }) => x1 > edges.right + 2 * this.body);
      // A page of short lines does not show where its edge is.
      if (group.length >= ENOUGH && full >= group.length * FULL && !beyond) this.own.set(key, edges);
    }
    for (const [key, group] of grouped(lines, ({ region }) => shapeKey(region)))
      this.common.set(key, this.edgesIn(group));
    this.firstIndent = this.indentOf(lines);
    this.learnPitches(lines);
  }

  /** Whether the type of a line is clearly larger than that of the body. */
  isLarger({ size }: Line): boolean {
    return size >= this.body * LARGER;
  }

  /** Whether lines set in so far (in sizes of the type) are the first of a paragraph. */
  isFirstIndent(indent: number): boolean {
    return this.firstIndent > 0 && Math.abs(indent - this.firstIndent) < 0.5;
  }

  /** The edges between which the lines of a region are set. */
  edges(region: Region): Edges {
    const common = this.common.get(shapeKey(region)) ?? { left: 0, right: Infinity };
    const own = this.own.get(pageKey(region));
    if (own === undefined) return common;
    const reach = NARROWER * this.body;
    const [inset, short] = [own.left - common.left, common.right - own.right];
    return {
      left: inset > 0 && inset < reach ? common.left : own.left,
      right: short > 0 && short < reach ? common.right : own.right,
    };
  }

  /** The usual distance of two lines of a size; twice the size where there are none. */
  pitch(size: number): number {
    return this.pitches.get(rounded(size)) ?? size * 2;
  }

  private edgesIn(lines: readonly Line[]): Edges {
    const body = lines.filter(({ size }) => Math.abs(size - this.body) < this.body * 0.15);
    const measured = body.length >= 2 ? body : lines;
    // Punctuation may hang over the edge.
    const firm = measured.filter(({ text }) => !/[，。、；：,.;:]$/.test(text));
    const near = NEAR * this.body;
    const lefts = measured.map(({ x0 }) => x0);
    const rights = (firm.length >= 2 ? firm : measured).map(({ x1 }) => -x1);
    const edges = { left: supported(lefts, near), right: -supported(rights, near) };
    const { width, path } = lines[0].region;
    // A handful of short lines does not show the edge: margins are about alike.
    return lines.length < ENOUGH && path === ''
      ? { ...edges, right: Math.max(edges.right, width - edges.left) }
      : edges;
  }

  /** The indent of 1 to 4 characters that most set-in lines have, when a good part of the lines has it. */
  private indentOf(lines: readonly Line[]): number {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const indent = rounded((line.x0 - this.edges(line.region).left) / line.size);
      if (indent >= 1 && indent <= 4) counts.set(indent, (counts.get(indent) ?? 0) + 1);
    }
    const [indent, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
    return count >= Math.max(2, lines.length * INDENTED) ? indent : 0;
  }

  private learnPitches(lines: readonly Line[]): void {
    const seen = new Map<number, Map<number, number>>();
    lines.slice(1).forEach((line, at) => {
      const above = lines[at];
      const pitch = rounded(line.y - above.y);
      if (pageKey(above.region) !== pageKey(line.region) || rounded(above.size) !== rounded(line.size)) return;
      if (pitch < line.size * 0.8 || pitch > line.size * 4) return;
      const counts = seen.get(rounded(line.size)) ?? new Map<number, number>();
      seen.set(rounded(line.size), counts.set(pitch, (counts.get(pitch) ?? 0) + 1));
    });
    for (const [size, counts] of seen) {
      const most = [...counts].reduce((best, one) =>
        one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best,
      );
      this.pitches.set(size, most[0]);
    }
  }
}

/** How much text each size of type has; sizes that differ by a hair count as one. */
function weigh(lines: readonly Line[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { size, text } of lines) weights.set(rounded(size), (weights.get(rounded(size)) ?? 0) + text.length);
  return weights;
}

/** The smallest position that enough of the others are near to. */
function supported(positions: number[], near: number): number {
  const sorted = positions.sort((a, b) => a - b);
  const enough = Math.max(2, Math.ceil(sorted.length * SHARE));
  let to = 0;
  for (let from = 0; from < sorted.length; from++) {
    while (to < sorted.length && sorted[to] <= sorted[from] + near) to++;
    if (to - from >= enough) return sorted[from];
  }
  return sorted[0];
}

function grouped(lines: readonly Line[], key: (line: Line) => string): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group === undefined) groups.set(key(line), [line]);
    else group.push(line);
  }
  return groups;
}

function pageKey({ page, path }: Region): string {
  return `${page}${path}`;
}

function shapeKey({ shape, path }: Region): string {
  return `${shape}${path}`;
}

/** Half points: producers round sizes and distances. */
export function rounded(length: number): number {
  return Math.round(length * 2) / 2;
}
