import { posix } from 'node:path';
import { elements, parseXml, type XmlNode } from '../archive/xml-tree';
import type { ZipArchive } from '../archive/zip-archive';

/** The files of an OFD (GB/T 33190): found by the paths that producers write, with / or \, from the root or beside the file that names them. */
export class OfdPackage {
  private readonly names: ReadonlyMap<string, string>;

  constructor(private readonly archive: ZipArchive) {
    this.names = new Map(archive.names().map((name) => [normal(name).toLowerCase(), name]));
  }

  /** The path of the file that `from` names by `location`; null when there is none. */
  find(from: string, location: string): string | null {
    const path = location.trim().replaceAll('\\', '/');
    const beside = path.startsWith('/') ? path : posix.join(posix.dirname(normal(from)), path);
    // Some producers count every path from the root.
    return [beside, path].map(normal).find((candidate) => this.names.has(candidate.toLowerCase())) ?? null;
  }

  /** The tree of an XML file; null when there is none of that path. Throws XmlError and ArchiveError. */
  xml(path: string): XmlNode | null {
    const name = this.names.get(normal(path).toLowerCase());
    const bytes = name === undefined ? null : this.archive.read(name);
    return bytes === null ? null : parseXml(new TextDecoder().decode(bytes));
  }
}

function normal(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/')).replace(/^(?:\.*\/)+/, '');
}

/** The children of a name, whatever prefix their namespace has. */
export function children(node: XmlNode | null | undefined, name: string): XmlNode[] {
  return elements(node ?? undefined).filter((child) => localName(child) === name);
}

/** The element reached by going down the first child of each name. */
export function child(node: XmlNode | null | undefined, ...names: string[]): XmlNode | undefined {
  return names.reduce<XmlNode | undefined>((at, name) => children(at, name)[0], node ?? undefined);
}

export function localName({ name }: XmlNode): string {
  return name.slice(name.indexOf(':') + 1);
}

export function textOf(node: XmlNode | undefined): string {
  return node === undefined ? '' : node.children.map((part) => (typeof part === 'string' ? part : '')).join('');
}

/** The numbers of an attribute like "0 0 210 297"; what is no number counts as 0. */
export function numbers(value: string | undefined): number[] {
  return (value ?? '')
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => (Number.isFinite(Number(part)) ? Number(part) : 0));
}
