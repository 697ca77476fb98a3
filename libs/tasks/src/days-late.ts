import type { Day } from '#platform/clock';

const DAY = 86_400_000;

/** Calendar days from the deadline to the day it was done; 0 on the deadline itself, before it, and without one. */
export function daysLate(due: Day | null, done: Day): number {
  return due === null ? 0 : Math.max(0, (Date.parse(done) - Date.parse(due)) / DAY);
}
