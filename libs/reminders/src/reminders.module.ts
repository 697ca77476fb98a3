import { BullModule, InjectQueue } from '@nestjs/bullmq';
import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Queue } from 'bullmq';
import { TasksModule } from '#tasks/tasks.module';
import { REMINDERS_QUEUE } from './reminder-jobs';
import { Reminder } from './reminder.entity';
import { RemindersService } from './reminders.service';

@Module({
  imports: [TypeOrmModule.forFeature([Reminder]), BullModule.registerQueue({ name: REMINDERS_QUEUE }), TasksModule],
  providers: [RemindersService],
  exports: [RemindersService, BullModule],
})
export class RemindersModule {
  constructor(@InjectQueue(REMINDERS_QUEUE) queue: Queue) {
    // A lost connection is reported here; BullMQ connects again by itself.
    queue.on('error', (error) => new Logger(REMINDERS_QUEUE).error(error.message));
  }
}
