import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { ReportsModule } from '#reports/reports.module';
import { BulkService } from './bulk.service';
import { DecompositionService } from './decomposition.service';
import { Milestone } from './milestone.entity';
import { MilestonesService } from './milestones.service';
import { OverviewService } from './overview.service';
import { ProgressEntry } from './progress-entry.entity';
import { RecurrenceService } from './recurrence.service';
import { TaskCharge } from './task-charge';
import { TaskCommands } from './task-commands';
import { TaskDraftsService } from './task-drafts.service';
import { TaskWords } from './task-words';
import { Task } from './task.entity';
import { TasksService } from './tasks.service';

const SERVICES = [
  TaskCommands,
  TaskDraftsService,
  TasksService,
  BulkService,
  DecompositionService,
  MilestonesService,
  RecurrenceService,
  OverviewService,
];

@Module({
  imports: [TypeOrmModule.forFeature([Task, ProgressEntry, Milestone]), OrganisationModule, ReportsModule],
  providers: [TaskCharge, TaskWords, ...SERVICES],
  exports: SERVICES,
})
export class TasksModule {}
