import { elements, parseXml, type XmlNode } from './xml-tree';
import type { ZipArchive } from './zip-archive';

/** The prefix under which the readers know the names of a namespace. A file may bind any other prefix to it. */
export type Prefixes = Readonly<Record<string, string>>;

/** The root element of an XML file in an archive, its names with the readers' prefixes; undefined when there is no such file. Throws XmlError and ArchiveError. */
export function readXml(archive: ZipArchive, name: string, prefixes: Prefixes): XmlNode | undefined {
  const bytes = archive.read(name);
  return bytes === null ? undefined : prefixed(parseXml(decodeXml(bytes)), prefixes);
}

/** XML is UTF-8 unless a byte order mark, or zero bytes between its first characters, says UTF-16. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  return new TextDecoder().decode(bytes);
}

/** Renames the elements and attributes of known namespaces, in place. Names of other namespaces stay as they are. */
export function prefixed(root: XmlNode, prefixes: Prefixes): XmlNode {
  rename(root, new Map(), prefixes);
  return root;
}

/** `scope` has the prefixes that differ from ours; '' is the namespace of names without one. */
type Scope = ReadonlyMap<string, string>;

function rename(node: XmlNode, outer: Scope, prefixes: Prefixes): void {
  const scope = scopeOf(node, outer, prefixes);
  if (scope.size > 0) {
    node.name = inScope(node.name, scope);
    node.attributes = Object.fromEntries(
      Object.entries(node.attributes).map(([name, text]) => [name.includes(':') ? inScope(name, scope) : name, text]),
    );
  }
  for (const child of elements(node)) rename(child, scope, prefixes);
}

function scopeOf(node: XmlNode, outer: Scope, prefixes: Prefixes): Scope {
  let scope: Map<string, string> | undefined;
  for (const [name, uri] of Object.entries(node.attributes)) {
    const declared = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
    if (declared === undefined) continue;
    const ours = Object.hasOwn(prefixes, uri) ? prefixes[uri] : undefined;
    scope ??= new Map(outer);
    if (ours === undefined || ours === declared) scope.delete(declared);
    else scope.set(declared, ours);
  }
  return scope ?? outer;
}

function inScope(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  const prefix = scope.get(colon < 0 ? '' : name.slice(0, colon));
  return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
}
