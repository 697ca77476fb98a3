import { Organisation1780000000001 } from './1780000000001-organisation';
import { Reports1780000000002 } from './1780000000002-reports';
import { Tasks1780000000003 } from './1780000000003-tasks';
import { Reminders1780000000004 } from './1780000000004-reminders';
import { Similarity1780000000005 } from './1780000000005-similarity';
import { Tracking1780000000006 } from './1780000000006-tracking';
import { HistoryChain1780000000007 } from './1780000000007-history-chain';
import { Calendar1780000000008 } from './1780000000008-calendar';
import { Rectification1780000000009 } from './1780000000009-rectification';
import { Inspections1780000000010 } from './1780000000010-inspections';
import { ReportVersions1780000000011 } from './1780000000011-report-versions';
import { Search1780000000012 } from './1780000000012-search';
import { Responsibility1780000000013 } from './1780000000013-responsibility';
import { Evidence1780000000014 } from './1780000000014-evidence';
import { LedgerImport1780000000015 } from './1780000000015-ledger-import';
import { OrganisationRevision1780000000016 } from './1780000000016-organisation-revision';
import { LightsByUnit1780000000017 } from './1780000000017-lights-by-unit';
import { ReminderLedger1780000000018 } from './1780000000018-reminder-ledger';
import { LookBackPolicy1780000000019 } from './1780000000019-look-back-policy';
import { HistoryAppend1780000000020 } from './1780000000020-history-append';
import { ReviewSteps1780000000022 } from './1780000000022-review-steps';
import { SavedViews1780000000023 } from './1780000000023-saved-views';
import { TaskComments1780000000024 } from './1780000000024-task-comments';
import { SetUpDismissal1780000000025 } from './1780000000025-set-up-dismissal';
import { Summaries1780000000027 } from './1780000000027-summaries';

/** All migrations, oldest first. A landed migration is never edited; a change is a new one. */
export const MIGRATIONS = [
  Organisation1780000000001,
  Reports1780000000002,
  Tasks1780000000003,
  Reminders1780000000004,
  Similarity1780000000005,
  Tracking1780000000006,
  HistoryChain1780000000007,
  Calendar1780000000008,
  Rectification1780000000009,
  Inspections1780000000010,
  ReportVersions1780000000011,
  Search1780000000012,
  Responsibility1780000000013,
  Evidence1780000000014,
  LedgerImport1780000000015,
  OrganisationRevision1780000000016,
  LightsByUnit1780000000017,
  ReminderLedger1780000000018,
  LookBackPolicy1780000000019,
  HistoryAppend1780000000020,
  ReviewSteps1780000000022,
  SavedViews1780000000023,
  TaskComments1780000000024,
  SetUpDismissal1780000000025,
  Summaries1780000000027,
];
