import type { ListMeasure, ListRow } from '#rectification/three-lists';
import type { Day } from '#platform/clock';
import type { Pace } from '#tasks/light';
import type { TaskStatus } from '#tasks/task-status';
import type { RequestKind } from '#tasks/requests/task-request.entity';

/** The place in a source report 原文出处. */
export interface SourcePlace {
  reportId: string;
  reportTitle: string;
  sectionPath: string[];
  quote: string;
}

/** A report of progress, as it was written. */
export interface RowEntry {
  id: string;
  day: Day;
  percent: number;
  narrative: string;
}

export interface RowExtension {
  from: Day | null;
  /** Null: no deadline any more. */
  to: Day | null;
  reason: string;
}

export interface RowRequest {
  kind: RequestKind;
  to: Day | null;
  reason: string;
}

export interface RowMilestone {
  title: string;
  dueOn: Day;
  doneOn: Day | null;
}

/** A task as it was on the last day that a summary looks at. */
export interface TaskRow {
  subject: 'task';
  id: string;
  code: string;
  title: string;
  unitId: string;
  unitName: string;
  assigneeName: string | null;
  leaderName: string | null;
  status: TaskStatus;
  assignedOn: Day;
  dueOn: Day | null;
  closedOn: Day | null;
  /** Percent. */
  progress: number;
  pace: Pace | null;
  /** Past its deadline and not done: neither closed nor suspended. */
  overdue: boolean;
  /** Calendar days past the deadline, of what is overdue or was closed late; else 0. */
  daysLate: number;
  /** The newest reports of progress, the last one first. */
  entries: RowEntry[];
  /** Granted in the period, in their order. */
  extensions: RowExtension[];
  /** What waited for a decision. */
  request: RowRequest | null;
  milestones: RowMilestone[];
  source: SourcePlace | null;
}

/** A problem as it was on that day, with what the three lists say of it. */
export interface ProblemRow extends Omit<ListRow, 'measure' | 'problemId' | 'reportTitle' | 'sectionPath'> {
  subject: 'problem';
  id: string;
  unitId: string;
  closedOn: Day | null;
  measures: ListMeasure[];
  source: SourcePlace | null;
}

export type SummaryRowData = TaskRow | ProblemRow;

/** What a summary covers; `asOf` is the last day it looks at, `ahead` the period it looks forward to. */
export interface Covered {
  start: Day;
  end: Day;
  label: string;
  asOf: Day;
  ahead: { start: Day; end: Day; label: string };
}
