import type { Paragraph } from '../document.types';
import { isAround, isSilent } from './html-seen';
import { setText, wordsOf } from './html-text';
import { attribute, childElements, firstOf, type HtmlElement } from './html-tree';
import type { DefaultTreeAdapterTypes } from 'parse5';

interface Page {
  page: DefaultTreeAdapterTypes.Document;
  body: HtmlElement;
  root: HtmlElement;
}

/** 工作报告_某某区人民政府门户网站: the title of a page and the name of its site. */
const SITE_AFTER = /[\s　]*(?:[_|｜–—]|--|[\s　]-[\s　]|-(?=[^-]{2,20}(?:网|政府|平台|局|委|办)$))[\s　]*/;
const LONGEST = 120;

/**
 * The paragraphs with their title as heading 0: the first paragraph that is an <h1> or says what the page's <title> says; further <h1>
 * are headings of level 1. When the article has none, the <h1> outside of it or the title that the page declares stands in front.
 */
export function withTitle(paragraphs: Paragraph[], { page, body, root }: Page): Paragraph[] {
  const declared = declaredTitles(page);
  const says = (text: string): boolean => declared.some((title) => squeezed(title) === squeezed(text));
  const at = paragraphs.findIndex(({ text, heading, cell }) => cell === undefined && (heading === 1 || says(text)));
  if (at >= 0) return paragraphs.map((one, index) => (index === at ? { ...one, heading: 0 } : one));
  if (root === body || paragraphs.length === 0) return paragraphs;
  const title = outerHeading(body, root) ?? declared[0];
  if (title === undefined || title === '' || title.length > LONGEST) return paragraphs;
  // Without a heading of its own the article begins with its title as often as not.
  const begins = paragraphs.findIndex(({ text }) => squeezed(text) === squeezed(title));
  if (begins >= 0) return paragraphs.map((one, index) => (index === begins ? { ...one, heading: 0 } : one));
  return [{ text: title, heading: 0 }, ...paragraphs];
}

/** What a page declares as its title, most reliable first. */
function declaredTitles(page: Page['page']): string[] {
  const head = firstOf(page, 'head');
  if (head === undefined) return [];
  const meta = childElements(head)
    .filter((element) =>
      /^(?:articletitle|og:title)$/i.test(attribute(element, 'name') ?? attribute(element, 'property') ?? ''),
    )
    .map((element) => setText(attribute(element, 'content') ?? ''));
  const title = firstOf(head, 'title');
  const words = title === undefined ? '' : wordsOf(title);
  return [...meta, words.split(SITE_AFTER)[0], words].filter((text) => text.length >= 4);
}

/** The last <h1> that stands before the article. */
function outerHeading(body: HtmlElement, root: HtmlElement): string | undefined {
  let found: string | undefined;
  const search = (element: HtmlElement): boolean => {
    for (const child of childElements(element)) {
      if (child === root) return true;
      if (isSilent(child) || isAround(child)) continue;
      if (child.tagName === 'h1') found = wordsOf(child) || found;
      if (search(child)) return true;
    }
    return false;
  };
  search(body);
  return found;
}

function squeezed(text: string): string {
  return text.replace(/[\s　]/g, '');
}
