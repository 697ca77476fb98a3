import { elements } from '../archive/xml-tree';
import { readXml, type Prefixes } from '../archive/xml-part';
import type { ZipArchive } from '../archive/zip-archive';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
export const PREFIXES: Prefixes = {
  [`${OASIS}:office:1.0`]: 'office',
  [`${OASIS}:style:1.0`]: 'style',
  [`${OASIS}:text:1.0`]: 'text',
  [`${OASIS}:table:1.0`]: 'table',
  [`${OASIS}:drawing:1.0`]: 'draw',
  [`${OASIS}:manifest:1.0`]: 'manifest',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
};
const MANIFEST = 'META-INF/manifest.xml';
/** Texts, and templates and masters of texts (-template, -master). */
const TEXT = /^application\/vnd\.oasis\.opendocument\.text/;

/** Whether the archive says of itself that it is an OpenDocument text. */
export function isOdt(archive: ZipArchive): boolean {
  if (!archive.has('content.xml')) return false;
  const type = archive.read('mimetype');
  if (type !== null) return TEXT.test(new TextDecoder().decode(type.subarray(0, 200)));
  // Written by packers that leave the type out: the manifest has it, too.
  return elements(readXml(archive, MANIFEST, PREFIXES)).some(
    ({ attributes }) => attributes['manifest:full-path'] === '/' && TEXT.test(attributes['manifest:media-type'] ?? ''),
  );
}

/** Whether the contents are encrypted with a password. */
export function isEncrypted(archive: ZipArchive): boolean {
  return elements(readXml(archive, MANIFEST, PREFIXES)).some((entry) =>
    elements(entry).some(({ name }) => name === 'manifest:encryption-data'),
  );
}
