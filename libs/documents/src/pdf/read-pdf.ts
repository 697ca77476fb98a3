import { dirname, join } from 'node:path';
import { DocumentError, type ReadParts } from '../document.types';
import { layoutPage } from '../page-layout/layout-page';
import { matrixOf } from '../page-layout/matrix';
import { pagedParts, tooManyPages, type ReadPage } from '../page-layout/paged-parts';
import { upright } from '../page-layout/turned-pages';
import type { ReaderInput } from '../reader';
import { refuse } from '../refusals';
import { PageOperators, type FontFacts, type OperatorCodes, type OperatorList } from './page-operators';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs', { with: { 'resolution-mode': 'import' } });
type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

interface PdfPageFacts extends ReadPage {
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
    tooManyPages(document.numPages, name);
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
  const pages: PdfPageFacts[] = [];
  const broken: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPage(document, number, codes);
    if (page === null) broken.push(number);
    else pages.push(page);
  }
  if (pages.length === 0) throw damaged(name);
  const total = (count: (page: PdfPageFacts) => number): number => pages.reduce((sum, page) => sum + count(page), 0);
  if (total(({ unknown }) => unknown) * 2 > total(({ characters }) => characters)) {
    throw refuse(
      'document.no-text',
      `${name}的字体没有文字编码，取出的是乱码；请提供 Word 等文字版，或先做文字识别（OCR）。`,
    );
  }
  return pagedParts('pdf', name, pages, broken);
}

/** One page laid out; null when it is damaged. What pdfjs keeps of it is let go. */
async function readPage(document: PdfDocument, number: number, codes: OperatorCodes): Promise<PdfPageFacts | null> {
  const found = await operatorsOf(document, number);
  if (found === null) return null;
  const { page, operators } = found;
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const base = matrixOf(transform) ?? [1, 0, 0, -1, 0, height];
  const shown = new PageOperators(codes, base, await fontsOf(page, operators, codes)).read(operators);
  page.cleanup();
  const layout = layoutPage(upright({ number, width, height }, shown.pieces, shown.rules));
  return { layout, drawn: shown.drawn, characters: shown.characters, unknown: shown.unknown };
}

async function operatorsOf(
  document: PdfDocument,
  number: number,
): Promise<{ page: PdfPage; operators: OperatorList } | null> {
  try {
    const page = await document.getPage(number);
    return { page, operators: await page.getOperatorList() };
  } catch (error) {
    // Whatever pdfjs trips over here lies in the file; the person is told which pages are missing.
    if (error instanceof Error) return null;
    throw error;
  }
}

async function fontsOf(
  page: PdfPage,
  { fnArray, argsArray }: OperatorList,
  codes: OperatorCodes,
): Promise<Map<string, FontFacts>> {
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
  const unit =
    Array.isArray(fontMatrix) || fontMatrix instanceof Float64Array || fontMatrix instanceof Float32Array
      ? Number(fontMatrix[0])
      : 0.001;
  return { unit: unit || 0.001, vertical: vertical === true };
}
