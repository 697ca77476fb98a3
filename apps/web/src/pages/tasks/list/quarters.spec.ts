import { daysWord, quarterOf } from './quarters';

it.each([
  ['2026-01-01', '2026-01-01', '2026-03-31'],
  ['2026-06-30', '2026-04-01', '2026-06-30'],
  ['2026-12-31', '2026-10-01', '2026-12-31'],
])('%s lies between %s and %s', (day, first, last) => expect(quarterOf(day)).toMatchObject({ first, last }));

it.each([
  ['2026-10-01', '2026-12-31', '2026年第四季度'],
  ['2026-10-01', '2026-12-30', '2026-10-01 至 2026-12-30'],
  ['2026-10-01', undefined, '2026-10-01 起'],
  [undefined, '2026-10-01', '2026-10-01 及以前'],
  [undefined, undefined, null],
])('%s to %s: %s', (from, to, expected) => expect(daysWord(from, to)).toBe(expected));
