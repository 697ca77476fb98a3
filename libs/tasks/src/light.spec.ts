import { exceptionsOf, STATUTORY_YEARS } from '#calendar/statutory-holidays';
import { WorkingCalendar } from '#calendar/working-calendar';
import { lightOf, lightSql, paceOf, type Lit } from './light';

const calendar = new WorkingCalendar(STATUTORY_YEARS.flatMap(exceptionsOf), [2024, 2025, 2026]);
/** Noon of a day in China, or the time given. */
const at = (today: string, time = '12:00') => ({ today, now: new Date(`${today}T${time}:00+08:00`), calendar });

const task = (of: Partial<Lit>): Lit => ({
  status: 'in-progress',
  dueOn: '2026-06-30',
  dueAt: null,
  assignedOn: '2026-01-01',
  closedOn: null,
  closedAt: null,
  progress: 0,
  ...of,
});

describe('lights 亮灯', () => {
  it.each<[string, string | null, Partial<Lit>, string]>([
    ['a draft has none', null, { status: 'drafted' }, '2026-07-10'],
    ['suspended has none', null, { status: 'suspended' }, '2026-07-10'],
    ['without a deadline it is never late', 'green', { dueOn: null }, '2030-01-01'],
    ['the day it is due is not overdue', 'blue', {}, '2026-06-30'],
    ['the day after is', 'red', { progress: 99 }, '2026-07-01'],
    ['seven days before it is due soon', 'blue', { progress: 100 }, '2026-06-23'],
    ['eight days before and done so far', 'green', { progress: 95 }, '2026-06-22'],
    ['half the time gone, nothing done', 'yellow', { progress: 0 }, '2026-04-01'],
    ['half the time gone, half done', 'green', { progress: 50 }, '2026-04-01'],
    ['closed in time', 'green', { status: 'closed', closedOn: '2026-06-30' }, '2026-09-01'],
    ['closed late', 'purple', { status: 'closed', closedOn: '2026-07-01' }, '2026-09-01'],
    ['submitted waits for the supervisor', 'green', { status: 'submitted', progress: 100 }, '2026-06-29'],
    ['submitted and overdue is still overdue', 'red', { status: 'submitted', progress: 100 }, '2026-07-02'],
  ])('%s: %s', (_, light, of, today) => expect(lightOf(task(of), at(today))).toBe(light));

  const noon = new Date('2026-06-30T12:00:00+08:00');
  it.each<[string, string, Partial<Lit>, string]>([
    ['before its hour', 'blue', {}, '11:59'],
    ['at its hour', 'blue', {}, '12:00'],
    ['after its hour', 'red', {}, '12:01'],
    ['submitted before its hour', 'green', { status: 'submitted' }, '11:00'],
    ['closed at its hour', 'green', { status: 'closed', closedOn: '2026-06-30', closedAt: noon }, '18:00'],
    [
      'closed an hour late, on the same day',
      'purple',
      { status: 'closed', closedOn: '2026-06-30', closedAt: new Date('2026-06-30T13:00:00+08:00') },
      '18:00',
    ],
  ])('an urgent task %s: %s', (_, light, of, time) =>
    expect(lightOf(task({ ...of, dueAt: noon }), at('2026-06-30', time))).toBe(light),
  );

  it('takes only calendar days into SQL', () => {
    expect(() => lightSql('t', at('2026-01-01', '12:00'))).not.toThrow();
    const now = new Date();
    expect(() => lightSql('t', { today: "2026-01-01'; DROP TABLE task; --", now })).toThrow('not a calendar day');
  });
});

describe('pace 序时进度', () => {
  // From 2 February to 27 February 2026 there are 14 working days: 春节 takes six, the 14th is worked (the 28th is after it).
  const february = { assignedOn: '2026-02-02', dueOn: '2026-02-27' };
  it.each<[string, string | null, Partial<Lit>, string]>([
    ['10 of 14 days gone before the holiday', 'behind', { progress: 61 }, '2026-02-14'],
    ['as much as tolerated behind', 'on', { progress: 62 }, '2026-02-14'],
    ['as much as tolerated ahead', 'on', { progress: 81 }, '2026-02-14'],
    ['more than that', 'ahead', { progress: 82 }, '2026-02-14'],
    ['nine days of holiday change nothing', 'on', { progress: 62 }, '2026-02-23'],
    ['the first day after them does', 'behind', { progress: 62 }, '2026-02-24'],
    ['after the deadline all is expected', 'behind', { progress: 89 }, '2026-03-20'],
    ['done is not ahead of everything expected', 'on', { progress: 100 }, '2026-03-20'],
    ['assigned ahead of time', 'on', { progress: 0 }, '2026-01-10'],
    ['drafted', null, { status: 'drafted' }, '2026-02-14'],
    ['submitted', null, { status: 'submitted' }, '2026-02-14'],
    ['without a deadline', null, { dueOn: null }, '2026-02-14'],
    ['nobody was charged', null, { assignedOn: null }, '2026-02-14'],
    ['by the hour', null, { dueAt: new Date('2026-02-27T04:00:00Z') }, '2026-02-14'],
    ['within a holiday', null, { assignedOn: '2026-02-15', dueOn: '2026-02-23' }, '2026-02-20'],
    ['due before it was assigned', null, { assignedOn: '2026-03-02' }, '2026-03-02'],
    ['due outside the calendar', null, { dueOn: '2051-01-02' }, '2026-02-14'],
    ['assigned outside the calendar', null, { assignedOn: '2017-12-31' }, '2026-02-14'],
  ])('%s: %s', (_, pace, of, today) => expect(paceOf(task({ ...february, ...of }), at(today))).toBe(pace));

  it('takes Monday to Friday in a year not yet published', () => {
    const autumn = task({ assignedOn: '2027-09-27', dueOn: '2027-10-15', progress: 30 });
    // 14 working days, 7 of them gone: 国庆 2027 is not known yet.
    expect(paceOf(autumn, at('2027-10-06'))).toBe('behind');
  });
});
