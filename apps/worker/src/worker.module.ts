import { Module, type DynamicModule } from '@nestjs/common';
import { logging } from '#platform/logging';
import { PlatformModule, type RunningSettings } from '#platform/platform.module';
import { RemindersModule } from '#reminders/reminders.module';
import { RemindersProcessor } from './reminders/reminders.processor';

@Module({})
export class WorkerModule {
  static with(settings: RunningSettings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.with(settings), logging(settings), RemindersModule],
      providers: [RemindersProcessor],
    };
  }
}
