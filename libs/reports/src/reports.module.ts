import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { Anchor } from './anchor.entity';
import { DocumentsService } from './documents.service';
import { Editions } from './editions/editions.service';
import { ItemRevision } from './editions/item-revision.entity';
import { ReportItem } from './report-item.entity';
import { Report } from './report.entity';
import { ReportsService } from './reports.service';
import { SourceDocument } from './source-document.entity';

@Module({
  imports: [TypeOrmModule.forFeature([SourceDocument, Report, ReportItem, Anchor, ItemRevision]), OrganisationModule],
  providers: [DocumentsService, Editions, ReportsService],
  exports: [DocumentsService, Editions, ReportsService],
})
export class ReportsModule {}
