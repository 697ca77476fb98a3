import { isAround, isSilent } from './html-seen';
import { isDataTable } from './html-table';
import { setText } from './html-text';
import { attribute, childElements, isElement, isText, type HtmlElement, type HtmlNode } from './html-tree';
import { isFurniture, isOwner } from './page-furniture';

/** What a part of a page holds: characters of running text, sentences in it, characters of links, and how many links. */
interface Density {
  running: number;
  sentences: number;
  linked: number;
  links: number;
}
const NOTHING: Density = { running: 0, sentences: 0, linked: 0, links: 0 };

/** A text shorter than this is a label or a menu entry, unless a sentence ends in it. */
const RUNNING_FROM = 16;
/** The part that is taken for the article holds so much of the running text of what is around it. */
const BY_FAR = 0.8;
/** Running text without a sentence that may be lost beside the article: a title, which is found again, or a slogan. */
const NEGLIGIBLE = 60;
/** A page with fewer links around its text has no menus. */
const MENU = 5;
const MARKED = new Set(['article', 'main']);
/** Elements that hold paragraphs, other than a paragraph itself. */
const HOLDERS = new Set(
  'div section article main center td tr tbody table form span font ul dl dd fieldset body'.split(' '),
);

/** The part of a page that is its text. `site`: it stands among menus, so that lines of furniture are to be expected in it. */
export interface MainContent {
  root: HtmlElement;
  site: boolean;
  density: (element: HtmlElement) => Density;
}

/**
 * Finds the article of a page by the density of its text. Running text is what is not linked and long enough to be said, lines of furniture
 * (发布时间：, 主办单位：) not counted. An <article> with most of it is the article; otherwise the way goes from the body inwards, into the
 * one element that holds by far the most running text, as long as whatever stands beside it is more links than text. A page without menus is
 * its own article.
 */
export function mainContent(body: HtmlElement): MainContent {
  const densities = new Map<HtmlElement, Density>();
  measure(body, false, densities);
  const density = (element: HtmlElement): Density => densities.get(element) ?? NOTHING;
  const whole = density(body);
  const marked = [...densities.keys()]
    .filter((element) => MARKED.has(element.tagName) && density(element).running > whole.running / 2)
    .pop();
  let root = marked ?? body;
  while (root.tagName !== 'article') {
    const inner = innerOf(root, density);
    if (inner === undefined) break;
    root = inner;
  }
  const around = whole.links - density(root).links;
  const site = around >= MENU;
  return { root: site || marked !== undefined ? root : body, site, density };
}

function innerOf(root: HtmlElement, density: MainContent['density']): HtmlElement | undefined {
  const children = childElements(root);
  const inner = children.find((child) => {
    if (!HOLDERS.has(child.tagName) || (child.tagName === 'table' && isDataTable(child))) return false;
    return density(child).running > 0 && density(child).running >= density(root).running * BY_FAR;
  });
  if (inner === undefined) return undefined;
  const beside = children.filter((child) => child !== inner && child.tagName !== 'a' && !isAround(child)).map(density);
  return [ownText(root), ...beside].every(isNegligible) ? inner : undefined;
}

function isNegligible({ running, sentences, linked }: Density): boolean {
  return running <= linked || (running <= NEGLIGIBLE && sentences === 0);
}

/** What stands in an element itself and in none of its children. */
function ownText(element: HtmlElement): Density {
  const found = { ...NOTHING };
  for (const child of element.childNodes) if (isText(child)) count(found, child.value, false);
  return found;
}

/** Measures an element and all that is seen in it. In a table of data every word counts. */
function measure(element: HtmlElement, inData: boolean, densities: Map<HtmlElement, Density>): Density {
  const found = { ...NOTHING };
  densities.set(element, found);
  const data = inData || (element.tagName === 'table' && isDataTable(element));
  for (const child of element.childNodes) {
    if (isText(child)) count(found, child.value, data);
    else if (isElement(child)) add(found, child, data, densities);
  }
  return found;
}

function add(found: Density, child: HtmlElement, data: boolean, densities: Map<HtmlElement, Density>): void {
  if (isSilent(child)) return;
  const inner = measure(child, data, densities);
  if (child.tagName === 'a' && attribute(child, 'href') !== undefined) {
    found.links += 1;
    found.linked += lengthOf(child);
  } else {
    found.links += inner.links;
    found.linked += inner.linked;
    // Menus hold no text of the page, whatever they say.
    if (isAround(child)) return;
    found.running += inner.running;
    found.sentences += inner.sentences;
  }
}

function count(found: Density, value: string, inData: boolean): void {
  const text = setText(value);
  const sentence = /[。；]/.test(text);
  const running = inData || ((text.length >= RUNNING_FROM || sentence) && !isFurniture(text) && !isOwner(text));
  if (!running) return;
  found.running += text.length;
  if (sentence) found.sentences++;
}

function lengthOf(node: HtmlNode): number {
  if (isText(node)) return node.value.trim().length;
  return isElement(node) ? node.childNodes.reduce((sum, child) => sum + lengthOf(child), 0) : 0;
}
