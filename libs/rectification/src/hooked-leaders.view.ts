import { TaskSummary } from '#tasks/task.view';
import { ProblemSummary } from './problem.view';

/** A leader 挂钩领导 and how the problems and tasks stand to which he is hooked. */
export class HookedLeader {
  id: string;
  name: string;
  problems: number;
  problemsClosed: number;
  /** Still being put right after their deadline. */
  problemsOverdue: number;
  tasks: number;
  tasksClosed: number;
  /** Tasks by their light. */
  red: number;
  yellow: number;
  blue: number;
  green: number;
  purple: number;
}

export class HookedLeaderDetail extends HookedLeader {
  /** The first 200 by deadline. */
  problemRows: ProblemSummary[];
  /** The first 200 by deadline. */
  taskRows: TaskSummary[];
}
