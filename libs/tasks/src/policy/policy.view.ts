import type { ReportingPeriod } from '../task.entity';

export class PolicyPoints {
  evidenceRequired: boolean | null;
  reportEvery: ReportingPeriod | null;
  /** Months from the close-out of a problem to its look-back. */
  lookBackMonths: number | null;
}

export class PolicyView {
  unitId: string;
  unitName: string;
  parentId: string | null;
  /** What the unit itself says. */
  own: PolicyPoints;
  /** What holds for it, also from units above. */
  inForce: PolicyPoints;
  /** 0 when the unit has no policy of its own. */
  version: number;
}
