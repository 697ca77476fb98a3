import { AttachmentView } from '#tasks/evidence/attachment.view';
import type { Light } from '#tasks/light';
import { HistoryView, ProgressView, SourceView, TaskSummary } from '#tasks/task.view';
import type { LookBackResult } from './look-back.entity';
import type { ProblemOrigin } from './problem-origin';
import type { ProblemMoveName, ProblemStatus } from './problem-status';

export class ProblemSummary {
  id: string;
  /** For people to quote: W2026-00004. */
  code: string;
  title: string;
  status: ProblemStatus;
  origin: ProblemOrigin;
  category: string | null;
  unitId: string;
  unitName: string;
  personId: string | null;
  personName: string | null;
  leaderId: string | null;
  leaderName: string | null;
  raisedOn: string;
  dueOn: string | null;
  /** Still being put right after its deadline. */
  overdue: boolean;
  reportId: string | null;
  reportTitle: string | null;
  /** Tasks that answer it, and how many of them are closed. */
  measures: number;
  measuresClosed: number;
  /** The worst light of its measures; null when none has one. */
  light: Light | null;
  version: number;
}

export class ProblemPage {
  rows: ProblemSummary[];
  nextCursor: string | null;
  /** Counted up to 10,000; that number means: as many or more. */
  total: number;
}

export class CauseView {
  id: string;
  text: string;
  /** The report states it for its problems together; false: it is this problem's own. */
  shared: boolean;
}

export class MeasureAttachment {
  id: string;
  fileName: string;
  /** Whether a browser may show it by itself. */
  shown: boolean;
}

/** A task that answers a problem, with its latest progress and its evidence as proof. */
export class ProblemMeasure extends TaskSummary {
  progressEntries: ProgressView[];
  /** What was not removed. */
  attachments: MeasureAttachment[];
}

export class SatisfactionView {
  id: string;
  askedOn: string;
  asked: string;
  satisfied: number;
  basically: number;
  dissatisfied: number;
  /** Percent of those asked who are satisfied, fully or basically; one decimal. */
  percent: number;
  doubts: string | null;
  remark: string | null;
  replyDueOn: string | null;
  by: string;
}

export class LookBackView {
  id: string;
  dueOn: string;
  doneOn: string | null;
  by: string | null;
  result: LookBackResult | null;
  note: string | null;
}

export class BlockedProblemMove {
  move: ProblemMoveName;
  why: string;
}

/** The check 检查 whose finding a problem was. */
export class ProblemCheck {
  id: string;
  roundTitle: string;
}

export class ProblemDetail extends ProblemSummary {
  text: string;
  duty: string | null;
  raisedBy: string | null;
  result: string | null;
  rectifiedOn: string | null;
  rectifiedBy: string | null;
  replyDueOn: string | null;
  evidence: string | null;
  closeNote: string | null;
  closedOn: string | null;
  closedBy: string | null;
  /** What the problem itself says; null: as the policy of its unit has it. */
  lookBackMonths: number | null;
  /** Months from close-out to the look-back as they hold now. */
  lookBackMonthsInForce: number;
  source: SourceView | null;
  /** Null when it comes from elsewhere, or the present person may not see the check. */
  check: ProblemCheck | null;
  causes: CauseView[];
  tasks: ProblemMeasure[];
  /** Evidence of the problem itself, that which was removed included. */
  attachments: AttachmentView[];
  satisfaction: SatisfactionView[];
  /** How `percent` of satisfaction is reckoned. */
  satisfactionFormula: string;
  lookBacks: LookBackView[];
  history: HistoryView[];
  /** The moves that the present person may make now. */
  moves: ProblemMoveName[];
  /** Those that have to wait for something. */
  blocked: BlockedProblemMove[];
}

export class NamedPerson {
  id: string;
  name: string;
}

/** What forms and filters offer. */
export class ProblemChoices {
  /** Categories in use first, then the usual ones. */
  categories: string[];
  duties: string[];
  /** Leaders who are hooked to a problem. */
  leaders: NamedPerson[];
}

export class LookBackDue {
  id: string;
  problemId: string;
  code: string;
  title: string;
  unitName: string;
  leaderName: string | null;
  closedOn: string | null;
  dueOn: string;
  overdue: boolean;
}

export class LookBackPage {
  rows: LookBackDue[];
  nextCursor: string | null;
  /** Counted up to 10,000; that number means: as many or more. */
  total: number;
}
