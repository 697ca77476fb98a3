import { InjectQueue, Processor } from '@nestjs/bullmq';
import type { Job, Queue } from 'bullmq';
import { Settings } from '#platform/settings';
import { DeliveryService } from '#reminders/delivery/delivery.service';
import { PlanningService } from '#reminders/planning/planning.service';
import { deliverReminders, planReminders, PLANNING_TIMES, REMINDERS_QUEUE } from '#reminders/reminder-jobs';
import { ScheduledWorker } from '../scheduled-worker';

/** Wakes the reminders: plans on schedule, and then delivers. */
@Processor(REMINDERS_QUEUE, { concurrency: 4 })
export class RemindersProcessor extends ScheduledWorker {
  constructor(
    private readonly planning: PlanningService,
    private readonly delivery: DeliveryService,
    settings: Settings,
    @InjectQueue(REMINDERS_QUEUE) queue: Queue,
  ) {
    super(queue, settings, { id: 'plan-reminders', job: planReminders, times: PLANNING_TIMES });
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
}
