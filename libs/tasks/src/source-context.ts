import type { EntityManager } from 'typeorm';
import { Anchor } from '#reports/anchor.entity';
import { Report } from '#reports/report.entity';
import type { SourceView } from './task.view';

/** Characters shown before and after the quote when its section is longer. */
const AROUND = 600;

/** The place of an anchor in its report: the quote in the text of its section, cut at paragraph ends when that is long. */
export async function sourceOf(db: EntityManager, anchorId: string | null): Promise<SourceView | null> {
  if (anchorId === null) return null;
  const anchor = await db.findOneOrFail(Anchor, {
    where: { id: anchorId },
    relations: { report: { document: true, unit: true } },
  });
  const { report, sectionPath, quote, startOffset, endOffset } = anchor;
  if (!report?.document || !report.unit) throw new Error(`anchor ${anchorId} without its report`);
  // Anchors move on to a later edition unless it has left their words out.
  const later = await db.findOne(Report, { where: { replacesId: report.id }, select: { id: true } });
  const section = report.sections.find(({ id }) => id === anchor.sectionKey);
  const { start, end } = contextAround(report.text, { start: startOffset, end: endOffset }, section);
  return {
    reportId: report.id,
    reportTitle: report.title,
    documentId: report.documentId,
    fileName: report.document.fileName,
    unitName: report.unit.name,
    sectionPath,
    quote,
    edition: report.edition,
    formerReportId: report.replacesId,
    goneInReportId: later?.id ?? null,
    start: startOffset,
    context: report.text.slice(start, end),
    quoteStart: startOffset - start,
    quoteEnd: endOffset - start,
  };
}

interface Span {
  start: number;
  end: number;
}

/** The stretch of `text` to show around `quote`: at most its section, at whole paragraphs where one ends nearby. */
export function contextAround(text: string, quote: Span, section: Span = { start: 0, end: text.length }): Span {
  let start = Math.min(Math.max(section.start, quote.start - AROUND), quote.start);
  let end = Math.max(Math.min(section.end, quote.end + AROUND), quote.end);
  if (start > section.start) {
    const paragraph = text.indexOf('\n', start);
    if (paragraph >= 0 && paragraph < quote.start) start = paragraph + 1;
  }
  if (end < section.end) {
    const paragraph = text.lastIndexOf('\n', end);
    if (paragraph >= quote.end) end = paragraph;
  }
  while (start < quote.start && text[start] === '\n') start++;
  return { start, end };
}
