import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ListProblemsData } from '../../api/generated';

export type ProblemFilterValues = Omit<NonNullable<ListProblemsData['query']>, 'cursor' | 'limit'>;
export type ProblemFilterName = keyof ProblemFilterValues;

const SEVERAL: readonly ProblemFilterName[] = ['status', 'origin'];
const NAMES: readonly ProblemFilterName[] = [
  'q',
  'status',
  'origin',
  'category',
  'unitId',
  'leaderId',
  'reportId',
  'due',
  'mine',
  'sort',
];

/** The filters live in the address, so that a list can be sent to somebody. */
export function useProblemFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(
    () =>
      Object.fromEntries(
        NAMES.flatMap((name) => {
          const value = search.get(name);
          if (!value) return [];
          return [[name, SEVERAL.includes(name) ? value.split(',') : name === 'mine' ? true : value]];
        }),
      ) as ProblemFilterValues,
    [search],
  );
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return {
    search,
    filters,
    set,
    clear: () => setSearch({}, { replace: true }),
    filtered: Object.keys(filters).length > 0,
  };
}
