import type { DocumentFormat, ReadParts } from '../document.types';
import { refuse } from '../refusals';
import type { PageLayout } from './page-content';
import { pageNumbers } from './page-numbers';
import { paragraphsOf } from './paragraphs';

const MOST_PAGES = 3000;

export interface ReadPage {
  layout: PageLayout;
  /** Whether something is drawn on it that is no text. */
  drawn: boolean;
}

/** Throws document.too-complex for more pages than a report ever has. */
export function tooManyPages(count: number, name: string): void {
  if (count <= MOST_PAGES) return;
  throw refuse('document.too-complex', `${name}有 ${count} 页，超过 ${MOST_PAGES} 页的上限；请拆分后再试。`);
}

/** What a reader of a format with pages found. `broken` are pages it could not read. Throws document.scanned when no page has text. */
export function pagedParts(
  format: DocumentFormat,
  name: string,
  pages: readonly ReadPage[],
  broken: readonly number[],
): ReadParts {
  const { paragraphs, footnotes, empty } = paragraphsOf(pages.map(({ layout }) => layout));
  if (paragraphs.length === 0) {
    throw refuse('document.scanned', `${name}是扫描件，没有文字层；请提供文字版，或先做文字识别（OCR）后再试。`);
  }
  const pictures = pages.filter(({ layout, drawn }) => drawn && empty.has(layout.number));
  const notes = [
    ...(pictures.length > 0
      ? [`${pageNumbers(pictures.map(({ layout }) => layout.number))}是图片，没有文字，未读取。`]
      : []),
    ...(broken.length > 0 ? [`${pageNumbers(broken)}已损坏，未读取。`] : []),
  ];
  return {
    format,
    paragraphs,
    ...(footnotes.length > 0 ? { footnotes } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}
