import { addDays, dayOf, isDay, lastDayOfMonth, lastDayOfQuarter } from './day';

describe('days', () => {
  it('knows the days that exist', () => {
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29');
    expect(dayOf(2026, 2, 29)).toBeNull();
    expect(dayOf(2026, 13, 1)).toBeNull();
    expect(isDay('2026-06-31')).toBe(false);
    expect(isDay('2026-6-30')).toBe(false);
  });
  it('knows where months and quarters end', () => {
    expect(lastDayOfMonth(2100, 2)).toBe('2100-02-28');
    expect(lastDayOfQuarter(2026, 3)).toBe('2026-09-30');
  });
  it('steps over the year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });
});
