import { isElement, isText, type HtmlNode } from './html-tree';

/** Characters without width, marks of direction and control characters: nobody sees them. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?![\t\n\f\r])\p{Cc}/gu;
const WIDE = /[\u2018-\u201d\u2026\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\ud840-\ud8ff]/;

/**
 * Text as a browser sets it: white space runs together, a line end between Chinese characters is none at all, fixed spaces are spaces,
 * characters without width are gone; without its outer spaces.
 */
export function setText(raw: string): string {
  return raw
    .replace(UNSEEN, '')
    .replace(/[ \t\n\f\r]+/g, (space, at: number, whole: string) => {
      const joins = /[\n\r]/.test(space) && WIDE.test(whole[at - 1] ?? '') && WIDE.test(whole[at + space.length] ?? '');
      return joins ? '' : ' ';
    })
    .replace(/\u00a0/g, ' ')
    .trim();
}

/** A line of preformatted text keeps its spaces. */
export function fixedText(raw: string): string {
  return raw
    .replace(UNSEEN, '')
    .replace(/\u00a0/g, ' ')
    .trimEnd();
}

/** The text of a node, everything in it, on one line. */
export function wordsOf(node: HtmlNode): string {
  return setText(rawOf(node));
}

function rawOf(node: HtmlNode): string {
  if (isText(node)) return node.value;
  return isElement(node) ? node.childNodes.map(rawOf).join('') : '';
}
