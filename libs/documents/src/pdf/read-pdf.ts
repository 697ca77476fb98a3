import { dirname, join } from 'node:path';
import { DocumentError, type ReadParts } from '../document.types';
import { layoutPage } from '../page-layout/layout-page';
import { matrixOf } from '../page-layout/matrix';
import type { PageLayout } from '../page-layout/page-content';
import { paragraphsOf } from '../page-layout/paragraphs';
import type { ReaderInput } from '../reader';
import { refuse } from '../refusals';
import { PageOperators, type FontFacts, type OperatorCodes, type OperatorList } from './page-operators';
import { pageNumbers } from './page-numbers';
import { upright } from './turned-pages';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs', { with: { 'resolution-mode': 'import' } });
type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

const MOST_PAGES = 3000;

interface PageFacts {
  layout: PageLayout;
  /** Whether something is drawn on it that is no text. */
  drawn: boolean;
  characters: number;
  unknown: number;
}

/**
 * Reads a PDF: its text by place on the page, its tables by their lines, headings by size. Pages that are pictures are named in `notes`.
 * Throws document.protected, damaged, too-complex, scanned (no page has text) and no-text (its fonts do not say which characters they draw).
 */
export async function readPdf({ bytes, name }: ReaderInput): Promise<ReadParts> {
  // pdfjs is an ES module, and large: loaded only for a PDF.
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const files = dirname(require.resolve('pdfjs-dist/package.json'));
  const loading = pdfjs.getDocument({
    // pdfjs takes the bytes away from whom they belong to.
    data: bytes.slice(),
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    cMapUrl: `${join(files, 'cmaps')}/`,
    standardFontDataUrl: `${join(files, 'standard_fonts')}/`,
    // No picture is unpacked: only text and lines are looked at.
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    const document = await opened(loading.promise, name);
    if (document.numPages > MOST_PAGES) {
      throw refuse('document.too-complex', `${name}有 ${document.numPages} 页，超过 ${MOST_PAGES} 页的上限；请拆分后再试。`);
    }
    return await readPages(document, name, pdfjs.OPS);
  } finally {
    await loading.destroy();
  }
}

async function opened(promise: Promise<PdfDocument>, name: string): Promise<PdfDocument> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw refuse('document.protected', `${name}设置了打开密码，无法读取；请取消密码后再试。`);
    }
    throw damaged(name);
  }
}

function damaged(name: string): DocumentError {
  return refuse('document.damaged', `${name}已损坏，无法打开；请重新导出或下载 PDF 后再试。`);
}

async function readPages(document: PdfDocument, name: string, codes: OperatorCodes): Promise<ReadParts> {
  const pages: PageFacts[] = [];
  const broken: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPage(document, number, codes);
    if (page === null) broken.push(number);
    else pages.push(page);
  }
  if (pages.length === 0) throw damaged(name);
  const total = (count: (page: PageFacts) => number): number => pages.reduce((sum, page) => sum + count(page), 0);
  if (total(({ unknown }) => unknown) * 2 > total(({ characters }) => characters)) {
    throw refuse('document.no-text', `${name}的字体没有文字编码，取出的是乱码；请提供 Word 等文字版，或先做文字识别（OCR）。`);
  }
  const { paragraphs, footnotes, empty } = paragraphsOf(pages.map(({ layout }) => layout));
  if (paragraphs.length === 0) {
    throw refuse('document.scanned', `${name}是扫描件，没有文字层；请提供文字版，或先做文字识别（OCR）后再试。`);
  }
  const pictures = pages.filter(({ layout, drawn }) => drawn && empty.has(layout.number)).map(({ layout }) => layout.number);
  const notes = [
    ...(pictures.length > 0 ? [`${pageNumbers(pictures)}是图片，没有文字，未读取。`] : []),
    ...(broken.length > 0 ? [`${pageNumbers(broken)}已损坏，未读取。`] : []),
  ];
  return { format: 'pdf', paragraphs, ...(footnotes.length > 0 ? { footnotes } : {}), ...(notes.length > 0 ? { notes } : {}) };
}

/** One page laid out; null when it is damaged. What pdfjs keeps of it is let go. */
async function readPage(document: PdfDocument, number: number, codes: OperatorCodes): Promise<PageFacts | null> {
  const found = await operatorsOf(document, number);
  if (found === null) return null;
  const { page, operators } = found;
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const base = matrixOf(transform) ?? [1, 0, 0, -1, 0, height];
  const shown = new PageOperators(codes, base, await fontsOf(page, operators, codes)).read(operators);
  page.cleanup();
  const characters = shown.pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
  const layout = layoutPage(upright({ number, width, height }, shown.pieces, shown.rules));
  return { layout, drawn: shown.drawn, characters: characters + shown.unknown, unknown: shown.unknown };
}

async function operatorsOf(document: PdfDocument, number: number): Promise<{ page: PdfPage; operators: OperatorList } | null> {
  try {
    const page = await document.getPage(number);
    return { page, operators: await page.getOperatorList() };
  } catch (error) {
    // Whatever pdfjs trips over here lies in the file; the person is told which pages are missing.
    if (error instanceof Error) return null;
    throw error;
  }
}

async function fontsOf(page: PdfPage, { fnArray, argsArray }: OperatorList, codes: OperatorCodes): Promise<Map<string, FontFacts>> {
  const fonts = new Map<string, FontFacts>();
  for (const [at, code] of fnArray.entries()) {
    const args = argsArray[at];
    if (code !== codes.dependency || !Array.isArray(args)) continue;
    for (const name of args) {
      if (typeof name !== 'string' || !/^g_.*_f\d/.test(name) || fonts.has(name)) continue;
      fonts.set(name, factsOf(await new Promise<unknown>((resolve) => page.commonObjs.get(name, resolve))));
    }
  }
  return fonts;
}

function factsOf(font: unknown): FontFacts {
  const { vertical, fontMatrix } = (typeof font === 'object' && font !== null ? font : {}) as Record<string, unknown>;
  const unit = Array.isArray(fontMatrix) || fontMatrix instanceof Float64Array || fontMatrix instanceof Float32Array ? Number(fontMatrix[0]) : 0.001;
  return { unit: unit || 0.001, vertical: vertical === true };
}
