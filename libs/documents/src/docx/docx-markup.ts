import { elements, value, down, type XmlNode } from '../archive/xml-tree';

/** Content that the document no longer has: tracked deletions, and where moved text came from. */
export function isGone(node: XmlNode): boolean {
  return node.name === 'w:del' || node.name === 'w:moveFrom';
}

/** Whether a property like `w:vanish` is set: it is when it stands there and does not say no; undefined when it does not stand there. */
export function isOn(properties: XmlNode | undefined, name: string): boolean | undefined {
  const found = down(properties, name);
  if (found === undefined) return undefined;
  return !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '');
}

/** Of content given in several ways, the newest: the first choice, or what older programs fall back on when there is no choice. */
export function alternative(node: XmlNode): XmlNode | undefined {
  return down(node, 'mc:Choice') ?? down(node, 'mc:Fallback');
}

/** Wrappers around rows and cells: content controls, custom XML, tracked insertions. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo']);

/** The children of that name, also those inside wrappers. */
export function unwrapped(node: XmlNode, name: string): XmlNode[] {
  return elements(node).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'mc:AlternateContent') return unwrapped(alternative(child) ?? child, name);
    return WRAPPERS.has(child.name) ? unwrapped(child, name) : [];
  });
}

/** A count in a property, between 0 and 1000; `otherwise` when it is not there or no number. */
export function count(properties: XmlNode | undefined, name: string, otherwise: number): number {
  const stated = Number(value(properties, name) ?? otherwise);
  return Number.isInteger(stated) && stated >= 0 ? Math.min(stated, 1000) : otherwise;
}
