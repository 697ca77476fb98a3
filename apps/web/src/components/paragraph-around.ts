export interface Stretch {
  from: number;
  to: number;
  length: number;
}

/** The whole paragraphs of `text` in which the words from `start` to `end` stand. */
export function paragraphAround(text: string, start: number, end: number): Stretch {
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  return { from, to, length: to - from };
}
