import { InjectQueue, Processor } from '@nestjs/bullmq';
import type { Job, Queue } from 'bullmq';
import { Settings } from '#platform/settings';
import { DraftingService } from '#summaries/drafting.service';
import { draftSummaries, DRAFTING_TIMES, SUMMARIES_QUEUE } from '#summaries/summary-jobs';
import { ScheduledWorker } from '../scheduled-worker';

/** Wakes the drafting of progress reports. */
@Processor(SUMMARIES_QUEUE)
export class SummariesProcessor extends ScheduledWorker {
  constructor(
    private readonly drafting: DraftingService,
    settings: Settings,
    @InjectQueue(SUMMARIES_QUEUE) queue: Queue,
  ) {
    super(queue, settings, { id: draftSummaries.name, job: draftSummaries, times: DRAFTING_TIMES });
  }

  async process(job: Job): Promise<void> {
    if (job.name !== draftSummaries.name) throw new Error(`no such job: ${job.name}`);
    await this.drafting.draftDue();
  }
}
