import { Link } from 'react-router';
import type { BellLine } from '../../api/generated';
import { t } from '../../language/t';

interface Props {
  of: Pick<BellLine, 'taskId' | 'taskCode' | 'taskTitle' | 'opens'>;
}

/** The task that a reminder is about; a link where one may open it. */
export function ReminderTask({ of: { taskId, taskCode, taskTitle, opens } }: Props) {
  if (taskTitle === null)
    return (
      <span className="quiet">
        {taskCode}
        {t`（您现在不能查看这项任务）`}
      </span>
    );
  return opens ? <Link to={`/tasks/${taskId}`}>{taskTitle}</Link> : taskTitle;
}
