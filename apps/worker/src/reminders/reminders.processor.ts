import { InjectQueue, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import { Settings } from '#platform/settings';
import { deliverReminders, planReminders, PLANNING_TIMES, REMINDERS_QUEUE } from '#reminders/reminder-jobs';
import { DeliveryService } from '#reminders/delivery/delivery.service';
import { PlanningService } from '#reminders/planning/planning.service';

/** Milliseconds after which the schedule is put into the queue again: a queue that was wiped has forgotten it. */
const SCHEDULE_AGAIN = 30_000;

/** Wakes the reminders: plans on schedule, and then delivers. */
@Processor(REMINDERS_QUEUE, { concurrency: 4 })
export class RemindersProcessor extends WorkerHost implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(RemindersProcessor.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly planning: PlanningService,
    private readonly delivery: DeliveryService,
    private readonly settings: Settings,
    @InjectQueue(REMINDERS_QUEUE) private readonly queue: Queue,
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
    const { name, options } = planReminders;
    await this.queue.upsertJobScheduler(
      'plan-reminders',
      { pattern: PLANNING_TIMES, tz: this.settings.timeZone },
      { name, data: {}, opts: options },
    );
  }

  async process({ name }: Job): Promise<void> {
    if (name === planReminders.name) return this.plan();
    if (name === deliverReminders.name) return this.delivery.deliver();
    throw new Error(`no such job: ${name}`);
  }

  private async plan(): Promise<void> {
    await this.planning.plan();
    await this.queue.add(deliverReminders.name, {}, deliverReminders.options);
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
