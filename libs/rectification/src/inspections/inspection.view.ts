import type { Light } from '#tasks/light';
import { HistoryView } from '#tasks/task.view';
import type { TaskStatus } from '#tasks/task-status';
import type { ProblemStatus } from '../problem-status';
import { NamedPerson } from '../problem.view';
import type { CheckMoveName, CheckStatus } from './check-status';
import type { RoundKind } from './pairing';
import type { RoundMoveName, RoundStatus } from './round-status';

export class RoundSummary {
  id: string;
  title: string;
  kind: RoundKind;
  unitId: string;
  unitName: string;
  category: string | null;
  startsOn: string;
  endsOn: string;
  status: RoundStatus;
  /** Checks that the present person may see, without those called off; how many of them are settled. */
  checks: number;
  checksSettled: number;
  /** Problems out of these checks that are not withdrawn; how many of them are closed. */
  problems: number;
  problemsClosed: number;
  version: number;
}

export class RoundPage {
  rows: RoundSummary[];
  nextCursor: string | null;
  /** Counted up to 10,000; that number means: as many or more. */
  total: number;
}

export class PairView {
  inspectedUnitId: string;
  inspectedUnitName: string;
  inspectingUnitId: string;
  inspectingUnitName: string;
}

export class CheckLine extends PairView {
  id: string;
  dueOn: string;
  /** Not reported after its deadline. */
  overdue: boolean;
  status: CheckStatus;
  inspectors: NamedPerson[];
  /** Null for the inspected unit until the inspectors have reported. */
  findings: number | null;
  problems: number;
  problemsClosed: number;
}

export class BlockedRoundMove {
  move: RoundMoveName;
  why: string;
}

export class RoundDetail extends RoundSummary {
  note: string | null;
  createdBy: string;
  lines: CheckLine[];
  /** Percent of the round's problems that are closed; null when there are none. */
  ratePercent: number | null;
  /** How it is reckoned. */
  rateFormula: string;
  history: HistoryView[];
  /** The moves that the present person may make now. */
  moves: RoundMoveName[];
  blocked: BlockedRoundMove[];
}

export class FindingView {
  id: string;
  title: string;
  text: string;
  category: string | null;
  dueOn: string | null;
  status: 'recorded' | 'confirmed' | 'rejected';
  reason: string | null;
  recordedBy: string;
  decidedBy: string | null;
  /** The problem it has become; null when the present person may not see that. */
  problemId: string | null;
  problemCode: string | null;
  problemStatus: ProblemStatus | null;
}

export class BlockedCheckMove {
  move: CheckMoveName;
  why: string;
}

export class CheckDetail extends CheckLine {
  roundId: string;
  roundTitle: string;
  roundKind: RoundKind;
  roundStatus: RoundStatus;
  category: string | null;
  startsOn: string;
  endsOn: string;
  note: string | null;
  /** Null for the inspected unit until the inspectors have reported. */
  conclusion: string | null;
  reportedOn: string | null;
  reportedBy: string | null;
  response: string | null;
  respondedOn: string | null;
  respondedBy: string | null;
  found: FindingView[];
  /** Whether the present person may now read what the inspected unit has on record. */
  materialOpen: boolean;
  history: HistoryView[];
  moves: CheckMoveName[];
  blocked: BlockedCheckMove[];
  version: number;
}

/** A problem of the inspected unit, as its inspectors read it. */
export class MaterialProblem {
  id: string;
  code: string;
  title: string;
  unitName: string;
  category: string | null;
  status: ProblemStatus;
  raisedOn: string;
  dueOn: string | null;
  overdue: boolean;
  result: string | null;
}

export class MaterialProblemPage {
  rows: MaterialProblem[];
  nextCursor: string | null;
  total: number;
}

/** A task of the inspected unit, as its inspectors read it. */
export class MaterialTask {
  id: string;
  code: string;
  title: string;
  unitName: string;
  status: TaskStatus;
  light: Light | null;
  dueOn: string | null;
  /** Percent. */
  progress: number;
}

export class MaterialTaskPage {
  rows: MaterialTask[];
  nextCursor: string | null;
  total: number;
}
