import type { ListTasksData } from '../../api/generated';
import { useAddressFilters } from '../../components/useAddressFilters';

export type TaskFilterValues = Omit<NonNullable<ListTasksData['query']>, 'cursor' | 'limit'>;
export type TaskFilterName = keyof TaskFilterValues;

const KINDS = {
  words: ['q', 'unitId', 'assigneeId', 'reportId', 'ledgerImportId', 'sort'],
  several: ['status', 'light'],
  flags: ['mine', 'supporting'],
} as const satisfies Record<string, readonly TaskFilterName[]>;

export const useTaskFilters = () => useAddressFilters<TaskFilterValues>(KINDS);
