import type { Candidate } from './candidate';
import type { ExtractedItem } from './extraction.types';

/** What each reason for an item is worth; a reviewer looks at the lowest first. */
const WORTH: readonly { reason: RegExp; worth: number }[] = [
  { reason: /^section:/, worth: 0.72 },
  { reason: /^table:/, worth: 0.8 },
  { reason: /^heading:/, worth: 0.75 },
  { reason: /^lead:/, worth: 0.65 },
  { reason: /^rectification:/, worth: 0.5 },
  { reason: /^limit:/, worth: 0.5 },
];

/** From 0 to 1: how sure the reading is, by what it rests on. */
export function confidenceOf(
  candidate: Candidate,
  fields: Pick<ExtractedItem, 'deadlines' | 'units' | 'measures'>,
): number {
  let sure = Math.max(
    0.4,
    ...candidate.why.flatMap((why) => WORTH.filter(({ reason }) => reason.test(why)).map(({ worth }) => worth)),
  );
  if (candidate.why.some((why) => why.startsWith('marker:'))) sure += 0.2;
  if (fields.deadlines.some(({ date }) => date !== null) || fields.units.length > 0) sure += 0.05;
  const length = candidate.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (length < 10 || length > 1500) sure -= 0.15;
  return Math.round(Math.min(0.98, Math.max(0.05, sure)) * 100) / 100;
}
