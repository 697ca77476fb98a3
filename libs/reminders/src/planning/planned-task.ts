import type { Day } from '#platform/clock';
import type { ReportingPeriod, TaskKind } from '#tasks/task.entity';
import type { TaskStatus } from '#tasks/task-status';
import type { ReminderStatus } from '../reminder.entity';

/** A task as far as reminding of it goes. */
export interface PlannedTask {
  id: string;
  kind: TaskKind;
  status: TaskStatus;
  dueOn: Day | null;
  assignedOn: Day | null;
  submittedOn: Day | null;
  reportEvery: ReportingPeriod | null;
  leadUnitId: string;
  assigneeId: string | null;
  leaderId: string | null;
  updatedAt: Date;
  /** Supporting units whose part is open, with their person. */
  support: readonly { unitId: string; personId: string | null }[];
  /** The day of the newest report of progress. */
  reportedOn: Day | null;
  /** The first days of the periods reported for. */
  reportedPeriods: readonly Day[];
}

/** A row of the ledger as far as planning goes. */
export interface Held {
  taskId: string;
  rule: string;
  dueOn: Day;
  recipientId: string;
  insteadOfId: string | null;
  plannedOn: Day;
  status: ReminderStatus;
  settledAt: Date | null;
}

/** A reminder that is to be in the ledger. */
export interface Intended {
  taskId: string;
  rule: string;
  dueOn: Day;
  recipientId: string;
  /** The absent person in whose stead the recipient gets it. */
  insteadOfId: string | null;
  atOnce: boolean;
}
