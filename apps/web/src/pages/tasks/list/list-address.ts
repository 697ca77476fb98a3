import type { ColumnChoice } from '../../../api/generated';
import type { TaskFilterValues } from '../useTaskFilters';

/** The list as it is on screen: filter, order, grouping and columns. */
export function listAddress(filters: TaskFilterValues, columns: readonly ColumnChoice[]): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  query.set('columns', columns.map(({ name }) => name).join(','));
  return `/tasks/export?${query.toString()}`;
}
