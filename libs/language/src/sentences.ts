/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

const OPENERS = '“‘（(《〈「『【[';
const CLOSERS = '”’）)》〉」』】]';
/** A quotation that is never closed must not swallow the rest of the text. */
const LONGEST_ASIDE = 160;

/**
 * The sentences of `text` between `from` and `to`: each ends with 。！？ and the quotation marks that close it, or at a line end.
 * A full stop inside a quotation or bracket does not end the sentence around it.
 */
export function sentences(text: string, from = 0, to = text.length): Stretch[] {
  return cut(text, from, to, '。！？!?\n');
}

/** Like `sentences`, cut also at ；. */
export function statements(text: string, from = 0, to = text.length): Stretch[] {
  return cut(text, from, to, '。！？!?\n；;');
}

/** Like `statements`, cut also at ，. */
export function clauses(text: string, from = 0, to = text.length): Stretch[] {
  return cut(text, from, to, '。！？!?\n；;，,');
}

function cut(text: string, from: number, to: number, ends: string): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  let opened = -1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // Letters and 汉字 make up nearly all of a text and never end anything.
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    const char = text[at];
    if (OPENERS.includes(char)) {
      if (opened < 0) opened = at;
    } else if (CLOSERS.includes(char)) {
      opened = -1;
    } else if (ends.includes(char) && (opened < 0 || char === '\n' || at - opened > LONGEST_ASIDE)) {
      opened = -1;
      let end = at + 1;
      while (end < to && (CLOSERS.includes(text[end]) || ends.includes(text[end])) && text[end] !== '\n') end++;
      push(found, text, start, end);
      start = end;
      at = end - 1;
    }
  }
  push(found, text, start, to);
  return found;
}

function push(found: Stretch[], text: string, start: number, end: number): void {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) found.push({ start, end });
}

/** Every space that official texts use, the ideographic one included. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 || code === 0x3000 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x200b
  );
}
