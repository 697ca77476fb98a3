import { missingPeriods, periodInWords, type Duty } from './occurrences';

const duty: Duty = { occursEvery: 'month', assignedOn: '2026-09-20', dueOn: null, lastPeriod: null };

describe('the occurrences of a recurring duty 周期性任务', () => {
  it.each<[string, Partial<Duty>, string, string[]]>([
    ['from the period of the assignment', {}, '2026-11-05', ['2026-09-01', '2026-10-01', '2026-11-01']],
    ['after the newest', { lastPeriod: '2026-10-01' }, '2026-11-01', ['2026-11-01']],
    ['none twice', { lastPeriod: '2026-11-01' }, '2026-11-30', []],
    ['not after the end of the duty', { dueOn: '2026-10-15' }, '2027-03-01', ['2026-09-01', '2026-10-01']],
    [
      'by weeks over the new year',
      { occursEvery: 'week', lastPeriod: '2026-12-21' },
      '2027-01-04',
      ['2026-12-28', '2027-01-04'],
    ],
    ['by half-years', { occursEvery: 'half-year' }, '2027-01-01', ['2026-07-01', '2027-01-01']],
  ])('%s', (_, of, today, starts) => {
    expect(missingPeriods({ ...duty, ...of }, today).map(({ start }) => start)).toEqual(starts);
  });

  it('do not become hundreds by a wrong date', () => {
    const periods = missingPeriods({ ...duty, occursEvery: 'week', assignedOn: '1999-01-01' }, '2026-11-25');
    expect(periods).toHaveLength(60);
    expect(periods.at(-1)?.start).toBe('2026-11-23');
  });

  it.each([
    ['每月', 'month'],
    ['每个月至少', 'month'],
    ['每季度', 'quarter'],
    ['每半年', 'half-year'],
    ['每周', 'week'],
    ['每年', 'year'],
    ['每天', null],
    [null, null],
  ])('reads %s as %s', (words, period) => expect(periodInWords(words)).toBe(period));
});
