import type { ReminderStatus } from '../reminder.entity';
import type { RuleKind } from '../rules';

/** One reminder as the bell shows it. */
export class BellLine {
  id: string;
  taskId: string;
  taskCode: string;
  /** Null when one may not see the task any more. */
  taskTitle: string | null;
  opens: boolean;
  kind: RuleKind;
  rule: string;
  note: string | null;
  insteadOfName: string | null;
  dueOn: string;
  status: ReminderStatus;
  createdAt: string;
  read: boolean;
}

export class BellView {
  /** Counted up to 100. */
  unread: number;
  /** The newest twenty, read or not. */
  rows: BellLine[];
}
