import { useQueries } from '@tanstack/react-query';
import { ask } from '../../../api/client';
import { getCalendarYear, type CalendarExceptionView } from '../../../api/generated';
import { useCalendarYears } from '../../../components/calendar-years';

/** The holidays and make-up days of these years, by day; years that the calendar does not hold have none. */
export function useHolidays(years: readonly number[]): Map<string, CalendarExceptionView> {
  const known = useCalendarYears()?.map(({ year }) => year) ?? [];
  const read = useQueries({
    queries: years
      .filter((year) => known.includes(year))
      .map((year) => ({
        queryKey: ['calendar-year', year],
        queryFn: () => ask(getCalendarYear({ path: { year } })),
        staleTime: 5 * 60_000,
      })),
  });
  return new Map(read.flatMap(({ data }) => data?.exceptions.map((one) => [one.day, one] as const) ?? []));
}
