import type { Candidate } from './candidate';
import type { ExtractedItem } from './extraction.types';

/** What each reason for an item is worth; a reviewer looks at the lowest first. */
const WORTH: readonly [reason: string, worth: number][] = [
  ['section:', 0.72],
  ['table:', 0.8],
  ['heading:', 0.75],
  ['lead:', 0.65],
  ['rectification:', 0.5],
  ['limit:', 0.5],
];

/** From 0 to 1: how sure the reading is, by what it rests on. */
export function confidenceOf(
  candidate: Candidate,
  fields: Pick<ExtractedItem, 'deadlines' | 'units' | 'measures'>,
): number {
  let sure = 0.4;
  for (const why of candidate.why)
    for (const [reason, worth] of WORTH) if (worth > sure && why.startsWith(reason)) sure = worth;
  if (candidate.why.some((why) => why.startsWith('marker:'))) sure += 0.2;
  if (fields.deadlines.some(({ date }) => date !== null) || fields.units.length > 0) sure += 0.05;
  const length = candidate.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (length < 10 || length > 1500) sure -= 0.15;
  return Math.round(Math.min(0.98, Math.max(0.05, sure)) * 100) / 100;
}
