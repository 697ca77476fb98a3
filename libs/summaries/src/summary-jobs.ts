import { job } from '#platform/queues';

export const SUMMARIES_QUEUE = 'summaries';

/** Drafts the reports of the quarter that is ending. */
export const draftSummaries = job<Record<string, never>>({
  queue: SUMMARIES_QUEUE,
  name: 'draft-summaries',
  attempts: 3,
});

/** Every morning in the organisation's zone: what a day of outage left out is made on the next. */
export const DRAFTING_TIMES = '20 6 * * *';
