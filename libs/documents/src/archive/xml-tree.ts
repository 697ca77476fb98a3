import { SaxesParser } from 'saxes';

export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

/** XML that cannot be read. `huge`: more elements, or nested deeper, than a document is made of. */
export class XmlError extends Error {
  constructor(readonly reason: 'broken' | 'huge') {
    super(reason);
    this.name = 'XmlError';
  }
}
const DEEPEST = 200;
const MOST_NODES = 4_000_000;

/** The tree of an XML text. No entity of a DTD is expanded (so nothing outside is read and nothing multiplies). Throws XmlError. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [root];
  let nodes = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => {
    throw new XmlError('broken');
  });
  parser.on('doctype', () => {
    throw new XmlError('broken');
  });
  parser.on('opentag', (tag) => {
    if (++nodes > MOST_NODES || open.length > DEEPEST) throw new XmlError('huge');
    const node: XmlNode = { name: tag.name, attributes: tag.attributes, children: [] };
    open[open.length - 1].children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const characters = (text: string): void => {
    open[open.length - 1].children.push(text);
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  parser.write(xml).close();
  const top = elements(root)[0];
  if (top === undefined) throw new XmlError('broken');
  return top;
}

export function elements(node: XmlNode | undefined): XmlNode[] {
  return node === undefined ? [] : node.children.filter((child): child is XmlNode => typeof child !== 'string');
}

export function all(node: XmlNode | undefined, name: string): XmlNode[] {
  return elements(node).filter((child) => child.name === name);
}

/** The element reached by going down the first child of each name. */
export function down(node: XmlNode | undefined, ...names: string[]): XmlNode | undefined {
  return names.reduce<XmlNode | undefined>((at, name) => elements(at).find((child) => child.name === name), node);
}

/** The `w:val` of the element reached by `names`. */
export function value(node: XmlNode | undefined, ...names: string[]): string | undefined {
  return down(node, ...names)?.attributes['w:val'];
}
