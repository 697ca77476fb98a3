import { InjectQueue } from '@nestjs/bullmq';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { Public } from '#organisation/http/decorators';
import { REMINDERS_QUEUE } from '#reminders/reminder-jobs';

export class Health {
  status: 'ok';
  database: 'ok';
  queue: 'ok';
}

/** For load balancers and container health checks: fails when the database or the queue does not answer. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: DataSource,
    @InjectQueue(REMINDERS_QUEUE) private readonly queue: Queue,
  ) {}

  @Get()
  @Public()
  async getHealth(): Promise<Health> {
    await this.db.query('SELECT 1');
    await this.queue.getJobCounts('waiting');
    return { status: 'ok', database: 'ok', queue: 'ok' };
  }
}
