import { nextPeriod, periodOf, previousPeriod, type PeriodKind } from './period';

it.each<[string, PeriodKind, string, string, string]>([
  ['2026-07-01', 'month', '2026-07-01', '2026-07-31', '2026年7月'],
  ['2024-02-29', 'month', '2024-02-01', '2024-02-29', '2024年2月'],
  ['2026-02-01', 'month', '2026-02-01', '2026-02-28', '2026年2月'],
  ['2026-03-31', 'quarter', '2026-01-01', '2026-03-31', '2026年第一季度'],
  ['2026-07-01', 'quarter', '2026-07-01', '2026-09-30', '2026年第三季度'],
  ['2026-06-30', 'half-year', '2026-01-01', '2026-06-30', '2026年上半年'],
  ['2026-07-01', 'half-year', '2026-07-01', '2026-12-31', '2026年下半年'],
  ['2024-12-31', 'year', '2024-01-01', '2024-12-31', '2024年'],
  ['2026-07-01', 'week', '2026-06-29', '2026-07-05', '2026年第27周'],
  ['2026-07-05', 'week', '2026-06-29', '2026-07-05', '2026年第27周'],
  ['2027-01-01', 'week', '2026-12-28', '2027-01-03', '2026年第53周'],
  ['2024-12-30', 'week', '2024-12-30', '2025-01-05', '2025年第1周'],
])('%s lies in the %s from %s to %s, %s', (day, kind, start, end, label) =>
  expect(periodOf(day, kind)).toEqual({ kind, start, end, label }),
);

it.each<[PeriodKind, string, string]>([
  ['week', '2026年第52周', '2027年第1周'],
  ['month', '2026年11月', '2027年1月'],
  ['quarter', '2026年第三季度', '2027年第一季度'],
  ['half-year', '2026年上半年', '2027年上半年'],
  ['year', '2025年', '2027年'],
])('steps back and forth by a %s', (kind, before, after) => {
  const period = periodOf('2026-12-31', kind);
  expect([previousPeriod(period).label, nextPeriod(period).label]).toEqual([before, after]);
  expect(nextPeriod(previousPeriod(period))).toEqual(period);
});
