import { daysBetween, stepped, stretchOf, stretchWords, weekRows, type Span } from './stretch';

it.each<[day: string, span: Span, from: string, to: string, words: string]>([
  ['2026-06-30', 'month', '2026-06-01', '2026-06-30', '2026年6月'],
  ['2024-02-29', 'month', '2024-02-01', '2024-02-29', '2024年2月'],
  ['2026-06-30', 'quarter', '2026-04-01', '2026-06-30', '2026年第二季度'],
  ['2026-12-31', 'quarter', '2026-10-01', '2026-12-31', '2026年第四季度'],
  ['2026-08-31', 'year', '2026-01-01', '2026-12-31', '2026年'],
  ['2026-06-07', 'week', '2026-06-01', '2026-06-07', '2026年6月1日至7日'],
  ['2026-07-01', 'week', '2026-06-29', '2026-07-05', '2026年6月29日至7月5日'],
  ['2026-01-01', 'week', '2025-12-29', '2026-01-04', '2025年12月29日至2026年1月4日'],
])('%s: its %s is %s to %s, %s', (day, span, from, to, words) => {
  expect(stretchOf(day, span)).toEqual({ from, to });
  expect(stretchWords(day, span)).toBe(words);
});

it('steps to the neighbours and stays within a shorter month', () => {
  expect(stepped('2026-01-31', 'month', 1)).toBe('2026-02-28');
  expect(stepped('2026-01-15', 'quarter', -1)).toBe('2025-10-15');
  expect(stepped('2024-02-29', 'year', 1)).toBe('2025-02-28');
  expect(stepped('2026-03-01', 'week', -1)).toBe('2026-02-22');
});

it('counts days across a change of the clocks', () => {
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(daysBetween('2026-12-31', '2026-01-01')).toBe(-364);
});

it.each([
  ['2026-06-01', '2026-06-30', 5, '2026-06-01', '2026-07-05'],
  // A month that begins on a Sunday and takes six rows.
  ['2026-03-01', '2026-03-31', 6, '2026-02-23', '2026-04-05'],
  // One that fills four weeks exactly.
  ['2027-02-01', '2027-02-28', 4, '2027-02-01', '2027-02-28'],
])('%s to %s takes %i rows, from %s to %s', (from, to, rows, first, last) => {
  const weeks = weekRows({ from, to });
  expect([weeks.length, weeks[0][0], weeks[weeks.length - 1][6]]).toEqual([rows, first, last]);
  expect(new Set(weeks.flat()).size).toBe(rows * 7);
});
