import type { ReportedPeriod } from '#calendar/period';
import type { SectionKey } from './composing/composition';
import type { FigureKey } from './composing/figures';
import type { SummaryStatus } from './summary.entity';

export class SummaryHead {
  id: string;
  unitId: string;
  unitName: string;
  period: ReportedPeriod;
  /** 2026年第四季度 */
  periodLabel: string;
  periodStart: string;
  periodEnd: string;
  title: string;
  status: SummaryStatus;
  number: string | null;
  issuedOn: string | null;
  version: number;
}

export class SummaryPage {
  rows: SummaryHead[];
  nextCursor: string | null;
  total: number;
}

export class FigureView {
  key: FigureKey;
  label: string;
  unit: string;
  /** How it is reckoned. */
  formula: string;
  /** Null where there is nothing to divide by. */
  value: number | null;
}

export class BranchFiguresView {
  unitId: string;
  unitName: string;
  /** By the keys of the figures. */
  figures: Record<string, number | null>;
}

/** 原文出处 of a task or problem. */
export class SourcePlaceView {
  reportId: string;
  reportTitle: string;
  sectionPath: string[];
  quote: string;
}

export class SummarySentence {
  key: string;
  text: string;
  /** One of an enumeration 一是…二是…. */
  item?: boolean;
  taskId?: string;
  problemId?: string;
  progressEntryId?: string;
  figures?: FigureKey[];
  anchor?: SourcePlaceView;
  /** What the data say at present, where the writer says something else. */
  composed?: string;
  hidden: boolean;
  /** Added by the writer. */
  own: boolean;
  edited: boolean;
  /** The source changed since the sentence was edited. */
  sourceChanged: boolean;
}

export class SummarySection {
  key: SectionKey;
  heading: string;
  sentences: SummarySentence[];
  /** As they are printed. */
  paragraphs: string[];
}

/** An edited sentence whose matter is no longer in the report. */
export class LeftEdit {
  key: string;
  text: string;
}

export class SummaryDetail extends SummaryHead {
  recipients: string | null;
  signatory: string | null;
  /** The last day that was looked at. */
  asOf: string;
  composedAt: string;
  /** Tasks or problems changed since it was composed. */
  behind: boolean;
  /** SHA-256 of the frozen snapshot. */
  sha256: string | null;
  figures: FigureView[];
  branches: BranchFiguresView[];
  sections: SummarySection[];
  leftEdits: LeftEdit[];
  /** Whether the present person may edit and issue it. */
  editable: boolean;
}

/** A task or problem behind a figure, as it was. */
export class FigureRow {
  subject: 'task' | 'problem';
  id: string;
  code: string;
  title: string;
  unitName: string;
  status: string;
  dueOn: string | null;
  closedOn: string | null;
  /** Percent; null for a problem. */
  progress: number | null;
  daysLate: number;
  /** Of a rate: whether it counts above the line. */
  counted: boolean;
}

export class FigureRowPage {
  figure: FigureView;
  rows: FigureRow[];
  nextCursor: string | null;
}
