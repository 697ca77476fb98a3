import type { Paragraph, ReadParts } from '../document.types';
import type { TextInput } from '../reader';
import { AROUND_AND_SILENT, htmlParagraphs, type HtmlReading } from './html-paragraphs';
import { isAround, isSilent } from './html-seen';
import { firstOf, parseHtml, type HtmlElement } from './html-tree';
import { mainContent, type MainContent } from './main-content';
import { isFurniture, isOwner } from './page-furniture';
import { looksLikeHtml } from './html-signs';
import { withTitle } from './html-title';

/** The foot of a page has so many lines. */
const FOOT = 8;

/** A page saved from a browser or written as HTML: its article. Null when the text is no HTML. */
export function readHtml({ text }: TextInput): ReadParts | null {
  return looksLikeHtml(text) ? { format: 'html', paragraphs: pageParagraphs(text) } : null;
}

/** The paragraphs of the article of a page, its title first. Throws XmlError `huge`. */
export function pageParagraphs(html: string): Paragraph[] {
  const page = parseHtml(html);
  const body = firstOf(page, 'body');
  if (body === undefined) return [];
  const main = mainContent(body);
  const all = htmlParagraphs(main.root, readingOf(main, body));
  const foot = main.root === body ? all.length - FOOT : Infinity;
  const isOfSite = ({ text, cell }: Paragraph, at: number): boolean =>
    main.site && cell === undefined && (isFurniture(text) || (at >= foot && isOwner(text)));
  const found = all.filter((paragraph, at) => !isOfSite(paragraph, at));
  // A page whose text stands in its header or footer only.
  const paragraphs = found.length > 0 ? found : htmlParagraphs(body, { leavesOut: isSilent });
  return withTitle(paragraphs, { page, body, root: main.root });
}

/** The paragraphs of a text that has no page around it: what a Markdown text becomes. */
export function fragmentParagraphs(html: string): Paragraph[] {
  const page = parseHtml(html);
  const body = firstOf(page, 'body');
  if (body === undefined) return [];
  return withTitle(htmlParagraphs(body, AROUND_AND_SILENT), { page, body, root: body });
}

/** Leaves out forms, unless the text stands in one (pages of ASP.NET are one form), and on a site lists of links. */
function readingOf({ root, site, density }: MainContent, body: HtmlElement): HtmlReading {
  const { running } = density(body);
  const isForm = (element: HtmlElement): boolean =>
    element.tagName === 'form' && density(element).running <= running / 2;
  return {
    leavesOut: (element) =>
      isSilent(element) || isAround(element) || isForm(element) || (site && root === body && isMenu(element, density)),
  };
}

const MENU_ELEMENTS = new Set(['ul', 'ol', 'div', 'table', 'dl', 'p', 'section']);

/** A list of links and nothing else. */
function isMenu(element: HtmlElement, density: MainContent['density']): boolean {
  if (!MENU_ELEMENTS.has(element.tagName)) return false;
  const { links, linked, running } = density(element);
  return links >= 3 && running === 0 && linked > 0;
}
