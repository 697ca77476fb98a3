import type { Day } from '#platform/clock';

export const SET_UP_STEPS = ['organisation', 'people', 'mail', 'calendar', 'report'] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

/** What the data says about a young installation. */
export interface SetUpFacts {
  today: Day;
  /** The organisation has a name of its own. */
  named: boolean;
  units: number;
  people: number;
  /** A mail went by the way that mails go now. */
  mailSent: boolean;
  thisYearPublished: boolean;
  nextYearPublished: boolean;
  /** Any report was imported. */
  reports: boolean;
}

export function stepsDone(facts: SetUpFacts): Record<SetUpStep, boolean> {
  // 国务院办公厅 announces the next year's holidays in October or November; before that nobody can enter them.
  const early = facts.today.slice(5) < '11-01';
  return {
    organisation: facts.named,
    people: facts.people > 1,
    mail: facts.mailSent,
    calendar: facts.thisYearPublished && (facts.nextYearPublished || early),
    report: facts.reports,
  };
}
