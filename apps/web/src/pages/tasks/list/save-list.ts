import type { ColumnChoice, ExportChosenTasks } from '../../../api/generated';
import { download } from '../../../api/download';
import type { TaskFilterValues } from '../useTaskFilters';
import { listAddress } from './list-address';

/** How far a file has come: the tasks that will be in it, and what has arrived. */
export interface Arrived {
  total: number;
  bytes: number;
}

export const saveList = (
  filters: TaskFilterValues,
  columns: readonly ColumnChoice[],
  signal: AbortSignal,
  tell: (arrived: Arrived) => void,
) =>
  download(listAddress(filters, columns), {
    signal,
    tell: (bytes, headers) => tell({ bytes, total: Number(headers.get('x-total-tasks')) }),
  });

export const saveChosen = (body: ExportChosenTasks) => download('/tasks/export', { body });
