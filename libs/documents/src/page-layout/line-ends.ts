import { firstOf, isWide, lastOf } from './characters';
import type { Segment } from './page-content';

/** Between which edges lines of text are set. */
export interface Edges {
  left: number;
  right: number;
}

/** In sizes of the type: what a line may stay short of the edge beyond the room that the next word needed. */
const SLACK = 0.35;

/** Whether a line was broken because the beginning of the next one had no room left on it. */
export function isFull(line: Segment, next: Segment, { left, right }: Edges, centred = false): boolean {
  const behind = right - line.x1;
  const before = line.x0 - left;
  const size = Math.max(line.size, next.size);
  const room = centred && before > 0 && Math.abs(before - behind) < size * 0.3 ? before + behind : behind;
  return room < next.head + SLACK * size;
}

/** What stands between two lines of one paragraph: a space where words of a Latin script meet, or what was written. */
export function seam(line: Segment, next: Segment): string {
  if (line.tail !== '') return line.tail;
  const last = lastOf(line.text);
  const words = !isWide(last) && /[\p{L},;:.]/u.test(last) && /\p{L}|\d/u.test(firstOf(next.text));
  return words && !isWide(firstOf(next.text)) ? ' ' : '';
}

/** Whether a sentence or an item of a list may end here. */
export function endsSentence(text: string): boolean {
  return /[。；：！？!?;:…][”’）)》]*$/.test(text.slice(-4));
}
