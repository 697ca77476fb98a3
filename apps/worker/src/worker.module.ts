import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import { logging } from '#platform/logging';
import { PlatformModule, type RunningSettings } from '#platform/platform.module';
import { CHANNELS_QUEUE } from '#reminders/channels/channel-jobs';
import { RemindersModule } from '#reminders/reminders.module';
import { SummariesModule } from '#summaries/summaries.module';
import { SUMMARIES_QUEUE } from '#summaries/summary-jobs';
import { TASKS_QUEUE } from '#tasks/task-jobs';
import { TasksModule } from '#tasks/tasks.module';
import { ChannelsProcessor } from './reminders/channels.processor';
import { RemindersProcessor } from './reminders/reminders.processor';
import { SummariesProcessor } from './summaries/summaries.processor';
import { TasksProcessor } from './tasks/tasks.processor';

/** The processors of all queues. */
@Module({
  imports: [
    RemindersModule,
    TasksModule,
    SummariesModule,
    BullModule.registerQueue({ name: TASKS_QUEUE }),
    BullModule.registerQueue({ name: CHANNELS_QUEUE }),
    BullModule.registerQueue({ name: SUMMARIES_QUEUE }),
  ],
  providers: [RemindersProcessor, ChannelsProcessor, TasksProcessor, SummariesProcessor],
})
export class ProcessorsModule {}

/** A process of its own for the processors. */
@Module({})
export class WorkerModule {
  static with(settings: RunningSettings): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(settings), logging(settings), ProcessorsModule] };
  }
}
