import { job } from '#platform/queues';

export const REMINDERS_QUEUE = 'reminders';

/** Looks for what is due and puts it into the ledger; then has it delivered. */
export const planReminders = job<Record<string, never>>({ queue: REMINDERS_QUEUE, name: 'plan', attempts: 3 });

/** Sends what the ledger holds. */
export const deliverReminders = job<Record<string, never>>({ queue: REMINDERS_QUEUE, name: 'deliver', attempts: 5 });

/** Every ten minutes, also at night: each has the hour of his own clock. */
export const PLANNING_TIMES = '*/10 * * * *';
