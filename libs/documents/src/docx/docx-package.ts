import { elements, type XmlNode } from '../archive/xml-tree';
import { readXml, type Prefixes } from '../archive/xml-part';
import type { ZipArchive } from '../archive/zip-archive';

/** The namespaces of a Word document, the usual ones and those of a “strict” Open XML document. */
const PREFIXES: Prefixes = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2015/wordml/symex': 'w16se',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};
const USUAL = 'word/document.xml';

/** The parts of a Word document that hold its text. */
export interface DocxParts {
  main: XmlNode | undefined;
  styles: XmlNode | undefined;
  numbering: XmlNode | undefined;
  footnotes: XmlNode | undefined;
  endnotes: XmlNode | undefined;
}

/** Whether the archive holds a Word document: by the usual name of its text, or by what its main part is. */
export function isDocx(archive: ZipArchive): boolean {
  if (archive.has(USUAL)) return true;
  const main = mainPart(archive);
  return main !== undefined && readXml(archive, main, PREFIXES)?.name === 'w:document';
}

/** The parts, wherever the relations of the package say they are. Throws XmlError and ArchiveError. */
export function docxParts(archive: ZipArchive): DocxParts {
  const main = mainPart(archive) ?? USUAL;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = relations(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const part = (kind: string): XmlNode | undefined =>
    readXml(archive, related.get(kind) ?? `${folder}${kind}.xml`, PREFIXES);
  return {
    main: readXml(archive, main, PREFIXES),
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
  };
}

function mainPart(archive: ZipArchive): string | undefined {
  const stated = relations(archive, '_rels/.rels', '').get('officeDocument');
  if (stated !== undefined && archive.has(stated)) return stated;
  return archive.has(USUAL) ? USUAL : undefined;
}

/** The targets of a relations file by the last word of their type (officeDocument, styles, …), of several the first. */
function relations(archive: ZipArchive, name: string, folder: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const { attributes } of elements(readXml(archive, name, PREFIXES))) {
    const kind = attributes.Type?.split('/').at(-1);
    if (kind === undefined || attributes.Target === undefined || targets.has(kind)) continue;
    targets.set(kind, resolve(folder, attributes.Target));
  }
  return targets;
}

/** `../styles.xml` seen from `word/`: a path inside the archive. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
