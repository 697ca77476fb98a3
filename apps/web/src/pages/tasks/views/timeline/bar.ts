import type { TimelineTask } from '../../../../api/generated';
import { daysBetween, type Stretch } from '../stretch';

/** Where on the track a day begins, and where it ends: percent of the stretch, beyond 0 and 100 outside of it. */
export const startOf = (day: string, { from, to }: Stretch): number =>
  (100 * daysBetween(from, day)) / (daysBetween(from, to) + 1);
export const endOf = (day: string, { from, to }: Stretch): number =>
  (100 * (daysBetween(from, day) + 1)) / (daysBetween(from, to) + 1);

/** A piece of the track, in percent. */
export interface Piece {
  start: number;
  width: number;
}

export interface Bar {
  /** From the assignment to the deadline; null where none of it is in sight. */
  body: Piece | null;
  /** How much of it the progress fills. */
  done: Piece | null;
  /** Past the deadline: until it was done, or until today. */
  late: Piece | null;
  /** It began before, or goes on after what is shown. */
  before: boolean;
  after: boolean;
  /** The deadline at the assignment, where it was extended. */
  original: number | null;
}

type Dates = Pick<TimelineTask, 'status' | 'assignedOn' | 'dueOn' | 'originalDueOn' | 'closedOn' | 'progress'>;

/** Nobody has to work on it, so that it is not late by today. */
const RESTING: readonly Dates['status'][] = ['drafted', 'closed', 'dropped', 'suspended'];

/** What a task looks like on a track. A task without a deadline has no end; one that nobody was charged with is its day only. */
export function barOf(task: Dates, stretch: Stretch, today: string): Bar {
  const { assignedOn, dueOn, originalDueOn, closedOn, status, progress } = task;
  const first = startOf(assignedOn && !(dueOn && assignedOn > dueOn) ? assignedOn : (dueOn ?? stretch.from), stretch);
  const last = dueOn ? endOf(dueOn, stretch) : 100;
  const lateUntil = closedOn ?? (RESTING.includes(status) ? null : today);
  return {
    body: clipped(first, last),
    done: clipped(first, first + ((last - first) * progress) / 100),
    late: dueOn && lateUntil && lateUntil > dueOn ? clipped(last, endOf(lateUntil, stretch)) : null,
    before: first < 0,
    after: last > 100 || dueOn === null,
    original: originalDueOn && originalDueOn !== dueOn ? within(endOf(originalDueOn, stretch)) : null,
  };
}

/** The part of a piece that is in sight. */
function clipped(start: number, end: number): Piece | null {
  const from = Math.max(start, 0);
  const to = Math.min(end, 100);
  return to > from ? { start: from, width: to - from } : null;
}

const within = (place: number): number | null => (place < 0 || place > 100 ? null : place);
