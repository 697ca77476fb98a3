/** Words to look for in the original, and about where: 0 is its beginning, 1 its end. */
export interface Sought {
  words: string;
  near: number;
}

const LENGTHS = [24, 12, 7];

/** Originals break lines and set blanks where the text read from them has none; only characters are compared. */
export const bare = (text: string) => text.normalize('NFKC').replace(/[\s\u200b\u00ad]/g, '');

/** The place of the words in a bare text, the nearest one where they stand several times; null when they are not found. */
export function placeOf(text: string, { words, near }: Sought): number | null {
  const sought = bare(words);
  const expected = near * text.length;
  for (const length of LENGTHS) {
    const needle = sought.slice(0, length);
    if (needle.length < Math.min(length, 4)) continue;
    const places = [];
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) places.push(at);
    if (places.length > 0)
      return places.reduce((best, at) => (Math.abs(at - expected) < Math.abs(best - expected) ? at : best));
  }
  return null;
}

/** Which of the parts, laid end to end, has the words: a page of a PDF, a paragraph of a Word file. */
export function partOf(parts: readonly string[], sought: Sought): number | null {
  const texts = parts.map(bare);
  const place = placeOf(texts.join(''), sought);
  if (place === null) return null;
  let end = 0;
  return texts.findIndex((text) => (end += text.length) > place);
}
