import type { Light } from '../light';

/** A line of the five-colour health sheet 五色体检表: a unit with those below it. */
export class UnitHealth {
  unitId: string;
  unitName: string;
  /** The unit above, when it is in the sheet too. */
  parentId: string | null;
  green: number;
  blue: number;
  yellow: number;
  red: number;
  purple: number;
  total: number;
  colour: Light | null;
}

export class HealthSheet {
  /** How the colour of a unit comes about; the first that holds decides. */
  rules: string[];
  /** Units without any task that has a light are left out. */
  units: UnitHealth[];
}

/** Tasks by the quarter in which they are due. */
export class QuarterFigures {
  label: string;
  start: string;
  end: string;
  /** All of them: what follows, added up. */
  due: number;
  doneInTime: number;
  doneLate: number;
  overdue: number;
  /** Not done and not overdue. */
  open: number;
  /** 按期完成率 in percent; null while nothing was done or became overdue. */
  percent: number | null;
}

export class Trend {
  /** The unit whose tasks, with those of the units below it, are counted. */
  unitId: string;
  unitName: string;
  formula: string;
  /** The earliest first. */
  quarters: QuarterFigures[];
}
