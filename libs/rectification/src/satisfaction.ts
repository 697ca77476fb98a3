import type { Satisfaction } from './satisfaction.entity';

type Counts = Pick<Satisfaction, 'satisfied' | 'basically' | 'dissatisfied'>;

export const SATISFACTION_FORMULA = '满意率 =（满意人数 + 基本满意人数）÷ 征求意见人数 × 100%';

export const askedCount = ({ satisfied, basically, dissatisfied }: Counts) => satisfied + basically + dissatisfied;

/** Percent, one decimal. */
export function satisfiedPercent(counts: Counts): number {
  return Math.round((1000 * (counts.satisfied + counts.basically)) / askedCount(counts)) / 10;
}

/** One person not satisfied, or one doubt left, and the problem is not settled: the unit owes an answer. */
export const needsReply = ({ dissatisfied }: Counts, doubts: string | undefined): boolean =>
  dissatisfied > 0 || doubts !== undefined;
