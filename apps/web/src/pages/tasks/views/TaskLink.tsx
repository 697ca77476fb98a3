import { Link } from 'react-router';
import type { TaskSummary } from '../../../api/generated';
import { rememberOpened } from './usePlace';

/** Opens a task; coming back leads to this link again. */
export function TaskLink({ task, className }: { task: Pick<TaskSummary, 'id' | 'title'>; className?: string }) {
  return (
    <Link
      to={`/tasks/${task.id}`}
      data-task={task.id}
      className={className}
      title={task.title}
      draggable={false}
      onClick={() => rememberOpened(task.id)}
    >
      {task.title}
    </Link>
  );
}
