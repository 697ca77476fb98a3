import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { TASK_VIEWS, useTaskView, type TaskView } from './task-view';
import { t } from '../../../language/t';

/** Looks at the same tasks in another way; the filters stay. */
export function ViewSwitch() {
  const view = useTaskView();
  const [search, setSearch] = useSearchParams();
  const show = (next: TaskView) => {
    const address = new URLSearchParams(search);
    if (next === 'list') address.delete('view');
    else address.set('view', next);
    setSearch(address);
  };
  return (
    <Segmented<TaskView>
      aria-label={t`查看方式`}
      className="view-switch no-print"
      name="task-view"
      value={view}
      onChange={show}
      options={Object.entries(TASK_VIEWS).map(([value, label]) => ({ value: value as TaskView, label }))}
    />
  );
}
