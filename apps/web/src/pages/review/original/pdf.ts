import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export type Pdf = PDFDocumentProxy;

GlobalWorkerOptions.workerSrc = worker;

/** Beside the built pages; the tables of Chinese fonts that are not in the file. */
const FILES = '/pdfjs/';

/** Opens a PDF without evaluating or compiling anything of it: the page's security policy allows neither. */
export function openPdf(bytes: ArrayBuffer) {
  return getDocument({
    // pdf.js takes what it is given over to its worker.
    data: bytes.slice(0),
    cMapUrl: `${FILES}cmaps/`,
    standardFontDataUrl: `${FILES}standard_fonts/`,
    wasmUrl: `${FILES}wasm/`,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
  });
}

export async function pageText(pdf: Pdf, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}
