import type { Line, PageLayout } from './page-content';

/** Of the height of the page: where heads, feet and page numbers stand. */
const HEAD = 0.14;
const FOOT = 0.86;
/** Lines looked at from the top and from the bottom of each page. */
const OUTERMOST = 4;
/** Running lines stand at the same height, in points, on pages of the same text. */
const SAME_HEIGHT = 4;

const NUMBER = '(?:\\d{1,4}|[ⅰ-ⅻⅠ-Ⅻ]|[ivx]{1,5})';
/** — 5 —, -5-, 5, ·5·, 第5页, 第5页 共9页, 5/9, 5 of 9, Page 5. */
const PAGE_NUMBER = new RegExp(
  `^(?:[—–―\\-－~～·•|]*${NUMBER}[—–―\\-－~～·•|]*` +
    '|第(?:\\d+|[一二三四五六七八九十百]+)页(?:[,，/／|（(]?(?:共|总)(?:\\d+|[一二三四五六七八九十百]+)页[）)]?)?' +
    `|[Pp]age${NUMBER}(?:of\\d+)?|共\\d+页[,，/／|]?第\\d+页|\\d{1,4}(?:[/／]|of)\\d{1,4})$`,
);
/** What a browser prints below a page: its address and the number of the page. */
const BROWSER_FOOT = /^(?:https?|file|about):\S*\s+\d+\s*[/／]\s*\d+$/;
const BROWSER_HEAD = /^\d{1,4}[/年.-]\d{1,2}[/月.-]\d{1,4}日?[,，]?\s*(?:[上下]午)?\d{1,2}:\d{2}/;

/** The pages without page numbers and without the heads and feet that most of them repeat. */
export function withoutRunningLines(pages: readonly PageLayout[]): PageLayout[] {
  const repeated = repeatedLines(pages);
  return pages.map((page) => {
    const outer = outermost(page);
    const browser = outer.some(({ text }) => BROWSER_FOOT.test(text));
    const gone = new Set(
      outer.filter(
        (line) =>
          repeated.has(line) ||
          PAGE_NUMBER.test(line.text.replace(/\s/g, '')) ||
          (browser && (BROWSER_FOOT.test(line.text) || BROWSER_HEAD.test(line.text))),
      ),
    );
    return gone.size === 0
      ? page
      : { ...page, blocks: page.blocks.filter(({ line }) => line === undefined || !gone.has(line)) };
  });
}

/** The first and last lines of a page, those that stand in its margins. */
function outermost({ blocks, height }: PageLayout): Line[] {
  const lines = blocks.flatMap(({ line }) => (line === undefined ? [] : [line])).sort((a, b) => a.y - b.y);
  const [top, bottom] = [lines.slice(0, OUTERMOST), lines.slice(-OUTERMOST)];
  return [...new Set([...top.filter(({ y }) => y < height * HEAD), ...bottom.filter(({ y }) => y > height * FOOT)])];
}

/** Lines that stand, but for their figures, at the same height on most pages, or on most left or right pages. */
function repeatedLines(pages: readonly PageLayout[]): Set<Line> {
  const alike = new Map<string, Line[]>();
  for (const page of pages) {
    for (const line of outermost(page)) {
      const key = line.text.replace(/[\s\d]+/g, '#');
      const group = alike.get(key);
      if (group === undefined) alike.set(key, [line]);
      else group.push(line);
    }
  }
  const repeated = new Set<Line>();
  for (const lines of alike.values()) {
    for (const level of levels(lines)) {
      const on = new Set(level.map(({ region }) => region.page));
      const sameSide = new Set([...on].map((page) => page % 2)).size === 1;
      const possible = sameSide ? pages.filter(({ number }) => number % 2 === [...on][0] % 2).length : pages.length;
      if (on.size >= 2 && on.size * 2 > possible) for (const line of level) repeated.add(line);
    }
  }
  return repeated;
}

/** Lines grouped by their height on the page. */
function levels(lines: Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines.sort((a, b) => a.y - b.y)) {
    const group = groups.at(-1);
    if (group !== undefined && line.y - group[0].y < SAME_HEIGHT) group.push(line);
    else groups.push([line]);
  }
  return groups;
}
