import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { ReportsModule } from '#reports/reports.module';
import { BulkService } from './bulk.service';
import { LedgerImportService } from './ledger-import/ledger-import.service';
import { LedgerImport } from './ledger-import/ledger-import.entity';
import { LedgerMapping } from './ledger-import/ledger-mapping.entity';
import { LedgerMappings } from './ledger-import/ledger-mappings';
import { LedgerPlanner } from './ledger-import/ledger-planner';
import { LedgerRecords } from './ledger-import/ledger-records.service';
import { LedgerStore } from './ledger-import/ledger-store';
import { DecompositionService } from './decomposition.service';
import { Attachment } from './evidence/attachment.entity';
import { Attachments } from './evidence/attachments';
import { EvidenceService } from './evidence/evidence.service';
import { Verification } from './evidence/verification.entity';
import { HealthService } from './health/health.service';
import { Milestone } from './milestone.entity';
import { MilestonesService } from './milestones.service';
import { OverviewService } from './overview.service';
import { OwnWorkService } from './own-work/own-work.service';
import { PoliciesService } from './policy/policies.service';
import { Policy } from './policy/policy.entity';
import { ProgressEntry } from './progress-entry.entity';
import { RecurrenceService } from './recurrence.service';
import { RequestsService } from './requests/requests.service';
import { TaskRequest } from './requests/task-request.entity';
import { ExternalLink } from './responsibility/external-link.entity';
import { ExternalLinksService } from './responsibility/external-links.service';
import { ExternalReportsService } from './responsibility/external-reports.service';
import { LinkLimiter } from './responsibility/link-limiter';
import { ResponsibilityService } from './responsibility/responsibility.service';
import { SupportReport } from './responsibility/support-report.entity';
import { SupportService } from './responsibility/support.service';
import { SupportingUnit } from './responsibility/supporting-unit.entity';
import { TaskResponsibilities } from './responsibility/task-responsibilities';
import { TaskExportService } from './export/task-export.service';
import { ListPreference } from './views/list-preference.entity';
import { SavedView } from './views/saved-view.entity';
import { SavedViewsService } from './views/saved-views.service';
import { TaskCharge } from './task-charge';
import { TaskCommands } from './task-commands';
import { TaskDraftsService } from './task-drafts.service';
import { TaskWords } from './task-words';
import { Task } from './task.entity';
import { TasksService } from './tasks.service';
import { TaskViewsService } from './views/task-views.service';

const SERVICES = [
  TaskCommands,
  TaskDraftsService,
  TasksService,
  BulkService,
  DecompositionService,
  MilestonesService,
  RecurrenceService,
  OverviewService,
  HealthService,
  OwnWorkService,
  TaskViewsService,
  LedgerImportService,
  LedgerRecords,
  Attachments,
  EvidenceService,
  RequestsService,
  PoliciesService,
  SupportService,
  ResponsibilityService,
  ExternalLinksService,
  ExternalReportsService,
  LinkLimiter,
  TaskExportService,
  SavedViewsService,
];
const ENTITIES = [
  Task,
  ProgressEntry,
  Milestone,
  Attachment,
  Verification,
  TaskRequest,
  Policy,
  LedgerImport,
  LedgerMapping,
  SupportingUnit,
  SupportReport,
  ExternalLink,
  SavedView,
  ListPreference,
];
const INNER = [TaskCharge, TaskWords, TaskResponsibilities, LedgerPlanner, LedgerMappings, LedgerStore];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), OrganisationModule, ReportsModule],
  providers: [...INNER, ...SERVICES],
  exports: SERVICES,
})
export class TasksModule {}
