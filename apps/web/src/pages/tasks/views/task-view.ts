import { useSearchParams } from 'react-router';
import type { TaskFilterValues } from '../useTaskFilters';
import { t } from '../../../language/t';

/** The ways to look at the same tasks; the list is what an address without `view` shows. */
export const TASK_VIEWS = { list: t`列表`, board: t`看板`, calendar: t`日历`, timeline: t`时间轴` };
export type TaskView = keyof typeof TASK_VIEWS;

export interface ViewProps {
  filters: TaskFilterValues;
  /** Said where there is nothing to show. */
  empty: string;
}

export function useTaskView(): TaskView {
  const view = useSearchParams()[0].get('view');
  return view !== null && view in TASK_VIEWS ? (view as TaskView) : 'list';
}
