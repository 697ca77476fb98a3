import { InjectQueue, Processor } from '@nestjs/bullmq';
import type { Job, Queue } from 'bullmq';
import { Settings } from '#platform/settings';
import { RecurrenceService } from '#tasks/recurrence.service';
import { bringForthOccurrences, OCCURRENCE_TIMES, TASKS_QUEUE } from '#tasks/task-jobs';
import { ScheduledWorker } from '../scheduled-worker';

/** Wakes what tasks do by themselves as time passes. */
@Processor(TASKS_QUEUE)
export class TasksProcessor extends ScheduledWorker {
  constructor(
    private readonly recurrence: RecurrenceService,
    settings: Settings,
    @InjectQueue(TASKS_QUEUE) queue: Queue,
  ) {
    super(queue, settings, { id: bringForthOccurrences.name, job: bringForthOccurrences, times: OCCURRENCE_TIMES });
  }

  async process(job: Job): Promise<void> {
    if (job.name !== bringForthOccurrences.name) throw new Error(`no such job: ${job.name}`);
    await this.recurrence.bringForthAll();
  }
}
