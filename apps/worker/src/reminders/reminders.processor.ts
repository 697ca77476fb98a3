import { InjectQueue, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import { Settings } from '#platform/settings';
import { deliverReminders, planReminders, PLANNING_TIMES, REMINDERS_QUEUE } from '#reminders/reminder-jobs';
import { RemindersService } from '#reminders/reminders.service';

/** Wakes the reminders: plans on schedule, and delivers to each person found. */
@Processor(REMINDERS_QUEUE, { concurrency: 4 })
export class RemindersProcessor extends WorkerHost implements OnApplicationBootstrap {
  private readonly logger = new Logger(RemindersProcessor.name);

  constructor(
    private readonly reminders: RemindersService,
    private readonly settings: Settings,
    @InjectQueue(REMINDERS_QUEUE) private readonly queue: Queue,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    const { name, options } = planReminders;
    await this.queue.upsertJobScheduler(
      'plan-reminders',
      { pattern: PLANNING_TIMES, tz: this.settings.timeZone },
      { name, data: {}, opts: options },
    );
  }

  async process(job: Job): Promise<void> {
    if (job.name === planReminders.name) return this.plan();
    if (job.name === deliverReminders.name)
      return this.reminders.deliver((job.data as { recipientId: string }).recipientId);
    throw new Error(`no such job: ${job.name}`);
  }

  private async plan(): Promise<void> {
    const recipients = await this.reminders.plan();
    const { name, options } = deliverReminders;
    await this.queue.addBulk(recipients.map((recipientId) => ({ name, data: { recipientId }, opts: options })));
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
