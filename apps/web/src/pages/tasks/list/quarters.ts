import { t } from '../../../language/t';
export interface Quarter {
  year: number;
  quarter: number;
  first: string;
  last: string;
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];
const FIRST_DAYS = ['01-01', '04-01', '07-01', '10-01'];

/** The quarter in which a day lies. */
export function quarterOf(day: string): Quarter {
  const [year, month] = day.split('-').map(Number);
  const quarter = Math.ceil(month / 3);
  return { year, quarter, first: `${year}-${FIRST_DAYS[quarter - 1]}`, last: `${year}-${LAST_DAYS[quarter - 1]}` };
}

export const quarterWord = (year: number, quarter: number): string => t`${year}年第${t`一二三四`[quarter - 1]}季度`;

/** Two days in words: as a quarter where they are one. */
export function daysWord(from: string | undefined, to: string | undefined): string | null {
  if (from && to) {
    const { year, quarter, first, last } = quarterOf(from);
    return from === first && to === last ? quarterWord(year, quarter) : t`${from} 至 ${to}`;
  }
  if (from) return t`${from} 起`;
  return to ? t`${to} 及以前` : null;
}
