import type { RequestDecision, RequestKind } from './task-request.entity';

export class RequestView {
  id: string;
  kind: RequestKind;
  /** For an extension: the deadline at that time, and the new one (null: none at all). */
  fromDue: string | null;
  toDue: string | null;
  reason: string;
  askedBy: string;
  askedAt: string;
  /** Whether the present person asked for it. */
  mine: boolean;
  decision: RequestDecision | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionNote: string | null;
}

export class OpenRequest extends RequestView {
  taskId: string;
  taskCode: string;
  taskTitle: string;
  leadUnitName: string;
}

export class OpenRequestPage {
  rows: OpenRequest[];
  nextCursor: string | null;
  /** Counted up to 10,000; that number means: as many or more. */
  total: number;
}
