import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import { XmlError } from '../archive/xml-tree';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
type TreeTypes = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;

/** Browsers cut at 512; formatting elements that are never closed nest without end. */
const DEEPEST = 600;
const MOST_NODES = 1_000_000;

/**
 * The tree of a page, as a browser builds it from whatever stands there. Throws XmlError `huge` for pages that unfold into more elements
 * than a document is made of (an unclosed <b> is repeated in every paragraph after it).
 */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  let nodes = 0;
  let depth = 0;
  const counted = <T>(node: T): T => {
    if (++nodes > MOST_NODES) throw new XmlError('huge');
    return node;
  };
  const treeAdapter: TreeAdapter<TreeTypes> = {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) =>
      counted(defaultTreeAdapter.createElement(name, namespace, attributes)),
    createCommentNode: (data) => counted(defaultTreeAdapter.createCommentNode(data)),
    onItemPush: () => {
      if (++depth > DEEPEST) throw new XmlError('huge');
    },
    onItemPop: () => {
      depth--;
    },
  };
  return parse(html, { treeAdapter, scriptingEnabled: false });
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function childElements(node: DefaultTreeAdapterTypes.ParentNode): HtmlElement[] {
  return node.childNodes.filter(isElement);
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The first element of this name below a node, in document order. */
export function firstOf(node: DefaultTreeAdapterTypes.ParentNode, name: string): HtmlElement | undefined {
  for (const child of childElements(node)) {
    const found = child.tagName === name ? child : firstOf(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
