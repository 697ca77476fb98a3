import { lightOf, lightSql, type Lit } from './light';

const task = (of: Partial<Lit>): Lit => ({
  status: 'in-progress',
  dueOn: '2026-06-30',
  assignedOn: '2026-01-01',
  closedOn: null,
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
    ['ten points behind is tolerated', 'green', { progress: 41 }, '2026-04-02'],
    ['closed in time', 'green', { status: 'closed', closedOn: '2026-06-30' }, '2026-09-01'],
    ['closed late', 'purple', { status: 'closed', closedOn: '2026-07-01' }, '2026-09-01'],
    ['submitted waits for the supervisor', 'green', { status: 'submitted', progress: 100 }, '2026-06-29'],
    ['submitted and overdue is still overdue', 'red', { status: 'submitted', progress: 100 }, '2026-07-02'],
  ])('%s: %s', (_, light, of, today) => expect(lightOf(task(of), today)).toBe(light));

  it('takes only calendar days into SQL', () => {
    expect(() => lightSql('t', "2026-01-01'; DROP TABLE task; --")).toThrow('not a calendar day');
  });
});
