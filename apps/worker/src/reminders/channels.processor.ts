import { InjectQueue, Processor } from '@nestjs/bullmq';
import type { Job, Queue } from 'bullmq';
import { Settings } from '#platform/settings';
import { CHANNELS_QUEUE, postChannels, POSTING_TIMES } from '#reminders/channels/channel-jobs';
import { ChannelPosts } from '#reminders/channels/channel-posts.service';
import { ScheduledWorker } from '../scheduled-worker';

/** Wakes the robots of groups. */
@Processor(CHANNELS_QUEUE)
export class ChannelsProcessor extends ScheduledWorker {
  constructor(
    private readonly posts: ChannelPosts,
    settings: Settings,
    @InjectQueue(CHANNELS_QUEUE) queue: Queue,
  ) {
    super(queue, settings, { id: postChannels.name, job: postChannels, times: POSTING_TIMES });
  }

  async process(job: Job): Promise<void> {
    if (job.name !== postChannels.name) throw new Error(`no such job: ${job.name}`);
    await this.posts.postAll();
  }
}
