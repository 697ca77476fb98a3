import type { ListProblemsData } from '../../api/generated';
import { useAddressFilters } from '../../components/useAddressFilters';

export type ProblemFilterValues = Omit<NonNullable<ListProblemsData['query']>, 'cursor' | 'limit'>;
export type ProblemFilterName = keyof ProblemFilterValues;

const KINDS = {
  words: ['q', 'category', 'unitId', 'leaderId', 'reportId', 'due', 'sort'],
  several: ['status', 'origin'],
  flags: ['mine'],
} as const satisfies Record<string, readonly ProblemFilterName[]>;

export const useProblemFilters = () => useAddressFilters<ProblemFilterValues>(KINDS);
