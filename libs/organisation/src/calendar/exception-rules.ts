import { WorkingCalendar, type ExceptionDay } from '#calendar/working-calendar';

const USUAL = new WorkingCalendar([], []);

/** What is wrong with an exception, in a sentence; null when nothing is. Only a weekend day can be worked in exchange. */
export function faultOf({ day, kind }: ExceptionDay): string | null {
  if (kind === 'holiday' || !USUAL.isWorkingDay(day)) return null;
  const weekday = '日一二三四五六'[new Date(day).getUTCDay()];
  return `${day} 是星期${weekday}，本来就上班，不用标为调休上班。`;
}
