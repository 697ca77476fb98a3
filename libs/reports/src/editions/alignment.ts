import { diffArrays } from 'diff';
import { clausesOf, type Skeleton } from './skeleton';

/** More differing clauses than this are no corrected version; looking for the shortest way among them would take too long. */
const MOST_CLAUSES_CHANGED = 6000;
/** Likewise for the characters of one changed passage. */
const MOST_CHARACTERS_CHANGED = 500;

/**
 * For each character of the former words its place in the next ones, or -1: unchanged clauses first, then unchanged characters within the
 * passages between them. Places only rise.
 */
export function align(former: Skeleton, next: Skeleton): Int32Array {
  const places = new Int32Array(former.words.length).fill(-1);
  const clauses = diffArrays(clausesOf(former), clausesOf(next), { maxEditLength: MOST_CLAUSES_CHANGED });
  let removed = '';
  let added = '';
  let from = 0;
  let to = 0;
  const passage = () => {
    alignPassage(removed, added, from, to, places);
    from += removed.length;
    to += added.length;
    removed = added = '';
  };
  for (const part of clauses ?? []) {
    const words = part.value.join('');
    if (part.removed) removed += words;
    else if (part.added) added += words;
    else {
      passage();
      for (let index = 0; index < words.length; index++) places[from + index] = to + index;
      from += words.length;
      to += words.length;
    }
  }
  passage();
  return places;
}

function alignPassage(removed: string, added: string, from: number, to: number, places: Int32Array): void {
  if (removed === '' || added === '') return;
  const options = { maxEditLength: MOST_CHARACTERS_CHANGED };
  for (const part of diffArrays(removed.split(''), added.split(''), options) ?? []) {
    if (!part.removed && !part.added)
      for (let index = 0; index < part.count; index++) places[from + index] = to + index;
    if (!part.added) from += part.count;
    if (!part.removed) to += part.count;
  }
}
