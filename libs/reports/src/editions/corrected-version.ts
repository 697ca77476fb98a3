import type { Day } from '#platform/clock';
import { dice, pairsOf } from './similarity';
import { clausesOf, skeletonOf } from './skeleton';

/** What tells one report from another. */
export interface Described {
  title: string;
  period: { start: Day; end: Day } | null;
  planYear: number;
  text: string;
}

/** A corrected version 更正稿 of the other, perhaps one (a person decides), or another report. */
export type Verdict = 'corrected' | 'doubtful' | 'other';

/** How much of both texts stands in both. A correction leaves most words; the next period's report repeats phrases, not pages. */
const OVERLAP_OF_CORRECTED = 0.6;
const OVERLAP_OF_DOUBTFUL = 0.35;
const TITLE_OF_SAME = 0.8;
/** Shorter clauses stand in any report. */
const TELLING = 6;

const EDITION_WORDS = [
  '第[一二三四五六七八九十\\d]+[稿版]',
  '[^（）()]{0,12}(?:更正|修订|修改|修正|改正|(?:定|送审|审议|征求意见|讨论|草|初|终|正式|最终)[稿版])[稿版本]?',
  '\\d{4}[年.\\-/]\\d{1,2}[月.\\-/]\\d{1,2}日?',
].join('|');
const IN_BRACKETS = new RegExp(`[（(【\\[](?:${EDITION_WORDS})[）)】\\]]`, 'g');
const AT_END = /(?:[-—_\s]*(?:更正|修订|修改|送审|征求意见|定|终)(?:稿|版))+$/;

/** A title without what marks an edition: （更正稿）, 修订版, （2026年10月9日）. */
export function plainTitle(title: string): string {
  return skeletonOf(title.replace(IN_BRACKETS, '').replace(AT_END, '')).words;
}

/** What `later` is to `earlier`, both of the same unit, and how much of both stands in both. */
export function compareReports(earlier: Described, later: Described): { verdict: Verdict; overlap: number } {
  if (differentTimes(earlier, later)) return { verdict: 'other', overlap: 0 };
  const overlap = overlapOf(earlier.text, later.text);
  if (overlap < OVERLAP_OF_DOUBTFUL) return { verdict: 'other', overlap };
  const [one, other] = [plainTitle(earlier.title), plainTitle(later.title)];
  const sameTitle = one === other || dice(pairsOf(one), pairsOf(other)) >= TITLE_OF_SAME;
  const samePeriod = (earlier.period === null) === (later.period === null);
  const sure = overlap >= OVERLAP_OF_CORRECTED && sameTitle && samePeriod;
  return { verdict: sure ? 'corrected' : 'doubtful', overlap };
}

function differentTimes(one: Described, other: Described): boolean {
  if (one.period && other.period) {
    return one.period.start !== other.period.start || one.period.end !== other.period.end;
  }
  const numbers = ({ title }: Described) =>
    plainTitle(title)
      .match(/\d{4}(?=年)|[一二三四1-4](?=季度)|[上下](?=半年)/g)
      ?.join();
  const [first, second] = [numbers(one), numbers(other)];
  return one.planYear !== other.planYear || (first !== undefined && second !== undefined && first !== second);
}

/** The share of the words of both texts that stand in clauses of both, from 0 to 1. */
function overlapOf(one: string, other: string): number {
  const [here, there] = [one, other].map((text) =>
    clausesOf(skeletonOf(text)).filter(({ length }) => length >= TELLING),
  );
  const known = new Map<string, number>();
  for (const clause of here) known.set(clause, (known.get(clause) ?? 0) + 1);
  let shared = 0;
  let all = here.reduce((sum, { length }) => sum + length, 0);
  for (const clause of there) {
    all += clause.length;
    const left = known.get(clause) ?? 0;
    if (left === 0) continue;
    known.set(clause, left - 1);
    shared += clause.length;
  }
  return all === 0 ? 0 : (2 * shared) / all;
}
