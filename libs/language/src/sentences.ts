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
  return cut(text, from, to, SENTENCE);
}

/** Like `sentences`, cut also at ；. */
export function statements(text: string, from = 0, to = text.length): Stretch[] {
  return cut(text, from, to, STATEMENT);
}

/** Like `statements`, cut also at ，. */
export function clauses(text: string, from = 0, to = text.length): Stretch[] {
  return cut(text, from, to, CLAUSE);
}

const OPENS = 1;
const CLOSES = 2;
const ENDS = 3;
/** What a character means to the cutting, by its code; nearly every character of a text means nothing. */
function meanings(ends: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of OPENERS) table[char.charCodeAt(0)] = OPENS;
  for (const char of CLOSERS) table[char.charCodeAt(0)] = CLOSES;
  for (const char of ends) table[char.charCodeAt(0)] = ENDS;
  return table;
}
const SENTENCE = meanings('。！？!?\n');
const STATEMENT = meanings('。！？!?\n；;');
const CLAUSE = meanings('。！？!?\n；;，,');
const NEW_LINE = 10;

function cut(text: string, from: number, to: number, table: Uint8Array): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  let opened = -1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const meaning = table[code];
    if (meaning === 0) continue;
    if (meaning === OPENS) {
      if (opened < 0) opened = at;
    } else if (meaning === CLOSES) {
      opened = -1;
    } else if (opened < 0 || code === NEW_LINE || at - opened > LONGEST_ASIDE) {
      opened = -1;
      let end = at + 1;
      while (end < to && table[text.charCodeAt(end)] >= CLOSES && text.charCodeAt(end) !== NEW_LINE) end++;
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
