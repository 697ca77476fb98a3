import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { Anchor } from './anchor.entity';
import { DocumentsService } from './documents.service';
import { ReportItem } from './report-item.entity';
import { Report } from './report.entity';
import { ReportsService } from './reports.service';
import { SourceDocument } from './source-document.entity';
import { StoredFile } from './stored-file.entity';

@Module({
  imports: [TypeOrmModule.forFeature([StoredFile, SourceDocument, Report, ReportItem, Anchor]), OrganisationModule],
  providers: [DocumentsService, ReportsService],
  exports: [DocumentsService, ReportsService],
})
export class ReportsModule {}
