import type { DueBasis } from '#extraction/extraction.types';
import type { Change } from '#platform/history.entity';
import type { Light, Pace } from './light';
import type { ReportingState } from './reporting-duty';
import { AttachmentView, VerificationView } from './evidence/attachment.view';
import type { VerificationState } from './evidence/verification';
import { RequestView } from './requests/request.view';
import type { RowMove } from './row-moves';
import type { TaskSource } from './task-source';
import type { MoveName, TaskStatus } from './task-status';
import type { OccurrencePeriod, ReportingPeriod, TaskKind } from './task.entity';

/** A position 职务 that nobody holds at present. */
export class VacantPosition {
  id: string;
  title: string;
}

export class TaskSummary {
  id: string;
  /** For people to quote: 2026-00017. */
  code: string;
  title: string;
  kind: TaskKind;
  status: TaskStatus;
  light: Light | null;
  /** 序时进度: progress against elapsed working time. */
  pace: Pace | null;
  dueOn: string | null;
  dueBasis: DueBasis | 'person';
  leadUnitId: string;
  leadUnitName: string;
  assigneeId: string | null;
  assigneeName: string | null;
  /** Nobody is responsible yet: it waits for whoever takes this position. */
  vacantPosition: VacantPosition | null;
  /** Percent. */
  progress: number;
  reportId: string | null;
  reportTitle: string | null;
  updatedAt: string;
  version: number;
}

/** A row of the list, with what its further columns show. */
export class TaskLine extends TaskSummary {
  /** 挂点领导 */
  leaderName: string | null;
  source: TaskSource;
  originalDueOn: string | null;
  assignedOn: string | null;
  /** What the present person may be offered to change in the row. */
  moves: RowMove[];
}

/** Tasks with the same unit, light, quarter or report. */
export class TaskGroup {
  /** `none` for tasks without one. */
  key: string;
  /** Of units and reports; lights and quarters are named by their key. */
  name: string | null;
  count: number;
}

export class TaskPage {
  rows: TaskLine[];
  nextCursor: string | null;
  /** Counted up to 10,000; that number means: as many or more. Null on later pages. */
  total: number | null;
}

/** Where in a report it was promised. */
export class SourceView {
  reportId: string;
  reportTitle: string;
  documentId: string;
  fileName: string;
  unitName: string;
  sectionPath: string[];
  quote: string;
  /** 第几稿 of the report. */
  edition: number;
  formerReportId: string | null;
  /** The later edition that no longer has these words 原文已删去. */
  goneInReportId: string | null;
  /** Offset of the quote in the report's text. */
  start: number;
  /** The text around the quote. */
  context: string;
  /** Offsets of the quote in `context`. */
  quoteStart: number;
  quoteEnd: number;
}

/** The row of a spreadsheet that it was taken over from. */
export class LedgerOriginView {
  importId: string;
  fileName: string;
  sheet: string;
  row: number;
  /** Closed because the ledger said so: nobody has verified it here. */
  unverified: boolean;
  /** Whether the present person may open the file. */
  mayOpen: boolean;
}

export class ProgressView {
  id: string;
  at: string;
  by: string;
  percent: number;
  narrative: string;
  /** The first day of the period it reports for. */
  periodStart: string | null;
  /** 补报: made up for after the period. */
  late: boolean;
  /** Told by a ledger that was taken over. */
  fromLedger: boolean;
}

/** A period for which progress had to be reported. */
export class ReportedPeriodView {
  start: string;
  end: string;
  label: string;
  state: ReportingState;
}

export class ChangeView implements Change {
  field: string;
  from: string | null;
  to: string | null;
}

export class HistoryView {
  id: string;
  at: string;
  by: string;
  action: string;
  reason: string | null;
  changes: ChangeView[];
}

export class MeasureView {
  text: string;
}

export class MilestoneView {
  id: string;
  title: string;
  dueOn: string;
  doneOn: string | null;
  doneBy: string | null;
}

/** The task that this one was broken out of. */
export class WholeView {
  id: string;
  code: string;
  title: string;
}

export class BlockedMove {
  move: MoveName;
  /** What is missing, in Chinese. */
  why: string;
}

export class TaskDetail extends TaskSummary {
  text: string;
  leaderId: string | null;
  leaderName: string | null;
  /** The hour an urgent task is due. */
  dueAt: string | null;
  weight: number;
  reportEvery: ReportingPeriod | null;
  occursEvery: OccurrencePeriod | null;
  /** Null: as the unit's policy says. */
  evidenceRequired: boolean | null;
  /** Whether it may not be submitted without evidence, by itself or by the policy in force. */
  evidenceNeeded: boolean;
  attachments: AttachmentView[];
  verification: VerificationState;
  /** The newest first. */
  verifications: VerificationView[];
  /** The newest first. */
  requests: RequestView[];
  /** Granted extensions. */
  extensions: number;
  /** Days past the deadline when it was done, or today; 0 when not. */
  daysLate: number;
  /** The same for the deadline at the first assignment. */
  daysLateOriginally: number;
  whole: WholeView | null;
  parts: TaskSummary[];
  milestones: MilestoneView[];
  /** What was to be reported until today, the newest period first; empty without a duty to report. */
  reporting: ReportedPeriodView[];
  /** How often its words say it comes back; null when they do not, or it is a duty already. */
  suggestedEvery: OccurrencePeriod | null;
  originalDueOn: string | null;
  recurrence: string | null;
  assignedOn: string | null;
  closedOn: string | null;
  measures: MeasureView[];
  source: SourceView | null;
  ledger: LedgerOriginView | null;
  progressEntries: ProgressView[];
  history: HistoryView[];
  /** The moves that the present person may make now. */
  moves: MoveName[];
  /** Moves that he could make if something were there. */
  blocked: BlockedMove[];
}
