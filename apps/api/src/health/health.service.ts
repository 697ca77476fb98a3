import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { within } from '#platform/within';
import { REMINDERS_QUEUE } from '#reminders/reminder-jobs';
import type { Condition, Health } from './health.view';

/** Milliseconds; load balancers themselves seldom wait longer. */
const LONGEST = 3_000;

/** Whether database and queue answer. */
@Injectable()
export class HealthService {
  private readonly logger = new Logger('health');

  constructor(
    private readonly db: DataSource,
    @InjectQueue(REMINDERS_QUEUE) private readonly queue: Queue,
  ) {}

  async look(): Promise<Health> {
    const [database, queue] = await Promise.all([
      this.condition('database', () => this.db.query('SELECT 1')),
      this.condition('queue', () => this.queue.getJobCounts('waiting')),
    ]);
    return { status: database === 'ok' && queue === 'ok' ? 'ok' : 'failing', database, queue };
  }

  private async condition(name: string, ask: () => Promise<unknown>): Promise<Condition> {
    try {
      await within(LONGEST, ask());
      return 'ok';
    } catch (error) {
      this.logger.warn(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return 'failing';
    }
  }
}
