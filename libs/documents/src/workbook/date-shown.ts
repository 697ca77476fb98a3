import { chineseNumeral } from '#language/numerals';
import type { Piece } from './format-code';

const DAY = 86_400_000;
/** The day before the first of January 1900 in a calendar that has a 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);
/** The first of January 10000. */
const LAST = 2_958_466;
const WEEKDAYS = '日一二三四五六';

/** Orders of year, month and day that a Chinese reader takes for one thing only; `n` stands for the name of a month. */
const CLEAR = /^(?:ymdw?|ymd?|y|w)?$/;

/**
 * A day or time as its format shows it. A format that could be misread (6/30/26, 30-Jun) becomes 2026年6月30日, and a year has four digits.
 * Null for numbers that are no date.
 */
export function shownDate(serial: number, parts: readonly Piece[], from1904: boolean): string | null {
  const days = from1904 ? serial + 1462 : serial;
  if (days < 0 || days >= LAST) return null;
  // Before March 1900 the calendar is one day ahead.
  const date = new Date(EPOCH + Math.round((days < 60 ? days + 1 : days) * 86_400) * 1000);
  const order = parts.map(orderOf).join('');
  const words = parts.map(({ is, text }) => (is === 'words' ? text : '')).join('');
  const clear = CLEAR.test(order) || (/^mdw?$/.test(order) && words.includes('月'));
  if (clear) return show(date, serial, parts);
  const day = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${order.includes('d') ? `${date.getUTCDate()}日` : ''}`;
  return parts.some(({ text }) => text.startsWith('h')) ? `${day} ${clock(date)}` : day;
}

function orderOf({ is, text }: Piece): string {
  if (is !== 'date') return '';
  if (/^(?:y|e)/.test(text)) return 'y';
  if (/^m{1,2}$/.test(text)) return 'm';
  if (/^d{1,2}$/.test(text)) return 'd';
  if (/^a{3,4}$/.test(text)) return 'w';
  return /^(?:m|d)/.test(text) ? 'n' : '';
}

function show(date: Date, serial: number, parts: readonly Piece[]): string {
  const han = parts.some(({ is, text }) => is === 'bracket' && /^DBNum1$/i.test(text));
  const half = parts.some(({ text }) => /^(?:am\/pm|a\/p|上午\/下午)$/.test(text));
  return parts
    .map(({ is, text }) => {
      if (is === 'bracket') return '';
      return is === 'date' ? partOf(date, serial, text, { han, half }) : text;
    })
    .join('')
    .trim();
}

function partOf(date: Date, serial: number, text: string, { han, half }: { han: boolean; half: boolean }): string {
  const hours = date.getUTCHours();
  const number = (value: number, width: number): string =>
    han ? chineseNumeral(value) : String(value).padStart(width, '0');
  switch (text[0] === '[' ? text.slice(0, 2) : text[0]) {
    case 'y':
    case 'e':
      return han ? yearInHan(date.getUTCFullYear()) : String(date.getUTCFullYear());
    case 'm':
      return number(date.getUTCMonth() + 1, text.length);
    case 'd':
      return number(date.getUTCDate(), text.length);
    case 'h':
      return number(half ? hours % 12 || 12 : hours, text.length);
    case 'n':
      return number(date.getUTCMinutes(), text.length);
    case 's':
      return number(date.getUTCSeconds(), text.length);
    case 'a':
      if (text.startsWith('aaa')) return `${text.length === 4 ? '星期' : ''}${WEEKDAYS[date.getUTCDay()]}`;
      return hours < 12 ? 'AM' : 'PM';
    case '上':
      return hours < 12 ? '上午' : '下午';
    case '[h':
      return String(Math.floor(Math.round(serial * 86_400) / 3600));
    case '[m':
      return String(Math.floor(Math.round(serial * 86_400) / 60));
    default:
      return String(Math.round(serial * (DAY / 1000)));
  }
}

function yearInHan(year: number): string {
  return String(year).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]);
}

function clock(date: Date): string {
  return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
}
