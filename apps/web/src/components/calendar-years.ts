import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { ask } from '../api/client';
import { listCalendarYears } from '../api/generated';

export const CALENDAR_YEARS = ['calendar-years'];

/** The years of the working calendar, with whether their holidays are known; undefined until they are read. */
export function useCalendarYears() {
  return useQuery({ queryKey: CALENDAR_YEARS, queryFn: () => ask(listCalendarYears()), staleTime: 5 * 60_000 }).data;
}

/** What to say about a year whose holidays are not in the calendar. A past year was published by its time, and only not entered. */
export function unpublishedWords(year: number): string {
  const lacking = year > dayjs().year() ? '尚未公布' : '尚未录入';
  return `${year}年的放假安排${lacking}，暂按周一至周五计算`;
}
