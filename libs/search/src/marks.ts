import { spelled } from '#platform/search-words';
import type { Mark, MarkedText } from './search.view';

/** Characters of a text in which words are marked; longer ones are not searched further either. */
const READ = 50_000;
const EXCERPT = 110;
/** Characters shown before the first word. */
const LEAD = 24;

/** Where the words stand in `text`: offsets in UTF-16 code units, in order, not overlapping. */
export function marksIn(text: string, words: readonly string[]): Mark[] {
  let spelling = '';
  const origin: number[] = [];
  let place = 0;
  for (const character of text.slice(0, READ)) {
    const written = spelled(character);
    spelling += written;
    for (let unit = 0; unit < written.length; unit++) origin.push(place);
    place += character.length;
  }
  origin.push(place);
  const endOf = (last: number) => {
    let end = last + 1;
    // One character may be spelled with several: ㎡ with m2.
    while (end < origin.length - 1 && origin[end] === origin[last]) end++;
    return origin[end];
  };
  const found: Mark[] = [];
  for (const word of words) {
    for (let at = spelling.indexOf(word); at >= 0; at = spelling.indexOf(word, at + word.length)) {
      found.push({ start: origin[at], end: endOf(at + word.length - 1) });
    }
  }
  return joined(found.sort((a, b) => a.start - b.start));
}

function joined(marks: Mark[]): Mark[] {
  const apart: Mark[] = [];
  for (const mark of marks) {
    const last = apart.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else apart.push({ ...mark });
  }
  return apart;
}

export const marked = (text: string, words: readonly string[]): MarkedText => ({ text, marks: marksIn(text, words) });

/** The stretch of `text` around the first of the words, on one line. */
export function excerpt(text: string, words: readonly string[]): MarkedText {
  const marks = marksIn(text, words);
  const first = marks[0] ?? { start: 0, end: 0 };
  const paragraph = text.lastIndexOf('\n', first.start - 1) + 1;
  const from = whole(text, Math.max(first.start === 0 ? 0 : paragraph, first.start - LEAD));
  const to = whole(text, Math.min(text.length, Math.max(from + EXCERPT, first.end)));
  const before = from > paragraph ? '…' : '';
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? '…' : ''}`,
    marks: marks
      .filter(({ start }) => start < to)
      .map(({ start, end }) => ({ start: start + shift, end: Math.min(end, to) + shift })),
  };
}

/** Not between the two halves of a character. */
function whole(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place;
}
