import { job } from '#platform/queues';

export const TASKS_QUEUE = 'tasks';

/** Brings forth what recurs: one occurrence per duty and period. */
export const bringForthOccurrences = job<Record<string, never>>({
  queue: TASKS_QUEUE,
  name: 'bring-forth-occurrences',
  attempts: 3,
});

/** Every hour in the organisation's zone: soon after midnight, and soon after an outage. */
export const OCCURRENCE_TIMES = '5 * * * *';
