import type { ReportingPeriod, TaskKind } from '#tasks/task.entity';
import type { Rung } from './reminder-points';

export class LadderRungView {
  rung: Rung;
  /** Working days past the deadline. */
  after: number;
}

export class ReminderPointsView {
  before: number[];
  onDay: boolean;
  overdueEvery: number;
  requests: ReportingPeriod[];
  acceptWithin: number;
  verifyWithin: number;
  ladder: LadderRungView[];
}

export class SaidPointsView {
  before: number[] | null;
  onDay: boolean | null;
  overdueEvery: number | null;
  requests: ReportingPeriod[] | null;
  acceptWithin: number | null;
  verifyWithin: number | null;
  ladder: LadderRungView[] | null;
}

export class ReminderPolicyView {
  /** Null: for tasks of all kinds. */
  taskKind: TaskKind | null;
  /** What it says itself. */
  own: SaidPointsView;
  /** What holds, also from further up. */
  inForce: ReminderPointsView;
  /** What would hold if it said nothing. */
  above: ReminderPointsView;
  /** 0 when nothing is said here. */
  version: number;
}

export class UnitReminderPolicies {
  unitId: string;
  unitName: string;
  parentId: string | null;
  /** The one for all kinds, then those of kinds for which something else is said here or further up. */
  policies: ReminderPolicyView[];
}

export class PlanningRunView {
  day: string;
  finishedAt: string;
  /** Tasks that were looked at. */
  considered: number;
  /** Reminders that were put into the ledger. */
  planned: number;
  /** Years in which Monday to Friday were taken for working days, because their holidays are not published yet. */
  unpublishedYears: number[];
}

export class ReminderPoliciesView {
  units: UnitReminderPolicies[];
  /** The newest complete planning. */
  planning: PlanningRunView | null;
}

export class TaskReminderPolicy extends ReminderPolicyView {
  /** Whether the present person may set it. */
  changeable: boolean;
}
