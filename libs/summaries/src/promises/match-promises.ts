import { clauses, statements } from '#language/sentences';
import { accountOf, isWeaker } from './account';
import { likeness, matterOf, weightsOf, type Matter, type Weights } from './likeness';
import { compareQuantities, quantitiesIn, type Compared } from './quantity';

/** 兑现, 部分兑现, 承诺放松, 再次承诺, 未再提及. */
export const VERDICTS = ['kept', 'partly', 'softened', 'restated', 'dropped'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A commitment of a former report. */
export interface Commitment {
  id: string;
  text: string;
  /** Calendar day. */
  dueOn: string | null;
}

/** A passage of the following report: of its review, or one of its next steps. */
export interface Passage {
  id: string;
  text: string;
  /** Calendar day that a next step sets itself. */
  dueOn?: string | null;
}

export interface FollowingReport {
  review: readonly Passage[];
  steps: readonly Passage[];
}

/** A sentence of a passage of the following report. */
export interface Told {
  passageId: string;
  text: string;
  /** How like it is in what it is about, from 0 to 1. */
  score: number;
}

/** What became of one sentence of a commitment. */
export interface PartFinding {
  text: string;
  verdict: Verdict;
  /** Where the review speaks of it, and where the next steps say it again. */
  review: Told | null;
  step: Told | null;
  /** Chinese: what the verdict rests on. */
  reasons: string[];
}

export interface PromiseFinding {
  commitmentId: string;
  verdict: Verdict;
  parts: PartFinding[];
}

export interface PromiseLedger {
  findings: PromiseFinding[];
  /** Next steps that say no former commitment again. */
  fresh: string[];
}

/** From this likeness on two sentences are taken to be about the same thing. */
const ALIKE = 0.34;
/** A first sentence that is no longer only names what the following ones promise. */
const LONGEST_NAME = 14;
/** Sentences and clauses about less than this many pairs of characters promise nothing by themselves. */
const FEWEST_PAIRS = 3;

/**
 * What became of each commitment by the words of the following report, sentence by sentence: a proposal for a person to
 * confirm. Pure; the same texts give the same proposals.
 */
export function matchPromises(commitments: readonly Commitment[], { review, steps }: FollowingReport): PromiseLedger {
  const told = sentencesOf(review);
  const again = sentencesOf(steps);
  const parts = commitments.map((one) => ({ one, parts: partsOf(one.text) }));
  const weights = weightsOf([...told, ...again, ...parts.flatMap((each) => each.parts)].map(({ matter }) => matter));
  const restated = new Set<string>();
  const findings = parts.map(({ one, parts: own }) => {
    const found = own.map((part) => {
      const step = likest(part, again, weights);
      if (step) restated.add(step.passage.id);
      return partFinding(one, part.text, likest(part, told, weights), step);
    });
    return { commitmentId: one.id, verdict: together(found), parts: found };
  });
  return { findings, fresh: steps.filter(({ id }) => !restated.has(id)).map(({ id }) => id) };
}

interface Sentence {
  text: string;
  matter: Matter;
}

interface PassageSentence extends Sentence {
  passage: Passage;
}

interface Match extends PassageSentence {
  score: number;
}

const sentencesOf = (passages: readonly Passage[]): PassageSentence[] =>
  passages.flatMap((passage) => cut(passage.text).map((one) => ({ ...one, passage })));

/** The sentences of a commitment; all of it when none of them says enough alone. */
function partsOf(text: string): Sentence[] {
  const parts = cut(text).filter(({ matter }) => matter.size >= FEWEST_PAIRS);
  const named = parts.length > 1 && parts[0].text.length <= LONGEST_NAME && quantitiesIn(parts[0].text).length === 0;
  if (named) return parts.slice(1);
  return parts.length > 0 ? parts : [{ text, matter: matterOf(text) }];
}

const cut = (text: string): Sentence[] =>
  statements(text).map(({ start, end }) => {
    const own = text.slice(start, end).trim();
    return { text: own, matter: matterOf(own) };
  });

/** The sentence that is likest to the whole part or to one of its clauses. */
function likest({ text, matter }: Sentence, sentences: readonly PassageSentence[], weights: Weights): Match | null {
  const own = clauses(text).map(({ start, end }) => matterOf(text.slice(start, end)));
  const matters = [matter, ...own.filter(({ size }) => size >= FEWEST_PAIRS)];
  let best: Match | null = null;
  for (const sentence of sentences) {
    const score = Math.max(...matters.map((one) => likeness(one, sentence.matter, weights)));
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { ...sentence, score };
  }
  return best;
}

const toldBy = (match: Match | null): Told | null =>
  match && { passageId: match.passage.id, text: match.text, score: Math.round(match.score * 100) / 100 };

function partFinding({ dueOn }: Commitment, text: string, review: Match | null, step: Match | null): PartFinding {
  const common = { text, review: toldBy(review), step: toldBy(step) };
  const account = review ? byAccount(text, review.text) : null;
  if (account?.verdict === 'kept') return { ...common, ...account };
  const softer = step ? softening({ text, dueOn }, { text: step.text, dueOn: step.passage.dueOn }) : [];
  if (softer.length > 0) return { ...common, verdict: 'softened', reasons: [...(account?.reasons ?? []), ...softer] };
  if (account) return { ...common, ...account };
  if (step) return { ...common, verdict: 'restated', reasons: ['下一步工作中再次写明，没有说完成情况'] };
  return { ...common, verdict: 'dropped', reasons: ['没有找到与之相近的内容'] };
}

/** What the review says of it. */
function byAccount(text: string, told: string): Pick<PartFinding, 'verdict' | 'reasons'> {
  const short = lowered(compareQuantities(quantitiesIn(text), quantitiesIn(told)));
  if (short.length > 0)
    return { verdict: 'partly', reasons: short.map((one) => `承诺${one.promised.text}，报告为${one.told.text}`) };
  const account = accountOf(told);
  return account === 'done'
    ? { verdict: 'kept', reasons: ['报告写明已经办成'] }
    : { verdict: 'partly', reasons: [ACCOUNTS[account]] };
}

const ACCOUNTS = {
  'under-way': '报告写明正在办理',
  'not-done': '报告写明尚未完成',
  unclear: '报告提到了，没有写明结果',
};

/** In what the new words ask less than the former ones. */
function softening(former: Pick<Commitment, 'text' | 'dueOn'>, step: Pick<Passage, 'text' | 'dueOn'>): string[] {
  const less = lowered(compareQuantities(quantitiesIn(former.text), quantitiesIn(step.text)));
  return [
    ...less.map(({ promised, told }) => `数量由${promised.text}降为${told.text}`),
    ...(former.dueOn && step.dueOn && step.dueOn > former.dueOn ? [`时限由${former.dueOn}推迟到${step.dueOn}`] : []),
    ...(isWeaker(former.text, step.text) ? ['由完成改为推进'] : []),
  ];
}

const lowered = (compared: readonly Compared[]) => compared.filter(({ promised, told }) => told.value < promised.value);

/** The verdict on the whole: kept when all of it is, partly when some of it was at least begun. */
function together(parts: readonly PartFinding[]): Verdict {
  const has = (verdict: Verdict) => parts.some((part) => part.verdict === verdict);
  if (parts.every(({ verdict }) => verdict === 'kept')) return 'kept';
  if (has('kept') || (has('partly') && !has('softened'))) return 'partly';
  if (has('softened')) return 'softened';
  return has('restated') ? 'restated' : 'dropped';
}
