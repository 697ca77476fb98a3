/**
 * A piece of a number format: a digit place (0 # ?), a part of a date (minutes as `n`, a name of a month as `mmm`), words to show as they
 * are, a sign with a meaning (. , % @ General), or a note in brackets.
 */
export type Piece =
  | { is: 'digit'; text: '0' | '#' | '?' }
  | { is: 'date'; text: string }
  | { is: 'words'; text: string }
  | { is: 'bracket'; text: string }
  | { is: 'sign'; text: string };

const TOKEN =
  /"[^"]*"?|[\\!][\s\S]?|_[\s\S]?|\*[\s\S]?|\[[^\]]*\]?|General|G\/通用格式|上午\/下午|AM\/PM|A\/P|E[+-]|y+|m+|d+|h+|s+|a{3,4}|e+|[0#?]|[.,%@/]|[\s\S]/giu;
const DATE = /^(?:y+|m+|d+|h+|s+|a{3,4}|e+|am\/pm|a\/p|上午\/下午)$/i;
/** Longer codes are nothing that a person wrote. */
const LONGEST = 255;

/** The pieces of each section of a format code; sections stand between semicolons. */
export function sectionsOf(code: string): Piece[][] {
  const sections: Piece[][] = [[]];
  for (const [token] of code.slice(0, LONGEST).matchAll(TOKEN)) {
    const here = sections[sections.length - 1];
    if (token === ';') sections.push([]);
    else here.push(pieceOf(token));
  }
  return sections.map(withMinutes);
}

/** `m` beside hours or seconds means minutes. */
function withMinutes(pieces: Piece[]): Piece[] {
  const dates = pieces.flatMap(({ is, text }, at) => (is === 'date' ? [{ at, text }] : []));
  const minutes = dates.filter(
    ({ text }, index) =>
      /^m{1,2}$/.test(text) && (/^\[?h/.test(dates[index - 1]?.text ?? '') || /^s/.test(dates[index + 1]?.text ?? '')),
  );
  const shown = [...pieces];
  for (const { at, text } of minutes) shown[at] = { is: 'date', text: 'n'.repeat(text.length) };
  return shown;
}

function pieceOf(token: string): Piece {
  const first = token[0];
  if (first === '"') return { is: 'words', text: token.slice(1).replace(/"$/, '') };
  if (first === '\\' || first === '!') return { is: 'words', text: token.slice(1) };
  // _) leaves as much room as a bracket takes, *- fills the cell.
  if (first === '_' || first === '*') return { is: 'words', text: '' };
  if (first === '[') return bracketOf(token);
  if (token === '0' || token === '#' || token === '?') return { is: 'digit', text: token };
  if (/^(?:general|g\/通用格式)$/i.test(token)) return { is: 'sign', text: 'General' };
  if (/^e[+-]$/i.test(token)) return { is: 'sign', text: 'E' };
  if (DATE.test(token)) return { is: 'date', text: token.toLowerCase() };
  return /^[.,%@/]$/.test(token) ? { is: 'sign', text: token } : { is: 'words', text: token };
}

/** [h] counts hours beyond a day, [$¥-804] names a currency and a language, the rest are colours, conditions and kinds of digits. */
function bracketOf(token: string): Piece {
  const inner = token.slice(1).replace(/\]$/, '');
  if (/^(?:h+|m+|s+)$/i.test(inner)) return { is: 'date', text: `[${inner.toLowerCase()}]` };
  if (inner.startsWith('$')) return { is: 'words', text: inner.slice(1).split('-')[0] };
  return { is: 'bracket', text: inner };
}
