import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { RectificationModule } from '#rectification/rectification.module';
import { TasksModule } from '#tasks/tasks.module';
import { ComposingService } from './composing.service';
import { DraftingService } from './drafting.service';
import { SummariesService } from './summaries.service';
import { SummaryRow } from './summary-row.entity';
import { Summary } from './summary.entity';
import { WritingService } from './writing.service';

const SERVICES = [SummariesService, WritingService, DraftingService];

@Module({
  imports: [TypeOrmModule.forFeature([Summary, SummaryRow]), OrganisationModule, TasksModule, RectificationModule],
  providers: [ComposingService, ...SERVICES],
  exports: SERVICES,
})
export class SummariesModule {}
