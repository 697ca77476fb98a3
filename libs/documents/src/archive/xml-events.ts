import { SaxesParser } from 'saxes';
import { XmlError } from './xml-tree';

export interface XmlHandlers {
  /** `name` without its prefix: writers choose prefixes as they like. */
  open: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

const DEEPEST = 200;
const PIECE = 1 << 20;

/**
 * Tells the handlers what stands in an XML text, piece by piece, for parts that are too large for a tree. No entity of a DTD is expanded.
 * Throws XmlError. What a handler throws ends the reading.
 */
export function eachXmlEvent(bytes: Uint8Array, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('error', () => {
    throw new XmlError('broken');
  });
  parser.on('doctype', () => {
    throw new XmlError('broken');
  });
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw new XmlError('huge');
    open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    close?.(localName(tag.name));
  });
  if (text !== undefined) parser.on('text', text);
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += PIECE) {
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
