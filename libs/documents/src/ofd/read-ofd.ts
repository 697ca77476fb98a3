import { XmlError, type XmlNode } from '../archive/xml-tree';
import { ArchiveError } from '../archive/zip-archive';
import { layoutPage } from '../page-layout/layout-page';
import { pagedParts, tooManyPages, type ReadPage } from '../page-layout/paged-parts';
import { upright } from '../page-layout/turned-pages';
import type { ArchiveReader } from '../reader';
import { refuse } from '../refusals';
import { child, children, numbers, OfdPackage, textOf } from './ofd-package';
import { contentOf, POINTS, type OfdContent } from './ofd-objects';
import type { ReadParts } from '../document.types';

const ROOT = 'OFD.xml';
/** A4, for a document that does not say. */
const PAPER = [0, 0, 210, 297];

/** OFD, the national format for documents with a fixed layout (GB/T 33190). */
export const ofdReader: ArchiveReader = {
  fits: (archive) => archive.has(ROOT),
  read: ({ archive, name }) => readOfd(new OfdPackage(archive), name),
};

interface PageFile {
  path: string | null;
  document: DocumentFile;
}

/** One of the documents in a package. */
interface DocumentFile {
  path: string;
  box: number[];
  /** The paths of its template pages, by their identifier, and what they hold once read. */
  templates: Map<string, string>;
  read: Map<string, OfdContent>;
}

/**
 * The paragraphs of an OFD by the places of its text, as a PDF's. Text of templates lies under that of the page.
 * Throws document.damaged, too-complex and scanned (no page has text); XmlError and ArchiveError.
 */
function readOfd(files: OfdPackage, name: string): ReadParts {
  const pages = children(files.xml(ROOT), 'DocBody').flatMap((body) =>
    documentPages(files, textOf(child(body, 'DocRoot'))),
  );
  if (pages.length === 0) throw damaged(name);
  tooManyPages(pages.length, name);
  const found: ReadPage[] = [];
  const broken: number[] = [];
  pages.forEach((page, at) => {
    const read = readPage(files, page, at + 1);
    if (read === null) broken.push(at + 1);
    else found.push(read);
  });
  if (found.length === 0) throw damaged(name);
  return pagedParts('ofd', name, found, broken);
}

function damaged(name: string): Error {
  return refuse('document.damaged', `${name}已损坏，无法打开；请重新导出或下载 OFD 后再试。`);
}

function documentPages(files: OfdPackage, root: string): PageFile[] {
  const path = files.find(ROOT, root);
  const document = path === null ? null : files.xml(path);
  if (path === null || document === null) return [];
  const common = child(document, 'CommonData');
  const templates = children(common, 'TemplatePage').flatMap(({ attributes }): [string, string][] => {
    const found = files.find(path, attributes.BaseLoc ?? '');
    return found === null ? [] : [[attributes.ID ?? '', found]];
  });
  const file = { path, box: boxOf(child(common, 'PageArea')) ?? PAPER, templates: new Map(templates), read: new Map() };
  return children(child(document, 'Pages'), 'Page').map(({ attributes }) => ({
    path: files.find(path, attributes.BaseLoc ?? ''),
    document: file,
  }));
}

/** One page laid out; null when it is not there or broken. */
function readPage(files: OfdPackage, { path, document }: PageFile, number: number): ReadPage | null {
  const page = path === null ? null : pageXml(files, path);
  if (page === null) return null;
  const box = boxOf(child(page, 'Area')) ?? document.box;
  const templates = children(page, 'Template').flatMap(({ attributes }) =>
    templateOf(files, document, attributes.TemplateID, box),
  );
  const layers = [...templates, contentOf(page, box)];
  const content = upright(
    { number, width: box[2] * POINTS, height: box[3] * POINTS },
    layers.flatMap(({ pieces }) => pieces),
    layers.flatMap(({ rules }) => rules),
  );
  return { layout: layoutPage(content), drawn: layers.some(({ drawn }) => drawn) };
}

/** The tree of a page; null when it is broken, which costs this page only. */
function pageXml(files: OfdPackage, path: string): XmlNode | null {
  try {
    return files.xml(path);
  } catch (error) {
    const broken =
      (error instanceof XmlError && error.reason === 'broken') ||
      (error instanceof ArchiveError && error.reason === 'damaged');
    if (broken) return null;
    throw error;
  }
}

function templateOf(
  files: OfdPackage,
  document: DocumentFile,
  id: string | undefined,
  box: readonly number[],
): OfdContent[] {
  const path = document.templates.get(id ?? '');
  if (path === undefined) return [];
  const known = document.read.get(path);
  if (known !== undefined) return [known];
  const template = pageXml(files, path);
  const content: OfdContent = template === null ? { pieces: [], rules: [], drawn: false } : contentOf(template, box);
  document.read.set(path, content);
  return [content];
}

/** The PhysicalBox of an area; null when it says nothing usable. */
function boxOf(area: XmlNode | undefined): number[] | null {
  const box = numbers(textOf(child(area, 'PhysicalBox')));
  return box.length === 4 && box[2] > 0 && box[3] > 0 ? box : null;
}
