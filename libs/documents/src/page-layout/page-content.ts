/** A stretch of text at its place on a page. Lengths are points, `y` counts down from the top of the page. */
export interface Piece {
  text: string;
  /** Where the text begins. */
  x: number;
  /** The baseline. */
  y: number;
  width: number;
  /** The size of the type. */
  size: number;
}

/** A straight line drawn on a page, level or upright: `x0 <= x1`, `y0 <= y1`, and one pair is equal. */
export interface Rule {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** What stands on one page, in any order. */
export interface PageContent {
  /** Counted from 1. */
  number: number;
  width: number;
  height: number;
  pieces: Piece[];
  rules: Rule[];
}

/** A run of text on one baseline without a wide gap. */
export interface Segment {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** The spaces written behind the last character: they count where the next line goes on with it. */
  tail: string;
  /** Width of what a line break could not have split at its beginning: the first character, or a whole number or word. */
  head: number;
}

/** The part of a page that text fills from edge to edge: the page itself, or one of its columns. */
export interface Region {
  page: number;
  /** The width of the page. */
  width: number;
  /** The same for pages whose regions have the same edges: those of one size, left and right pages of a book apart. */
  shape: string;
  /** `<` the left column, `>` the right one, `><` the left one of two inside it; empty for the whole width. */
  path: string;
}

export interface Line extends Segment {
  region: Region;
}

export interface Cell {
  page: number;
  row: number;
  column: number;
  /** How many rows it takes. */
  height: number;
  x0: number;
  x1: number;
  lines: Segment[];
}

export interface Table {
  page: number;
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  /** The edges of the columns. */
  edges: number[];
  rows: number;
  /** By row, then column. Cells that a merged one covers are not among them. */
  cells: Cell[];
  /** Drawn with lines: an empty cell is a cell then. */
  ruled: boolean;
}

export type Block = { line: Line; table?: undefined } | { table: Table; line?: undefined };

/** A page in reading order. */
export interface PageLayout {
  number: number;
  width: number;
  height: number;
  blocks: Block[];
  /** Where a short level line stands that belongs to no table: footnotes have one above them. */
  noteLine: number | null;
}
