import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TasksModule } from '#tasks/tasks.module';
import { REMINDERS_QUEUE } from './reminder-jobs';
import { Reminder } from './reminder.entity';
import { RemindersService } from './reminders.service';

@Module({
  imports: [TypeOrmModule.forFeature([Reminder]), BullModule.registerQueue({ name: REMINDERS_QUEUE }), TasksModule],
  providers: [RemindersService],
  exports: [RemindersService, BullModule],
})
export class RemindersModule {}
