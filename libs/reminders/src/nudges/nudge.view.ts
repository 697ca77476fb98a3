import type { ReminderStatus } from '../reminder.entity';

export class NudgedPerson {
  id: string;
  name: string;
  /** The absent person for whom he gets it 代理. */
  insteadOf: string | null;
  /** Whether it comes by mail as well; without an address it stands in the application only. */
  mailed: boolean;
}

/** What nudging would do about one task. */
export class NudgeRow {
  id: string;
  code: string;
  title: string;
  people: NudgedPerson[];
  /** Why it cannot be nudged now; null when it can. */
  refusal: string | null;
}

export class NudgePreview {
  refused: number;
  /** How many people get it. */
  people: number;
  /** What is refused first, then in the order of the codes. */
  rows: NudgeRow[];
}

export class Nudged {
  tasks: number;
  people: number;
}

export class ReminderSent {
  name: string;
  insteadOf: string | null;
  status: ReminderStatus;
  /** Sent, but only into the local mailbox 本机邮箱. */
  local: boolean;
}

export class NudgeView {
  id: string;
  at: string;
  by: string;
  note: string | null;
  to: ReminderSent[];
}

export class TalkView {
  id: string;
  personName: string;
  /** Who held it. */
  by: string;
  heldOn: string;
  note: string;
}

/** A rung of the ladder 逐级上报 that was climbed. */
export class RungView {
  /** `escalate-RUNG` */
  rule: string;
  plannedOn: string;
  to: ReminderSent[];
}

/** What was done to have a task hurried: carried up, nudged, talked about. */
export class EscalationView {
  rungs: RungView[];
  /** The newest first. */
  nudges: NudgeView[];
  /** The newest first. */
  talks: TalkView[];
}

export class TalkCandidate {
  id: string;
  name: string;
  /** Positions, and where. */
  places: string;
}
