import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { TaskFilters } from '../TaskFilters';
import { useTaskFilters } from '../useTaskFilters';
import { TASK_VIEWS, useTaskView, type TaskView } from './task-view';
import { ViewSwitch } from './ViewSwitch';
import './views.css';
import { t } from '../../../language/t';

const SHOWN = {
  board: lazy(() => import('./board/BoardView')),
  calendar: lazy(() => import('./calendar/CalendarView')),
  timeline: lazy(() => import('./timeline/TimelineView')),
} satisfies Record<Exclude<TaskView, 'list'>, unknown>;

/** The board, the calendar or the timeline of the tasks that the filters of the list keep. */
export function TaskViewPage() {
  const view = useTaskView();
  const { filters, set, setAll, clear, filtered } = useTaskFilters();
  if (view === 'list') return null;
  const View = SHOWN[view];
  return (
    <div className="page wide task-view">
      <div className="page-head">
        <h1 className="grow">
          {t`任务`}
          <span className="quiet small view-name">{TASK_VIEWS[view]}</span>
        </h1>
        <ViewSwitch />
      </div>
      <TaskFilters filters={filters} set={set} setAll={setAll} clear={clear} arranged={false} />
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <View filters={filters} empty={filtered ? t`没有符合条件的任务` : t`还没有任务`} />
      </Suspense>
    </div>
  );
}
