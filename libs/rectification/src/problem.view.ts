import { SourceView, TaskSummary } from '#tasks/task.view';
import type { ProblemStatus } from './problem-status';

export class ProblemSummary {
  id: string;
  /** For people to quote: W2026-00004. */
  code: string;
  title: string;
  status: ProblemStatus;
  unitId: string;
  unitName: string;
  reportId: string | null;
  reportTitle: string | null;
  /** Tasks that answer it, and how many of them are closed. */
  measures: number;
  measuresClosed: number;
  version: number;
}

export class ProblemPage {
  rows: ProblemSummary[];
  nextCursor: string | null;
  total: number;
}

export class CauseView {
  id: string;
  text: string;
}

export class ProblemDetail extends ProblemSummary {
  text: string;
  source: SourceView | null;
  /** The causes that the same report states. */
  causes: CauseView[];
  tasks: TaskSummary[];
}
