import type { Day } from '#platform/clock';

/** 2026年12月31日 */
export function fullDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 12月31日, with its year when that is not the one spoken of. */
export function shortDay(day: Day, spokenOf: Day): string {
  return day.slice(0, 4) === spokenOf.slice(0, 4) ? fullDay(day).slice(5) : fullDay(day);
}
