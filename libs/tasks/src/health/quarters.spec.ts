import { lastQuarters, punctuality } from './quarters';

it.each([
  ['2026-01-01', '2025-04-01', '2026-03-31'],
  ['2026-03-31', '2025-04-01', '2026-03-31'],
  ['2026-04-01', '2025-07-01', '2026-06-30'],
  ['2026-12-31', '2026-01-01', '2026-12-31'],
])('the four quarters up to %s run from %s to %s', (today, start, end) => {
  const quarters = lastQuarters(today, 4);
  expect(quarters).toHaveLength(4);
  expect([quarters[0].start, quarters[3].end]).toEqual([start, end]);
});

it('names quarters across the turn of a year', () => {
  expect(lastQuarters('2026-02-10', 3).map(({ label }) => label)).toEqual([
    '2025年第三季度',
    '2025年第四季度',
    '2026年第一季度',
  ]);
});

it.each([
  [{ doneInTime: 0, doneLate: 0, overdue: 0 }, null],
  [{ doneInTime: 2, doneLate: 1, overdue: 0 }, 66.7],
  [{ doneInTime: 1, doneLate: 1, overdue: 2 }, 25],
  [{ doneInTime: 3, doneLate: 0, overdue: 0 }, 100],
])('%j → %s', (counts, percent) => expect(punctuality(counts)).toBe(percent));
