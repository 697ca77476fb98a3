import type { ListTasksData } from '../../api/generated';
import { useAddressFilters } from '../../components/useAddressFilters';

export type TaskFilterValues = Omit<NonNullable<ListTasksData['query']>, 'cursor' | 'limit' | 'group'>;
export type TaskFilterName = keyof TaskFilterValues;

const KINDS = {
  words: ['q', 'reportId', 'ledgerImportId', 'parentId', 'dueFrom', 'dueTo', 'sort', 'groupBy'],
  several: ['status', 'light', 'kind', 'source', 'unitId', 'assigneeId', 'leaderId'],
  flags: ['mine', 'supporting'],
} as const satisfies Record<string, readonly TaskFilterName[]>;

/** Which tasks are shown; the rest of what the address says is how. */
const NARROWING = [...KINDS.words, ...KINDS.several, ...KINDS.flags].filter(
  (name) => name !== 'sort' && name !== 'groupBy',
);

export function useTaskFilters() {
  const { filters, setAll, ...address } = useAddressFilters<TaskFilterValues>(KINDS);
  return {
    ...address,
    filters,
    setAll,
    filtered: NARROWING.some((name) => filters[name] !== undefined),
    clear: () => setAll(Object.fromEntries(NARROWING.map((name) => [name, undefined]))),
  };
}
