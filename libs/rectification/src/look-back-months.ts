import type { EntityManager } from 'typeorm';
import { policiesFor } from '#tasks/policy/policies';
import type { Problem } from './problem.entity';

/** Where neither the problem nor any policy says otherwise. */
export const USUAL_LOOK_BACK_MONTHS = 6;

/** Months from close-out to the look-back 回头看: what the problem says itself, or the policy in force for its unit. */
export async function lookBackMonthsOf(
  db: EntityManager,
  { unitId, lookBackMonths }: Pick<Problem, 'unitId' | 'lookBackMonths'>,
): Promise<number> {
  if (lookBackMonths !== null) return lookBackMonths;
  return (await policiesFor(db, [unitId]))(unitId).lookBackMonths ?? USUAL_LOOK_BACK_MONTHS;
}
