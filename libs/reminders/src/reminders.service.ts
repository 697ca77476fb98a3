import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { deliverReminders, planReminders, REMINDERS_QUEUE } from './reminder-jobs';

/** Wakes the worker. */
@Injectable()
export class RemindersService {
  constructor(@InjectQueue(REMINDERS_QUEUE) private readonly queue: Queue) {}

  /** Has the worker plan and send now, without waiting for the next time on schedule. */
  async wake(): Promise<void> {
    await this.queue.add(planReminders.name, {}, planReminders.options);
  }

  /** Has the worker send what goes at once; to be called after the commit. */
  async deliverNow(): Promise<void> {
    await this.queue.add(deliverReminders.name, {}, deliverReminders.options);
  }
}
