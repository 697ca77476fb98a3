import { job } from '#platform/queues';

export const CHANNELS_QUEUE = 'channels';

/** Tells the groups' robots how their units stand, each once a day. */
export const postChannels = job<Record<string, never>>({ queue: CHANNELS_QUEUE, name: 'post-channels', attempts: 3 });

/** From nine in the organisation's zone; later for robots that could not be reached. */
export const POSTING_TIMES = '*/15 9-11 * * *';
