import type { FaultKind } from '#platform/history-chain';
import type { Subject } from '#platform/history';

export class DeedChange {
  field: string;
  from: string | null;
  to: string | null;
}

export class DeedView {
  id: string;
  /** Instant, ISO 8601. */
  at: string;
  /** The name at that time. */
  by: string;
  subject: Subject;
  subjectId: string;
  /** What the subject is called now; null when it is gone. */
  subjectName: string | null;
  unitName: string | null;
  action: string;
  reason: string | null;
  changes: DeedChange[];
}

export class HistoryPage {
  rows: DeedView[];
  nextCursor: string | null;
  /** Counted up to 10,000. */
  total: number;
}

export class HistoryFault {
  kind: FaultKind;
  /** The chain, from 0, and the numbers in it. */
  lane: number;
  from: number;
  to: number;
  /** The id of the row, where there is one. */
  id: string | null;
}

export class VerifiedHistory {
  intact: boolean;
  rows: number;
  faults: HistoryFault[];
  /** Also those that `faults` has no room for. */
  faultCount: number;
  /** To be written down for a later verification; null when the ends of the chains are damaged themselves. */
  fingerprint: string | null;
  /** Whether the history of the earlier day is still part of it; null when none was asked about. */
  continues: boolean | null;
}
