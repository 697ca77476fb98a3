import { dayOf, lastDayOfMonth, lastDayOfYear, type Day } from '#language/day';
import { findDeadlines, findRecurrence } from '#language/deadlines';
import { halfWidthDigits, readNumeral } from '#language/numerals';

/** What a cell of 完成时限 says. */
export interface DueCell {
  day: Day | null;
  /** 每月, 每季度: it comes back. */
  recurrence: string | null;
  /** Why the cell cannot be right: 2月30日. */
  error: string | null;
  /** What somebody should know: words without a day. */
  warning: string | null;
}

const EPOCH = Date.UTC(1899, 11, 30);
/** Days of Excel's calendar from 2000 to 2099; other numbers are none. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050];
const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DATE = new RegExp(`(?:((?:19|20)\\d\\d|[一二]〇[〇一二三四五六七八九]{2})年)?(?<!\\d)${N}月${N}[日号]`, 'g');
const NUMERIC = /(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
/** Duties without an end, and those to be done at once: no day stands for them. */
const WITHOUT_DAY = /长期|常态|持续|立行立改|即知即改|立查立改|立即|马上|即时|随时|根据上级|按上级/;

interface Form {
  pattern: RegExp;
  day: (parts: string[], year: number) => Day | null;
}
const BEFORE = '(?:日|号)?(?:之|以)?前?';
/** Whole cells that only a table writes. */
const FORMS: readonly Form[] = [
  { pattern: /^(\d{5})(?:\.\d+)?$/, day: ([serial]) => ofSerial(Number(serial)) },
  { pattern: /^((?:19|20)\d\d)(\d\d)(\d\d)$/, day: ([y, m, d]) => dayOf(Number(y), Number(m), Number(d)) },
  {
    pattern: new RegExp(`^(\\d{1,2})[./-](\\d{1,2})${BEFORE}$`),
    day: ([m, d], year) => dayOf(year, Number(m), Number(d)),
  },
  {
    pattern: /^((?:19|20)\d\d)[./-](\d{1,2})(?:月)?(?:底|末)?(?:之|以)?前?$/,
    day: ([y, m]) => endOf(Number(y), Number(m)),
  },
  { pattern: /^((?:19|20)\d\d)年?(?:度|内|底|末|全年)?(?:之|以)?前?$/, day: ([y]) => lastDayOfYear(Number(y)) },
  { pattern: /^(?:全|本|当|今)年(?:度|内)?(?:完成)?$/, day: (_, year) => lastDayOfYear(year) },
];

/** Reads 完成时限 in any form; `year` is what a date without a year belongs to. */
export function dueCell(written: string, year: number): DueCell {
  const none: DueCell = { day: null, recurrence: null, error: null, warning: null };
  const text = halfWidthDigits(written)
    .replace(/\s+(?=\d{1,2}:\d\d)[\d:]+$/, '')
    .replace(/[\s\u3000]+/g, '');
  if (text === '' || /^[-—–/无\\]+$/.test(text)) return none;
  for (const { pattern, day } of FORMS) {
    const parts = pattern.exec(text)?.slice(1);
    if (parts === undefined) continue;
    const found = day(parts, year);
    return found === null ? { ...none, error: noSuchDay(written) } : { ...none, day: found };
  }
  const wrong = impossible(text, year);
  if (wrong !== null) return { ...none, error: noSuchDay(wrong) };
  const days = findDeadlines(text, { year }).flatMap(({ value }) => value ?? []);
  const last = days.toSorted().at(-1);
  if (last !== undefined) {
    const several = new Set(days).size > 1;
    return { ...none, day: last, warning: several ? `写有几个时间，取最后的 ${last}，原文写入任务内容` : null };
  }
  const recurrence = findRecurrence(text)?.text ?? null;
  if (recurrence !== null)
    return { ...none, recurrence, warning: `“${written}”是周期性要求，没有定时限，原文写入任务内容` };
  const why = WITHOUT_DAY.test(text) ? '没有固定日期' : '认不出具体日期';
  return { ...none, warning: `“${written}”${why}，按未定时限导入，原文写入任务内容` };
}

/** Whether the cell means another day in another year. */
export function dependsOnYear(written: string): boolean {
  const [one, other] = [dueCell(written, 2023), dueCell(written, 2025)];
  return one.day !== other.day || (one.error !== null && !/\d{4}/.test(halfWidthDigits(written)));
}

/** Whether the cell says when something is due, for a column whose head does not. */
export const saysWhen = (written: string): boolean => {
  const { day, error, recurrence } = dueCell(written, 2025);
  return written.length <= 30 && (day !== null || error !== null || recurrence !== null);
};

function ofSerial(serial: number): Day | null {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  return new Date(EPOCH + serial * 86_400_000).toISOString().slice(0, 10);
}

const endOf = (year: number, month: number): Day | null =>
  month >= 1 && month <= 12 ? lastDayOfMonth(year, month) : null;

/** The first date in the text that no calendar has. */
function impossible(text: string, year: number): string | null {
  for (const [whole, y, m, d] of text.matchAll(DATE)) {
    const of = y === undefined ? year : (readNumeral(y) ?? year);
    if (dayOf(of, readNumeral(m) ?? 0, readNumeral(d) ?? 0) === null) return whole;
  }
  for (const [whole, y, m, d] of text.matchAll(NUMERIC)) {
    if (dayOf(Number(y), Number(m), Number(d)) === null) return whole;
  }
  return null;
}

const noSuchDay = (written: string) => `没有“${written}”这一天，请改正日期`;
