import type { TaskStatus } from '../task-status';
import { TaskSummary } from '../task.view';

export class StatusCount {
  status: TaskStatus;
  total: number;
}

/** How many tasks stand at each status; one that has none is left out. */
export class TaskCounts {
  rows: StatusCount[];
  total: number;
}

export class TaskCalendarDay {
  day: string;
  total: number;
  /** Of these still to be done. */
  open: number;
  /** The first of them. */
  tasks: TaskSummary[];
}

/** Only days on which something is due. */
export class TaskCalendar {
  rows: TaskCalendarDay[];
  total: number;
}

export class TimelineMilestone {
  title: string;
  dueOn: string;
  doneOn: string | null;
}

export class TimelineTask extends TaskSummary {
  assignedOn: string | null;
  /** The deadline at the first assignment. */
  originalDueOn: string | null;
  closedOn: string | null;
  milestones: TimelineMilestone[];
  /** How many tasks its lead unit has in the stretch of days. */
  unitTotal: number;
}

/** Tasks by lead unit, in each the earliest deadline first. */
export class TaskTimeline {
  rows: TimelineTask[];
  nextCursor: string | null;
  /** Counted up to 10,000; that number means: as many or more. Null on later pages. */
  total: number | null;
}
