import type { ReportItemView } from '../../api/generated';

/** A stretch of one paragraph; `item` is the one it belongs to, the innermost where several do. */
export interface Segment {
  text: string;
  start: number;
  item: ReportItemView | null;
}

export interface TextParagraph {
  start: number;
  segments: Segment[];
}

/** Cuts a report's text at paragraph ends and at the edges of its items. */
export function paragraphsOf(text: string, items: readonly ReportItemView[]): TextParagraph[] {
  const edges = new Set<number>([0, text.length]);
  for (const { start, end } of items) edges.add(start).add(end);
  const cuts = [...edges].sort((a, b) => a - b);
  const opening = [...items].sort((a, b) => a.start - b.start || b.end - a.end);
  const paragraphs: TextParagraph[] = [{ start: 0, segments: [] }];
  let open: ReportItemView[] = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index++) {
    const from = cuts[index];
    open = open.filter(({ end }) => end > from);
    while (next < opening.length && opening[next].start <= from) open.push(opening[next++]);
    const item = open.reduce<ReportItemView | null>(
      (inner, one) => (inner === null || one.end - one.start <= inner.end - inner.start ? one : inner),
      null,
    );
    let start = from;
    for (const line of text.slice(from, cuts[index + 1]).split(/(?<=\n)/)) {
      const shown = line.replace(/\n$/, '');
      if (shown) paragraphs[paragraphs.length - 1].segments.push({ text: shown, start, item });
      start += line.length;
      if (line.endsWith('\n')) paragraphs.push({ start, segments: [] });
    }
  }
  return paragraphs;
}

/** Where the sentences of an item begin, the first left out: the places at which it may be cut. */
export function cutsOf(item: Pick<ReportItemView, 'text' | 'start'>): number[] {
  const places = [...item.text.matchAll(/[。；！？\n]+[”’）)]*/g)].map(
    ({ 0: stop, index }) => item.start + index + stop.length,
  );
  return places.filter((place) => place < item.start + item.text.trimEnd().length);
}
