import { InjectQueue, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import { Settings } from '#platform/settings';
import { RecurrenceService } from '#tasks/recurrence.service';
import { bringForthOccurrences, OCCURRENCE_TIMES, TASKS_QUEUE } from '#tasks/task-jobs';

/** Wakes what tasks do by themselves as time passes. */
@Processor(TASKS_QUEUE)
export class TasksProcessor extends WorkerHost implements OnApplicationBootstrap {
  private readonly logger = new Logger(TasksProcessor.name);

  constructor(
    private readonly recurrence: RecurrenceService,
    private readonly settings: Settings,
    @InjectQueue(TASKS_QUEUE) private readonly queue: Queue,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    const { name, options } = bringForthOccurrences;
    await this.queue.upsertJobScheduler(
      name,
      { pattern: OCCURRENCE_TIMES, tz: this.settings.timeZone },
      { name, data: {}, opts: options },
    );
  }

  async process(job: Job): Promise<void> {
    if (job.name !== bringForthOccurrences.name) throw new Error(`no such job: ${job.name}`);
    await this.recurrence.bringForthAll();
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
