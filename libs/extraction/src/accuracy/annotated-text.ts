import type { Day, ItemKind, Span } from '../extraction.types';

/** An item as a person annotated it. */
export interface AnnotatedItem extends Span {
  kind: ItemKind;
  /** Careful readers would differ: neither its finding nor its absence counts. */
  optional: boolean;
  /** The days of its limits that can be resolved. */
  days: Day[];
  /** The names of who is responsible. */
  units: string[];
}

export interface AnnotatedText {
  text: string;
  reports: number;
  items: AnnotatedItem[];
}

const TAG = /<(\/?)(report|next_step|problem|cause|pledge|deadline|unit)\b([^<>]*)>/g;

/**
 * A report with its annotation inside (see test/corpus/README.md) as the text without tags and the items that it should yield.
 * Offsets are UTF-16 code units. Throws for tags that do not close or nest, naming what stands there.
 */
export function readAnnotated(source: string): AnnotatedText {
  const tagged = source.replace(/\r\n?/g, '\n').replace(/(<report\b[^<>]*>)\n/g, '$1');
  const items: AnnotatedItem[] = [];
  let text = '';
  let reports = 0;
  let at = 0;
  let item: AnnotatedItem | null = null;
  let inner: { tag: string; start: number; attributes: string } | null = null;
  for (const match of tagged.matchAll(TAG)) {
    text += tagged.slice(at, match.index);
    at = match.index + match[0].length;
    const [, closing, tag, attributes] = match;
    if (tag === 'report') reports++;
    else if (tag === 'deadline' || tag === 'unit') {
      if (item === null || (inner === null) !== (closing === '')) throw misplaced(match[0], text);
      if (closing === '') inner = { tag, start: text.length, attributes };
      else {
        const words = text.slice(inner?.start);
        const day = /date="(\d{4}-\d{2}-\d{2})"/.exec(inner?.attributes ?? '')?.[1];
        if (tag === 'unit') item.units.push(words);
        else if (day !== undefined) item.days.push(day);
        inner = null;
      }
    } else if (closing === '') {
      if (item !== null) throw misplaced(match[0], text);
      item = {
        kind: tag as ItemKind,
        start: text.length,
        end: text.length,
        optional: /\boptional\b/.test(attributes),
        days: [],
        units: [],
      };
    } else {
      if (item === null || item.kind !== tag || inner !== null) throw misplaced(match[0], text);
      items.push({ ...item, end: text.length });
      item = null;
    }
  }
  text += tagged.slice(at);
  if (item !== null) throw misplaced(`<${item.kind}>`, text.slice(0, item.end));
  return { text, reports: Math.max(1, reports), items };
}

function misplaced(tag: string, before: string): Error {
  return new Error(`The tag ${tag} is misplaced after “${before.slice(-24)}”.`);
}
