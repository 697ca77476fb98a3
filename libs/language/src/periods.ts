import { withoutSpaces } from './character-set';
import { lastDayOfMonth, lastDayOfQuarter, lastDayOfYear, type Day } from './day';
import { halfWidthDigits, readNumeral } from './numerals';

export interface Period {
  /** As written, spaces left out: 2020年前三季度. */
  label: string;
  start: Day;
  end: Day;
  /** Whether it is a whole calendar year. */
  wholeYear: boolean;
}

const PERIOD =
  /((?:19|20)\d\d)年?(?:度)?(?:的)?(?:(前三季度|前3季度|上半年|下半年|前半年|全年|年度)|第?([一二三四1-4])季度|(\d{1,2})月?份?[-—–至到~－](\d{1,2})月份?|(\d{1,2})月(?:份)?(?!\d{0,2}日)|(?!\d{1,2}月\d{1,2}日))/;

/**
 * The period a title or phrase speaks of: 2020年前三季度, 2026年上半年, 2026年第三季度, 2026年1—9月, 2025年. Null when it names no year.
 */
export function readPeriod(text: string): Period | null {
  const match = PERIOD.exec(withoutSpaces(halfWidthDigits(text)));
  if (!match || !/年|度/.test(match[0])) return null;
  const year = Number(match[1]);
  const label = match[0];
  const first = `${year}-01-01`;
  const between = (from: number, to: number): Period | null =>
    from >= 1 && to <= 12 && from <= to
      ? {
          label,
          start: `${year}-${String(from).padStart(2, '0')}-01`,
          end: lastDayOfMonth(year, to),
          wholeYear: to - from === 11,
        }
      : null;
  if (match[2]?.startsWith('前三') || match[2]?.startsWith('前3')) {
    return { label, start: first, end: lastDayOfQuarter(year, 3), wholeYear: false };
  }
  if (match[2] === '上半年' || match[2] === '前半年') return between(1, 6);
  if (match[2] === '下半年') return between(7, 12);
  if (match[3]) {
    const quarter = readNumeral(match[3]) ?? 1;
    return between(quarter * 3 - 2, quarter * 3);
  }
  if (match[4]) return between(Number(match[4]), Number(match[5]));
  if (match[6]) return between(Number(match[6]), Number(match[6]));
  return { label, start: first, end: lastDayOfYear(year), wholeYear: true };
}
