import { TaskSummary } from './task.view';

/** Tasks of one unit by light. */
export class UnitLights {
  unitId: string;
  unitName: string;
  green: number;
  blue: number;
  yellow: number;
  red: number;
  purple: number;
}

export class Overview {
  open: number;
  drafted: number;
  overdue: number;
  dueSoon: number;
  submitted: number;
  closed: number;
  reportsToReview: number;
  units: UnitLights[];
  overdueTasks: TaskSummary[];
  dueSoonTasks: TaskSummary[];
  /** What the present person is responsible for and has not submitted yet. */
  myTasks: TaskSummary[];
}
