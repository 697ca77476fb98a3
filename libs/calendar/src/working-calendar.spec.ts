import { addDays } from '#language/day';
import { exceptionsOf, STATUTORY_YEARS } from './statutory-holidays';
import { FIRST_DAY, LAST_DAY, WorkingCalendar } from './working-calendar';

const calendar = new WorkingCalendar(
  STATUTORY_YEARS.flatMap(exceptionsOf),
  STATUTORY_YEARS.map(({ year }) => year),
);

describe('working days 工作日', () => {
  it.each([
    ['2026-02-13', true, 'a Friday'],
    ['2026-02-14', true, 'a Saturday worked before 春节'],
    ['2026-02-15', false, '春节 begins on a Sunday'],
    ['2026-02-23', false, 'the Monday that ends 春节'],
    ['2026-02-24', true, 'the Tuesday after it'],
    ['2026-02-28', true, 'a Saturday worked after 春节'],
    ['2026-03-01', false, 'an ordinary Sunday'],
    ['2026-09-20', true, 'a Sunday worked for 国庆'],
    ['2026-10-07', false, 'the last day of 国庆'],
    ['2026-10-10', true, 'a Saturday worked for 国庆'],
    ['2024-02-29', true, 'the leap day, a Thursday'],
    ['2027-10-01', true, 'a Friday of a year not published'],
    ['2027-10-02', false, 'its Saturday'],
    ['1990-01-01', true, 'a Monday before the calendar'],
  ])('%s: %s (%s)', (day, worked) => expect(calendar.isWorkingDay(day)).toBe(worked));

  it.each([
    ['2026-02-13', '2026-02-24', 2, 'over 春节: the 14th and the 24th'],
    ['2026-09-30', '2026-10-08', 1, 'over 国庆'],
    ['2026-09-30', '2026-10-11', 3, 'with the Saturday worked after it'],
    ['2024-02-28', '2024-03-01', 2, 'over the leap day'],
    ['2026-03-02', '2026-03-02', 0, 'no day'],
    ['2026-03-06', '2026-03-08', 0, 'a weekend'],
    ['2026-03-09', '2026-03-06', -1, 'backwards'],
    ['2027-09-30', '2027-10-08', 6, 'over 国庆 of a year not published'],
  ])('counts from %s to %s %d (%s)', (from, to, count) => expect(calendar.workingDaysBetween(from, to)).toBe(count));

  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2026-10-04', 0, '2026-10-04'],
  ])('%s and %d working days make %s', (day, n, to) => expect(calendar.addWorkingDays(day, n)).toBe(to));

  it.each([
    ['2026-10-05', '2026-09-30'],
    ['2026-02-16', '2026-02-14'],
    ['2026-10-10', '2026-10-10'],
    ['2026-10-11', '2026-10-10'],
  ])('what falls on %s is done on %s', (day, on) => expect(calendar.previousWorkingDay(day)).toBe(on));

  it('counts every day of its range as it names it', () => {
    let worked = 0;
    const wrong: string[] = [];
    for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
      if (calendar.isWorkingDay(day)) worked++;
      if (calendar.ordinal(day) !== worked) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('knows which years are published', () =>
    expect([2023, 2024, 2026, 2027].map((year) => calendar.published(year))).toEqual([false, true, true, false]));
});

describe('statutory holidays 法定节假日', () => {
  // 11 statutory days a year until 2024, 13 from 2025 (国务院令第795号); what more is free has been worked on a weekend.
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%d has %d working days', (year, count) =>
    expect(calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(count),
  );

  it('names each day once, in its own year', () => {
    for (const year of STATUTORY_YEARS) {
      const days = exceptionsOf(year).map(({ day }) => day);
      expect(new Set(days).size).toBe(days.length);
      expect(days.filter((day) => !day.startsWith(`${year.year}-`))).toEqual([]);
    }
  });

  it('has only weekend days worked in exchange', () =>
    expect(
      STATUTORY_YEARS.flatMap(exceptionsOf).filter(
        ({ day, kind }) => kind === 'workday' && ![0, 6].includes(new Date(day).getUTCDay()),
      ),
    ).toEqual([]));
});
