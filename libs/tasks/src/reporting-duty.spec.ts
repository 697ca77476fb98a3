import { periodToReport, reportedPeriods, type Reporting } from './reporting-duty';

const monthly: Reporting = { reportEvery: 'month', assignedOn: '2026-06-18', closedOn: null };
const entry = (periodStart: string, late = false) => ({ periodStart, late });

describe('the duty to report 定期报送', () => {
  it('keeps the mark of what was made up for', () => {
    const entries = [entry('2026-06-01'), entry('2026-07-01', true), entry('2026-06-01', true)];
    const periods = reportedPeriods(monthly, entries, '2026-09-10');
    expect(periods.map(({ label, state }) => [label, state])).toEqual([
      ['2026年9月', 'open'],
      ['2026年8月', 'missing'],
      ['2026年7月', 'late'],
      ['2026年6月', 'reported'],
    ]);
  });

  it('ends with the task', () => {
    const closed = { ...monthly, closedOn: '2026-07-03' };
    expect(reportedPeriods(closed, [], '2026-12-01').map(({ label }) => label)).toEqual(['2026年7月', '2026年6月']);
  });

  it('is none without a period or before the assignment', () => {
    expect(reportedPeriods({ ...monthly, reportEvery: null }, [], '2026-09-10')).toEqual([]);
    expect(reportedPeriods({ ...monthly, assignedOn: null }, [], '2026-09-10')).toEqual([]);
  });

  it.each<[string, Partial<Reporting>, string | undefined, string, { periodStart: string | null; late: boolean }]>([
    ['this month', {}, undefined, '2026-08-31', { periodStart: '2026-08-01', late: false }],
    ['a month that is over', {}, '2026-07-01', '2026-08-01', { periodStart: '2026-07-01', late: true }],
    ['on its last day', {}, '2026-07-01', '2026-07-31', { periodStart: '2026-07-01', late: false }],
    [
      'a week over the new year',
      { reportEvery: 'week' },
      undefined,
      '2027-01-02',
      { periodStart: '2026-12-28', late: false },
    ],
    ['no duty', { reportEvery: null }, undefined, '2026-08-31', { periodStart: null, late: false }],
  ])('reports for %s', (_, of, asked, today, expected) => {
    expect(periodToReport({ ...monthly, ...of }, asked, today)).toEqual(expected);
  });

  it.each([
    ['the future', '2026-10-01', 'month'],
    ['before the task', '2026-05-01', 'month'],
    ['the middle of a month', '2026-08-05', 'month'],
    ['no duty at all', '2026-08-01', null],
  ] as const)('refuses %s', (_, asked, reportEvery) => {
    expect(() => periodToReport({ ...monthly, reportEvery }, asked, '2026-09-10')).toThrow('期间');
  });
});
