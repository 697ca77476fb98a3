import type { MailKind, MailStatus } from '../delivery/mail.entity';
import type { ReminderStatus } from '../reminder.entity';
import type { RuleKind } from '../rules';

/** The mail that a reminder travelled in, and what the server said. */
export class ReminderMail {
  id: string;
  kind: MailKind;
  status: MailStatus;
  address: string;
  subject: string | null;
  messageId: string | null;
  answer: string | null;
  /** The how-manieth try. */
  attempt: number;
  claimedAt: string;
  /** When it was handed to the server. */
  sendingAt: string | null;
  settledAt: string | null;
}

/** One line of the ledger 提醒台账. */
export class ReminderView {
  id: string;
  taskId: string;
  taskCode: string;
  /** Null for the recipient of long ago who may not see the task any more. */
  taskTitle: string | null;
  unitName: string;
  /** Whether the present person may open the task. */
  opens: boolean;
  kind: RuleKind;
  /** The rule in words: 提前 7 个工作日. */
  rule: string;
  /** What whoever nudged 催办 or mentioned the recipient wrote. */
  note: string | null;
  recipientId: string;
  recipientName: string;
  /** The absent person in whose stead it went to the recipient. */
  insteadOfName: string | null;
  /** The day it is about. */
  dueOn: string;
  plannedOn: string;
  status: ReminderStatus;
  /** Sent, but only into the local mailbox 本机邮箱, because no mail server was set. */
  local: boolean;
  atOnce: boolean;
  /** Why it was superseded, has failed or still waits. */
  why: string | null;
  createdAt: string;
  settledAt: string | null;
  /** When the recipient saw it in the application. */
  readAt: string | null;
  mail: ReminderMail | null;
  mayResend: boolean;
}

export class ReminderPage {
  rows: ReminderView[];
  nextCursor: string | null;
  /** Counted up to 10,000. Null on later pages. */
  total: number | null;
}

export class ReminderDetail {
  reminder: ReminderView;
  /** What else travelled in the same mail, as far as one may see it. */
  together: ReminderView[];
  /** How many lines of the same mail belong to others. */
  hidden: number;
}

/** Who was reminded of one task, newest first. */
export class TaskReminders {
  /** The newest hundred. */
  rows: ReminderView[];
  total: number;
  /** Whether one may ask why anybody else was, or was not, reminded. */
  mayAskAbout: boolean;
}

export class ReminderExplanation {
  personName: string;
  /** In Chinese, one after another: what was planned, what became of it, and what stands in the way. */
  sentences: string[];
}
