export const STATES = ['ok', 'attention', 'fault'] as const;
export type State = (typeof STATES)[number];

export const AREAS = ['database', 'queue', 'mail', 'calendar', 'machine'] as const;
export type Area = (typeof AREAS)[number];

/** One thing that was looked at, in words. */
export class HealthLine {
  area: Area;
  name: string;
  state: State;
  /** What was found. */
  found: string;
  /** What to do; null when there is nothing to do. */
  advice: string | null;
}

export class SystemHealth {
  at: string;
  lines: HealthLine[];
}

/** What the mail server said when it was asked. */
export class MailServerCheck {
  state: State;
  found: string;
  advice: string | null;
}
