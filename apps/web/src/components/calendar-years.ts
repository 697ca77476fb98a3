import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { ask } from '../api/client';
import { listCalendarYears } from '../api/generated';
import { t } from '../language/t';

export const CALENDAR_YEARS = ['calendar-years'];

/** The years of the working calendar, with whether their holidays are known; undefined until they are read. */
export function useCalendarYears() {
  return useQuery({ queryKey: CALENDAR_YEARS, queryFn: () => ask(listCalendarYears()), staleTime: 5 * 60_000 }).data;
}

/** Why the holidays of a year are not in the calendar: a year that has begun was announced by its time, and only not entered. */
export const lackingWord = (year: number) => (year > dayjs().year() ? t`尚未公布` : t`尚未录入`);

export const unpublishedWords = (year: number) => t`${year}年的放假安排${lackingWord(year)}，暂按周一至周五计算`;
