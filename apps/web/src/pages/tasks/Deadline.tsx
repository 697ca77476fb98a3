import type { TaskDetail } from '../../api/generated';
import { DUE_BASIS } from '../../words';
import { at } from '../../components/time';
import { t } from '../../language/t';

/** The deadline in force, how often it was extended, and how late it is by either. */
export function Deadline({ task }: { task: TaskDetail }) {
  const { dueOn, originalDueOn, extensions, daysLate, daysLateOriginally } = task;
  const moved = originalDueOn !== null && originalDueOn !== dueOn;
  return (
    <span>
      {task.dueAt ? at(task.dueAt) : (dueOn ?? t`未定`)}{' '}
      <span className="quiet small">
        {DUE_BASIS[task.dueBasis]}
        {extensions > 0 && t`，已延期 ${extensions} 次`}
        {moved && t`，原定 ${originalDueOn}`}
      </span>
      {daysLate > 0 && (
        <span className="late small">
          {' '}
          {t`逾期`} {daysLate} {t`天`}
        </span>
      )}
      {moved && daysLateOriginally > daysLate && (
        <span className="late small">
          {' '}
          {t`较原定逾期`} {daysLateOriginally} {t`天`}
        </span>
      )}
    </span>
  );
}
