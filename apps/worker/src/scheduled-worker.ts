import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import type { JobType } from '#platform/queues';
import type { Settings } from '#platform/settings';

/** Milliseconds after which the schedule is put into the queue again: a queue that was wiped has forgotten it. */
const SCHEDULE_AGAIN = 30_000;

/** A worker that is woken on schedule, in the organisation's zone. */
export abstract class ScheduledWorker extends WorkerHost implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    protected readonly queue: Queue,
    private readonly settings: Settings,
    private readonly wakes: { id: string; job: JobType<Record<string, never>>; times: string },
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.schedule();
    this.timer = setInterval(() => void this.schedule().catch((error: Error) => this.error(error)), SCHEDULE_AGAIN);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async schedule(): Promise<void> {
    const { id, times, job } = this.wakes;
    const { name, options } = job;
    const repeat = { pattern: times, tz: this.settings.timeZone };
    await this.queue.upsertJobScheduler(id, repeat, { name, data: {}, opts: options });
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
