import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '#audit/audit.module';
import { logging } from '#platform/logging';
import { PlatformModule, type RunningSettings } from '#platform/platform.module';
import { SessionGuard } from '#organisation/http/session.guard';
import { OrganisationModule } from '#organisation/organisation.module';
import { RectificationModule } from '#rectification/rectification.module';
import { RemindersModule } from '#reminders/reminders.module';
import { ReportsModule } from '#reports/reports.module';
import { ReviewModule } from '#review/review.module';
import { SearchModule } from '#search/search.module';
import { SummariesModule } from '#summaries/summaries.module';
import { TasksModule } from '#tasks/tasks.module';
import { HistoryController } from './audit/history.controller';
import { CalendarController } from './calendar/calendar.controller';
import { HealthService } from './health/health.service';
import { SystemController } from './system/system.controller';
import { SystemService } from './system/system.service';
import { HealthController } from './health/health.controller';
import { AbsencesController } from './organisation/absences.controller';
import { OrganisationImportsController } from './organisation/organisation-imports.controller';
import { PeopleController } from './organisation/people.controller';
import { SuccessionController } from './organisation/succession.controller';
import { UnitsController } from './organisation/units.controller';
import { OverviewController } from './overview/overview.controller';
import { ChecksController } from './inspections/checks.controller';
import { RoundsController } from './inspections/rounds.controller';
import { HookedLeadersController } from './problems/hooked-leaders.controller';
import { ProblemEvidenceController } from './problems/problem-evidence.controller';
import { ProblemMovesController } from './problems/problem-moves.controller';
import { ProblemsController } from './problems/problems.controller';
import { BellController } from './reminders/bell.controller';
import { FeedController } from './reminders/feed.controller';
import { LedgerController } from './reminders/ledger.controller';
import { ReminderPoliciesController } from './reminders/reminder-policies.controller';
import { DocumentsController } from './reports/documents.controller';
import { MailPreferencesController } from './reminders/mail-preferences.controller';
import { CommentsController } from './reminders/comments.controller';
import { NudgesController } from './reminders/nudges.controller';
import { ProgressLinksController } from './reminders/progress-links.controller';
import { ChannelsController } from './reminders/channels.controller';
import { MailboxController } from './reminders/mailbox.controller';
import { MailTemplatesController } from './reminders/mail-templates.controller';
import { UndeliverableController } from './reminders/undeliverable.controller';
import { QueueBoardModule } from './queue-board/queue-board.module';
import { ReportsController } from './reports/reports.controller';
import { EditionsController } from './review/editions.controller';
import { ReviewController } from './review/review.controller';
import { SearchController } from './search/search.controller';
import { SessionController } from './session/session.controller';
import { SetUpController } from './set-up/set-up.controller';
import { SetUpProgressService } from './set-up/set-up-progress';
import { SetUpService } from './set-up/set-up.service';
import { SummariesController } from './summaries/summaries.controller';
import { SummaryWritingController } from './summaries/summary-writing.controller';
import { BulkController } from './tasks/bulk.controller';
import { DecompositionController } from './tasks/decomposition.controller';
import { ExternalController } from './tasks/external.controller';
import { ResponsibilityController } from './tasks/responsibility.controller';
import { LedgerImportsController } from './tasks/ledger-imports.controller';
import { EvidenceController } from './tasks/evidence.controller';
import { PoliciesController } from './tasks/policies.controller';
import { RequestsController } from './tasks/requests.controller';
import { SavedViewsController } from './tasks/saved-views.controller';
import { TaskExportController } from './tasks/task-export.controller';
import { TasksController } from './tasks/tasks.controller';
import { TaskViewsController } from './tasks/views.controller';

@Module({})
export class AppModule {
  /** `also`: what else runs in this process, such as the queues' processors. */
  static with(settings: RunningSettings, also: Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings),
        logging(settings),
        OrganisationModule,
        AuditModule,
        ReportsModule,
        TasksModule,
        RectificationModule,
        ReviewModule,
        RemindersModule,
        SummariesModule,
        QueueBoardModule,
        SearchModule,
        ...also,
      ],
      providers: [
        { provide: APP_GUARD, useClass: SessionGuard },
        ...[SetUpService, SetUpProgressService, HealthService, SystemService],
      ],
      controllers: [
        HealthController,
        SystemController,
        SessionController,
        SetUpController,
        UnitsController,
        PeopleController,
        AbsencesController,
        SuccessionController,
        OrganisationImportsController,
        CalendarController,
        OverviewController,
        DocumentsController,
        ReportsController,
        ReviewController,
        EditionsController,
        LedgerImportsController,
        BulkController,
        NudgesController,
        TaskExportController,
        SavedViewsController,
        CommentsController,
        TasksController,
        TaskViewsController,
        DecompositionController,
        EvidenceController,
        RequestsController,
        PoliciesController,
        ReminderPoliciesController,
        ResponsibilityController,
        ExternalController,
        MailPreferencesController,
        ProgressLinksController,
        ProblemsController,
        HistoryController,
        ProblemMovesController,
        ProblemEvidenceController,
        SearchController,
        HookedLeadersController,
        RoundsController,
        ChecksController,
        LedgerController,
        BellController,
        FeedController,
        MailTemplatesController,
        MailboxController,
        ChannelsController,
        UndeliverableController,
        SummariesController,
        SummaryWritingController,
      ],
    };
  }
}
