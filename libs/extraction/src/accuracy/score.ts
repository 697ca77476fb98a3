import type { ExtractedItem, ItemKind, Span } from '../extraction.types';
import type { AnnotatedItem } from './annotated-text';

/** How often what was sought was found (`hits`), what was found is nothing (`extra`), and what was sought is missing. */
export interface Tally {
  hits: number;
  extra: number;
  missing: number;
}

export type ScoredKind = ItemKind | 'deadline' | 'unit';
export type Score = Record<ScoredKind, Tally>;

const KINDS: readonly ItemKind[] = ['next_step', 'problem', 'cause', 'pledge'];
/** Spans that overlap by this share of both together are the same item; half of it excuses a find beside an optional one. */
const SAME = 0.7;
const TOUCHES = 0.5;

/** Compares what was read with what a person annotated, item by item; limits and units count within items that were found. */
export function score(annotated: readonly AnnotatedItem[], found: readonly ExtractedItem[]): Score {
  const result = Object.fromEntries(
    [...KINDS, 'deadline', 'unit'].map((kind) => [kind, { hits: 0, extra: 0, missing: 0 }]),
  ) as Score;
  for (const kind of KINDS) {
    const sought = annotated.filter((item) => item.kind === kind && !item.optional);
    const optional = annotated.filter((item) => item.kind === kind && item.optional);
    const left = new Set(found.filter((item) => item.kind === kind));
    for (const item of sought) {
      const best = [...left].sort((one, other) => overlap(item, other) - overlap(item, one))[0];
      if (best === undefined || overlap(item, best) < SAME) {
        result[kind].missing++;
        continue;
      }
      left.delete(best);
      result[kind].hits++;
      compare(
        result.deadline,
        item.days,
        best.deadlines.flatMap(({ date }) => date ?? []),
      );
      compare(
        result.unit,
        item.units.map(plain),
        best.units.map(({ name }) => plain(name)),
      );
    }
    result[kind].extra += [...left].filter((item) => !optional.some((each) => overlap(each, item) >= TOUCHES)).length;
  }
  return result;
}

/** Whether an item that was read is one that a person annotated, an optional one included. */
export function isRight(item: ExtractedItem, annotated: readonly AnnotatedItem[]): boolean {
  return annotated.some((each) => each.kind === item.kind && overlap(each, item) >= (each.optional ? TOUCHES : SAME));
}

/** The harmonic mean of precision and recall; 1 when nothing was sought and nothing found. */
export function f1({ hits, extra, missing }: Tally): number {
  return hits + extra + missing === 0 ? 1 : (2 * hits) / (2 * hits + extra + missing);
}

/** Adds the tallies of another text. */
export function add(total: Score, more: Score): Score {
  const kinds = Object.keys(total) as ScoredKind[];
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      {
        hits: total[kind].hits + more[kind].hits,
        extra: total[kind].extra + more[kind].extra,
        missing: total[kind].missing + more[kind].missing,
      },
    ]),
  ) as Score;
}

function compare(tally: Tally, sought: readonly string[], found: readonly string[]): void {
  const [wanted, given] = [new Set(sought), new Set(found)];
  for (const each of wanted)
    if (given.has(each)) tally.hits++;
    else tally.missing++;
  for (const each of given) if (!wanted.has(each)) tally.extra++;
}

function overlap(one: Span, other: Span): number {
  const common = Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return common / (Math.max(one.end, other.end) - Math.min(one.start, other.start) || 1);
}

function plain(name: string): string {
  return name.replace(/[\s、，。；：“”"（）()]/g, '');
}
