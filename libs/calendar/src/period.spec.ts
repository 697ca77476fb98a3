import {
  draftingDay,
  nextPeriod,
  periodAhead,
  periodOf,
  previousPeriod,
  reportedPeriodOf,
  type PeriodKind,
  type ReportedPeriod,
} from './period';
import { WorkingCalendar } from './working-calendar';

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

it.each<[string, ReportedPeriod, string, string, string]>([
  ['2026-12-20', 'month', '2026-12-31', '2026年12月', '2027年1月'],
  ['2026-12-20', 'quarter', '2026-12-31', '2026年第四季度', '2027年第一季度'],
  ['2026-09-20', 'three-quarters', '2026-09-30', '2026年前三季度', '2026年第四季度'],
  ['2026-10-12', 'three-quarters', '2026-09-30', '2026年前三季度', '2026年第四季度'],
  ['2026-03-01', 'half-year', '2026-06-30', '2026年上半年', '2026年下半年'],
  ['2026-03-01', 'year', '2026-12-31', '2026年', '2027年'],
])('a report about %s for a %s ends on %s: %s, and looks forward to %s', (day, kind, end, label, ahead) => {
  const period = reportedPeriodOf(day, kind);
  expect([period.end, period.label, periodAhead(period).label]).toEqual([end, label, ahead]);
});

it.each([
  ['2026-12-31', '2026-12-21'],
  // Ten days before is Sunday, 20 September, which is worked in exchange.
  ['2026-09-30', '2026-09-20'],
  // Saturday, 20 June: drafted on the Friday before, a holiday, or on the Thursday before that.
  ['2026-06-30', '2026-06-18'],
])('the report of a period that ends on %s is drafted from %s', (end, day) => {
  const exceptions = [
    { day: '2026-09-20', kind: 'workday', name: '国庆节' },
    { day: '2026-06-19', kind: 'holiday', name: '端午节' },
  ] as const;
  expect(draftingDay(end, new WorkingCalendar(exceptions, [2026]))).toBe(day);
});
