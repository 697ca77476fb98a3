import { attribute, type HtmlElement } from './html-tree';

/** Nothing of these is text of the page; struck text is no longer said. */
const SILENT = new Set(
  'script style noscript template head title button input select textarea datalist iframe object embed svg math canvas video audio map rp rt del s strike dialog'.split(
    ' ',
  ),
);
/** What stands around the text of a page. */
const AROUND = new Set(['nav', 'header', 'footer', 'aside', 'menu']);

export function isSilent(element: HtmlElement): boolean {
  return SILENT.has(element.tagName) || isHidden(element);
}

/** Whether an element is furniture of the page by its name; the head of an article belongs to the article. */
export function isAround(element: HtmlElement): boolean {
  const role = attribute(element, 'role');
  if (role === 'navigation' || role === 'banner' || role === 'contentinfo' || role === 'search') return true;
  return AROUND.has(element.tagName) && !(element.tagName === 'header' && isInArticle(element));
}

function isHidden(element: HtmlElement): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

function isInArticle(element: HtmlElement): boolean {
  for (let at = element.parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
    if (at.tagName === 'article' || at.tagName === 'main') return true;
  }
  return false;
}
