import { titleOf as titleOfWords } from '#extraction/candidate';
import { findDeadlines } from '#language/deadlines';
import { readMarker } from '#language/markers';
import { DomainError } from '#platform/domain-error';
import type { ReportItem } from './report-item.entity';
import type { Report } from './report.entity';

/** What cutting and joining decides anew; everything else is kept from the (first) item. */
export type Piece = Pick<
  ReportItem,
  'title' | 'text' | 'startOffset' | 'endOffset' | 'ordinal' | 'measures' | 'deadlines' | 'dueOn' | 'dueBasis'
>;

/** A title for a stretch of text: that of its words behind the marker. */
export function titleOf(text: string): string {
  return titleOfWords(text.slice(readMarker(text)?.end ?? 0));
}

/** The latest of the days that could be resolved; null when none could. */
export function latestDay(days: readonly (string | null)[]): string | null {
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** A stretch of a report that a person chose: its words, section and deadlines. */
export function passage(report: Pick<Report, 'text' | 'sections' | 'planYear'>, start: number, end: number) {
  const text = report.text.slice(start, end);
  const section = report.sections.filter((one) => one.start <= start && one.end >= end).at(-1);
  const deadlines = findDeadlines(text, { year: report.planYear }).map(({ value, ...found }) => ({
    ...found,
    date: value,
    start: found.start + start,
    end: found.end + start,
  }));
  const dueOn = latestDay(deadlines.map(({ date }) => date));
  return {
    title: titleOf(text),
    text,
    startOffset: start,
    endOffset: end,
    sectionKey: section?.id ?? '',
    sectionPath: section?.path ?? [],
    deadlines,
    dueOn,
    dueBasis: dueOn === null ? ('none' as const) : ('explicit' as const),
  };
}

/** The latest resolvable day among `deadlines`, else what the whole item was given for other reasons. */
function dueOf(item: ReportItem, deadlines: ReportItem['deadlines']): Pick<Piece, 'dueOn' | 'dueBasis'> {
  const latest = latestDay(deadlines.map(({ date }) => date));
  if (latest !== null) return { dueOn: latest, dueBasis: 'explicit' };
  return item.dueBasis === 'explicit'
    ? { dueOn: null, dueBasis: 'none' }
    : { dueOn: item.dueOn, dueBasis: item.dueBasis };
}

/** The piece of `report` from `start` to `end`, trimmed, with the measures and deadlines of `items` that lie in it. */
function piece(items: ReportItem[], report: string, start: number, end: number): Piece {
  const raw = report.slice(start, end);
  const startOffset = start + raw.length - raw.trimStart().length;
  const endOffset = startOffset + raw.trim().length;
  const inside = <T extends { start: number; end: number }>(spans: T[]) =>
    spans.filter((span) => span.start >= startOffset && span.end <= endOffset);
  const deadlines = inside(items.flatMap((item) => item.deadlines));
  const text = report.slice(startOffset, endOffset);
  return {
    title: titleOf(text),
    text,
    startOffset,
    endOffset,
    ordinal: items[0].ordinal,
    measures: inside(items.flatMap((item) => item.measures)),
    deadlines,
    ...dueOf(items[0], deadlines),
  };
}

/** Cuts an item at offsets of the report's text. Throws report-item.cut-outside or report-item.cut-empty. */
export function cut(item: ReportItem, report: string, at: readonly number[]): Piece[] {
  const places = [...new Set(at)].sort((a, b) => a - b);
  if (places.some((place) => place <= item.startOffset || place >= item.endOffset)) {
    throw new DomainError('invalid', 'report-item.cut-outside', '拆分位置不在这一条的文字之内，请重新选择。');
  }
  const edges = [item.startOffset, ...places, item.endOffset];
  const pieces = edges.slice(1).map((end, index) => piece([item], report, edges[index], end));
  if (pieces.some(({ text }) => text.length === 0)) {
    throw new DomainError('invalid', 'report-item.cut-empty', '拆分后有一段没有文字，请重新选择拆分位置。');
  }
  // Only the first piece still begins with the marker.
  return pieces.map((one, index) => (index === 0 ? one : { ...one, ordinal: null }));
}

/** Joins items of one report, given in the order of the text, into one that keeps the first one's title. */
export function join(items: ReportItem[], report: string): Piece {
  const first = items[0];
  const whole = piece(items, report, first.startOffset, Math.max(...items.map(({ endOffset }) => endOffset)));
  return { ...whole, title: first.title };
}
