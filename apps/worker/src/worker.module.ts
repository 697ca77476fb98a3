import { Module, type DynamicModule } from '@nestjs/common';
import { logging } from '#platform/logging';
import { PlatformModule, type RunningSettings } from '#platform/platform.module';
import { RemindersModule } from '#reminders/reminders.module';
import { RemindersProcessor } from './reminders/reminders.processor';

/** The processors of all queues. */
@Module({ imports: [RemindersModule], providers: [RemindersProcessor] })
export class ProcessorsModule {}

/** A process of its own for the processors. */
@Module({})
export class WorkerModule {
  static with(settings: RunningSettings): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(settings), logging(settings), ProcessorsModule] };
  }
}
