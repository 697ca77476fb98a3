import type { DueBasis, ItemKind, UnitRole } from '#extraction/extraction.types';
import type { Change } from '#reports/editions/reanchor';
import type { ItemStatus, UnitBasis } from '#reports/report-item.entity';
import { ReportSection, ReportSummary } from '#reports/report.view';
import type { StepAction } from './undo/review-step.entity';

/** A stretch of the report's text; offsets are UTF-16 code units into it. */
export class TextSpan {
  text: string;
  start: number;
  end: number;
}

export class DeadlineView extends TextSpan {
  /** Last day of the stated limit; null when it cannot be resolved (换届前). */
  date: string | null;
  certain: boolean;
}

export class NamedUnit {
  name: string;
  role: UnitRole;
  /** The words it was read from. */
  text: string;
  /** The unit of the organisation it is taken for. */
  unitId: string | null;
}

export class TargetView {
  text: string;
}

/** A problem that a next step answers, by the key of its item. */
export class RelatedProblem {
  key: string;
  /** 0 to 1. */
  score: number;
}

export class ReportItemView extends TextSpan {
  id: string;
  /** Unique within the report. */
  key: string;
  reportId: string;
  kind: ItemKind;
  ordinal: string | null;
  title: string;
  sectionId: string;
  sectionPath: string[];
  group: string[];
  measures: TextSpan[];
  deadlines: DeadlineView[];
  dueOn: string | null;
  dueBasis: DueBasis | 'person';
  recurrence: string | null;
  units: NamedUnit[];
  targets: TargetView[];
  related: RelatedProblem[];
  /** 0 to 1. */
  confidence: number;
  why: string[];
  status: ItemStatus;
  rejectReason: string | null;
  unitId: string;
  unitName: string;
  unitBasis: UnitBasis;
  assigneeId: string | null;
  assigneeName: string | null;
  taskId: string | null;
  problemId: string | null;
  /** What became of it since the former edition; null in a first edition, and when it was cut or joined here. */
  change: Change | null;
  version: number;
}

export class ReportDetail extends ReportSummary {
  text: string;
  sections: ReportSection[];
  items: ReportItemView[];
  warnings: string[];
  /** Whether the present person may decide about its items. */
  mayReview: boolean;
  /** Whether the present person may say if it is the corrected version of the report in doubt. */
  maySettle: boolean;
  /** Where its text begins in the text of the file, and how long that is, in UTF-16 code units. */
  documentStart: number;
  documentLength: number;
}

export class DecidedItems {
  items: ReportItemView[];
}

export class AcceptedItems extends DecidedItems {
  tasks: number;
  problems: number;
}

export class SplitItem extends DecidedItems {
  removedId: string;
}

export class MergedItem {
  removedIds: string[];
  item: ReportItemView;
}

export class UndoneStep extends DecidedItems {
  action: StepAction;
  /** What it was done to, in words: “扩充优质学位”等 3 条 */
  title: string;
  /** Items that the step had made. */
  removedIds: string[];
}
