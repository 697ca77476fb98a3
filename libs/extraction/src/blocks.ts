import { readMarker } from '#language/markers';
import { linesOf, setWidth, wrapWidth, type Line } from './lines';
import { cutBlock, type Block, type Source } from './source-text';
import { withTextTables } from './text-tables';

const SENTENCE_END = /[。！？!?：:；;]["”’）)]?$/;
/** -5-, — 5 —, 第5页 共9页, 5 / 9: what a page prints at its foot. */
const PAGE_NUMBER = /^(?:[-—–－─·]+\s*\d{1,4}\s*[-—–－─·]+|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*\/\s*\d{1,4})$/;
/** 2024 年, 6 月底, 第 3 季度: the spaces are the typesetter's. */
const SPACED_DIGITS = /[一-鿿）（，。、：；“”]\s+\d|\d\s+[一-鿿）（，。、：；“”％%]/;
/** A paragraph this long may hold a whole report in one line. */
const LONG = 300;
const FIRST_HEADING = /[。！？；!?”\s　](?:一、|[（(]一[）)]|各位代表[，！]|同志们[，！])/;
const INNER_HEADING =
  /(?<=[。！？；!?”\s　])(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|各位代表[，！]|同志们[，！])/g;

/** The paragraphs of the source as the rules read them: hard wraps joined, page numbers dropped, reports in one line cut at their headings. */
export function blocksOf(source: Source): Block[] {
  const lines = withTextTables(linesOf(source).filter((line) => line.text.length > 24 || !PAGE_NUMBER.test(line.text)));
  const width = wrapWidth(lines);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    let next = at + 1;
    while (width !== null && next < lines.length && continues(lines[next - 1], lines[next], width)) next++;
    const block = next === at + 1 ? single(lines[at]) : joined(lines.slice(at, next));
    const parts = block.cell === undefined && block.text.length > LONG ? cutAtHeadings(block) : [block];
    for (const part of parts) blocks.push(withoutDigitSpaces(part));
    at = next;
  }
  return blocks;
}

/** Whether a full line goes on in the next one. */
function continues(line: Line, next: Line, width: number): boolean {
  if (line.paragraph.cell !== undefined || next.paragraph.cell !== undefined || next.indented) return false;
  // A page may end in the middle of a line's width, but no paragraph ends with a comma.
  if ((setWidth(line) < width - 4 && !/[，、]$/.test(line.text)) || SENTENCE_END.test(line.text)) return false;
  const marker = readMarker(next.text);
  return marker === null || (marker.kind !== 'comma' && marker.kind !== 'bracket' && marker.kind !== 'part');
}

function single(line: Line): Block {
  const { heading, cell } = line.paragraph;
  const { text, start, end } = line;
  return { text, start, end, offsets: null, colon: hasColon(text), heading, cell };
}

function joined(lines: Line[]): Block {
  const text = lines.map((line) => line.text).join('');
  const offsets = new Int32Array(text.length);
  let next = 0;
  for (const line of lines) for (let at = line.start; at < line.end; at++) offsets[next++] = at;
  const [first] = lines;
  const { end } = lines[lines.length - 1];
  const { heading, cell } = first.paragraph;
  return { text, start: first.start, end, offsets, colon: hasColon(text), heading, cell };
}

function hasColon(text: string): boolean {
  return text.includes('：') || text.includes(':');
}

function withoutDigitSpaces(block: Block): Block {
  if (!block.text.includes(' ') || !SPACED_DIGITS.test(block.text)) return block;
  const offsets = new Int32Array(block.text.length);
  let text = '';
  for (let at = 0; at < block.text.length; at++) {
    const char = block.text[at];
    if (char === ' ' && isDigit(block.text, at - 1) !== isDigit(block.text, at + 1) && !isLatinPair(block.text, at))
      continue;
    offsets[text.length] = block.offsets === null ? block.start + at : block.offsets[at];
    text += char;
  }
  return { ...block, text, offsets: offsets.subarray(0, text.length) };
}

function isDigit(text: string, at: number): boolean {
  return /\d/.test(text[at] ?? '');
}

function isLatinPair(text: string, at: number): boolean {
  return /[A-Za-z.、]/.test(text[at - 1] ?? '') || /[A-Za-z]/.test(text[at + 1] ?? '');
}

/** A report written in one line: each 一、 and （一） that follows the end of a sentence begins a block of its own. */
function cutAtHeadings(block: Block): Block[] {
  if (!FIRST_HEADING.test(block.text)) return [block];
  const cuts = [0];
  for (const match of block.text.matchAll(INNER_HEADING)) {
    const marker = readMarker(block.text, match.index);
    if (/^[各同]/.test(match[0]) || (marker !== null && (marker.kind === 'comma' || marker.kind === 'bracket')))
      cuts.push(match.index);
  }
  if (cuts.length === 1) return [block];
  cuts.push(block.text.length);
  return cuts.slice(1).flatMap((to, index) => cutAfterHeading(cutBlock(block, cuts[index], to)));
}

/** 一、工作回顾 今年以来，…: in one line a space parts the heading from what follows. */
function cutAfterHeading(block: Block): Block[] {
  const marker = readMarker(block.text);
  if (marker === null) return block.text === '' ? [] : [block];
  const gap = /^[^。！？；\s　]{2,36}[\s　]+(?=[^\s　]{12})/.exec(block.text.slice(marker.end));
  if (gap === null) return [block];
  const at = marker.end + gap[0].length;
  return [cutBlock(block, 0, at), cutBlock(block, at, block.text.length)];
}
