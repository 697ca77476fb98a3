import { daysLate } from './days-late';

it.each([
  ['2026-06-30', '2026-06-30', 0],
  ['2026-06-30', '2026-07-01', 1],
  ['2026-06-30', '2026-06-01', 0],
  ['2028-02-28', '2028-03-01', 2],
  [null, '2026-07-01', 0],
] as const)('due %s, done %s: %d days late', (due, done, days) => {
  expect(daysLate(due, done)).toBe(days);
});
