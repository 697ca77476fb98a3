import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { OrganisationModule } from '#organisation/organisation.module';
import { CHANNELS_QUEUE } from '#reminders/channels/channel-jobs';
import { REMINDERS_QUEUE } from '#reminders/reminder-jobs';
import { SUMMARIES_QUEUE } from '#summaries/summary-jobs';
import { TASKS_QUEUE } from '#tasks/task-jobs';
import { QueueBoard } from './queue-board';

/** Registered one by one as everywhere: Nest then keeps one connection for each queue. */
const QUEUES = [REMINDERS_QUEUE, TASKS_QUEUE, CHANNELS_QUEUE, SUMMARIES_QUEUE].map((name) =>
  BullModule.registerQueue({ name }),
);

/** The page of the queues. */
@Module({ imports: [OrganisationModule, ...QUEUES], providers: [QueueBoard], exports: QUEUES })
export class QueueBoardModule {}
