import type { TaskCalendarDay } from '../../../../api/generated';
import { dayWords } from '../../../../components/time';
import { Lamp } from '../Lamp';
import { TaskLink } from '../TaskLink';
import { t } from '../../../../language/t';

/** What is due on a day, a line each; the rest of a full day opens in a list of its own. */
export function DueLines({ due, onOpen }: { due: TaskCalendarDay; onOpen: (day: string) => void }) {
  const rest = due.total - due.tasks.length;
  return (
    <>
      <ul className="due-lines">
        {due.tasks.map((task) => (
          <li key={task.id} data-done={task.status === 'closed' || task.status === 'dropped' || undefined}>
            <Lamp task={task} />
            <TaskLink task={task} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          className="due-rest"
          aria-label={t`${dayWords(due.day)}还有 ${rest} 项，查看当天全部任务`}
          onClick={() => onOpen(due.day)}
        >
          {t`还有`} {rest} {t`项`}
        </button>
      )}
    </>
  );
}
