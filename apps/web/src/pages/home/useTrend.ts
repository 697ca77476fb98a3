import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client';
import { getTrend } from '../../api/generated';

/** How it went quarter by quarter in a unit; in the unit one oversees when none is named. */
export function useTrend(unitId?: string) {
  return useQuery({
    queryKey: ['overview', 'trend', unitId ?? null],
    queryFn: () => ask(getTrend({ query: { unitId } })),
    placeholderData: (previous) => previous,
  });
}
