import type { ItemKind } from '#extraction/extraction.types';
import type { RevisionDecision } from '#reports/editions/item-revision.entity';
import type { Change } from '#reports/editions/reanchor';
import type { ItemStatus } from '#reports/report-item.entity';
import { ReportSummary } from '#reports/report.view';
import type { TaskStatus } from '#tasks/task-status';

/** One item in the former edition and in this one. */
export class ItemChange {
  id: string;
  change: Change;
  kind: ItemKind;
  title: string;
  /** The words last decided about; null when new. */
  formerText: string | null;
  formerDueOn: string | null;
  formerSection: string[];
  /** Offset in the former edition's text. */
  formerStart: number | null;
  /** null when gone. */
  text: string | null;
  dueOn: string | null;
  section: string[];
  start: number | null;
  /** Of the item on the review desk; null when it was cut or joined there since. */
  status: ItemStatus | null;
  taskId: string | null;
  taskCode: string | null;
  taskStatus: TaskStatus | null;
  taskDueOn: string | null;
  problemId: string | null;
  /** null: nothing to decide. */
  decision: RevisionDecision | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
}

export class ReportChanges {
  report: ReportSummary;
  items: ItemChange[];
  /** Whether the present person may decide about changes now. */
  mayDecide: boolean;
}

export class DecidedChanges {
  decided: number;
}
