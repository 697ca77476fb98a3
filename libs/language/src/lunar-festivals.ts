import { LunarDay } from 'tyme4ts';
import { dayOf, type Day } from './day';

type MonthDay = readonly [month: number, date: number];
/** Festivals by the month and day of the farmers' calendar 农历. */
const LUNAR: Readonly<Record<string, MonthDay>> = {
  春节: [1, 1],
  元宵: [1, 15],
  端午: [5, 5],
  中秋: [8, 15],
  重阳: [9, 9],
};
/** Festivals on a fixed day of the civil calendar. */
const FIXED: Readonly<Record<string, MonthDay>> = {
  元旦: [1, 1],
  三八: [3, 8],
  五一: [5, 1],
  劳动节: [5, 1],
  五四: [5, 4],
  六一: [6, 1],
  七一: [7, 1],
  八一: [8, 1],
  教师节: [9, 10],
  国庆: [10, 1],
  十一: [10, 1],
};

/** The names that `festivalDay` knows, for building patterns. */
export const FESTIVALS = [...Object.keys(LUNAR), ...Object.keys(FIXED), '清明'].join('|');

const found = new Map<string, Day>();

/** The day of a festival in a year; null for a name that is none. */
export function festivalDay(name: string, year: number): Day | null {
  if (name === '清明') return dayOf(year, 4, clearAndBright(year));
  const fixed = FIXED[name];
  if (fixed !== undefined) return dayOf(year, fixed[0], fixed[1]);
  const date = LUNAR[name];
  return date === undefined ? null : lunarDay(date, year);
}

/** The date in April of 清明 in the years 2000 to 2099. */
function clearAndBright(year: number): number {
  const short = year % 100;
  return Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
}

function lunarDay([month, date]: MonthDay, year: number): Day | null {
  const key = `${year}-${month}-${date}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const day = LunarDay.fromYmd(year, month, date).getSolarDay();
  const civil = dayOf(day.getYear(), day.getMonth(), day.getDay());
  if (civil !== null) found.set(key, civil);
  return civil;
}
