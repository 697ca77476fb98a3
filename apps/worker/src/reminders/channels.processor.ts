import { InjectQueue, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import { Settings } from '#platform/settings';
import { CHANNELS_QUEUE, postChannels, POSTING_TIMES } from '#reminders/channels/channel-jobs';
import { ChannelPosts } from '#reminders/channels/channel-posts.service';

/** Wakes the robots of groups. */
@Processor(CHANNELS_QUEUE)
export class ChannelsProcessor extends WorkerHost implements OnApplicationBootstrap {
  private readonly logger = new Logger(ChannelsProcessor.name);

  constructor(
    private readonly posts: ChannelPosts,
    private readonly settings: Settings,
    @InjectQueue(CHANNELS_QUEUE) private readonly queue: Queue,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    const { name, options } = postChannels;
    await this.queue.upsertJobScheduler(
      name,
      { pattern: POSTING_TIMES, tz: this.settings.timeZone },
      { name, data: {}, opts: options },
    );
  }

  async process(job: Job): Promise<void> {
    if (job.name !== postChannels.name) throw new Error(`no such job: ${job.name}`);
    await this.posts.postAll();
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.logger.warn(`job ${job?.name} ${job?.id}, attempt ${job?.attemptsMade}: ${error.message}`);
  }

  /** A lost connection is reported here; BullMQ reconnects by itself. */
  @OnWorkerEvent('error')
  error(error: Error): void {
    this.logger.error(error.message);
  }
}
