import type { ColumnChoice, ExportChosenTasks } from '../../../api/generated';
import { download } from '../../../api/download';
import type { TaskFilterValues } from '../useTaskFilters';

/** How far a file has come: the tasks that will be in it, and what has arrived. */
export interface Arrived {
  total: number;
  bytes: number;
}

/** The list as it is on screen: filter, order, grouping and columns. */
export function listAddress(filters: TaskFilterValues, columns: readonly ColumnChoice[]): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  query.set('columns', columns.map(({ name }) => name).join(','));
  return `/tasks/export?${query.toString()}`;
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
