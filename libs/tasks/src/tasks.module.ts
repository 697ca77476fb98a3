import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { ReportsModule } from '#reports/reports.module';
import { OverviewService } from './overview.service';
import { ProgressEntry } from './progress-entry.entity';
import { Task } from './task.entity';
import { TasksService } from './tasks.service';

@Module({
  imports: [TypeOrmModule.forFeature([Task, ProgressEntry]), OrganisationModule, ReportsModule],
  providers: [TasksService, OverviewService],
  exports: [TasksService, OverviewService],
})
export class TasksModule {}
