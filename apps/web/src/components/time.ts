import { t } from '../language/t';
/** Day and minute of an instant, as people here read it. */
export const at = (instant: string) =>
  new Date(instant).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });

/** 11月30日, with the year where it is another one than this. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const words = t`${month}月${date}日`;
  return year === new Date().getFullYear() ? words : t`${year}年${words}`;
}
