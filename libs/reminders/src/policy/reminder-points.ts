import type { ReportingPeriod } from '#tasks/task.entity';

/** To whom an overdue task is carried up: the head of the lead unit, the leader in charge 分管领导, the supervisors' list. */
export const RUNGS = ['unit-head', 'leader', 'supervisors'] as const;
export type Rung = (typeof RUNGS)[number];

/** A rung of the ladder 逐级上报, climbed once, `after` working days past the deadline. */
export interface LadderRung {
  rung: Rung;
  after: number;
}

/** What a policy says about reminding; all numbers of days are working days. */
export interface ReminderPoints {
  /** So many working days before the deadline, each once. */
  before: readonly number[];
  /** On the day of the deadline. */
  onDay: boolean;
  /** Every so many working days after the deadline, beginning with the first; 0: never. */
  overdueEvery: number;
  /** Periods for which progress is asked for before they end. */
  requests: readonly ReportingPeriod[];
  /** Working days for which a task may wait to be accepted; 0: never reminded. */
  acceptWithin: number;
  /** Working days for which work handed in may wait for verification; 0: never reminded. */
  verifyWithin: number;
  ladder: readonly LadderRung[];
}

/** What holds where no policy says anything. */
export const DEFAULT_POINTS: ReminderPoints = {
  before: [7, 3, 1],
  onDay: true,
  overdueEvery: 5,
  requests: ['quarter'],
  acceptWithin: 3,
  verifyWithin: 5,
  ladder: [
    { rung: 'unit-head', after: 3 },
    { rung: 'leader', after: 7 },
    { rung: 'supervisors', after: 15 },
  ],
};
