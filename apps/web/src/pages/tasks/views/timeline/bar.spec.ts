import { barOf, endOf, startOf } from './bar';
import { ticksOf } from './ticks';

/** Ten days, a tenth each. */
const TEN = { from: '2026-06-01', to: '2026-06-10' };
const TODAY = '2026-06-08';
const task = {
  status: 'in-progress' as const,
  assignedOn: '2026-06-03',
  dueOn: '2026-06-06',
  originalDueOn: '2026-06-06',
  closedOn: null,
  progress: 50,
};

it('a day takes its whole place', () => {
  expect([startOf('2026-06-01', TEN), endOf('2026-06-01', TEN), endOf('2026-06-10', TEN)]).toEqual([0, 10, 100]);
  expect(startOf('2026-05-31', TEN)).toBe(-10);
});

it('runs from the assignment to the end of the deadline, filled by progress', () => {
  expect(barOf(task, TEN, '2026-06-05')).toEqual({
    body: { start: 20, width: 40 },
    done: { start: 20, width: 20 },
    late: null,
    ...{ before: false, after: false, original: null },
  });
});

it('goes on until today while it is overdue, until the day it was closed, and not while it rests', () => {
  expect(barOf(task, TEN, TODAY).late).toEqual({ start: 60, width: 20 });
  expect(barOf({ ...task, status: 'closed', closedOn: '2026-06-07' }, TEN, TODAY).late).toEqual({
    start: 60,
    width: 10,
  });
  expect(barOf({ ...task, status: 'closed', closedOn: '2026-06-05' }, TEN, TODAY).late).toBeNull();
  expect(barOf({ ...task, status: 'suspended' }, TEN, TODAY).late).toBeNull();
});

it('is cut where it leaves what is shown', () => {
  const long = barOf({ ...task, assignedOn: '2026-05-22', dueOn: '2026-06-30', progress: 30 }, TEN, TODAY);
  expect(long).toMatchObject({
    body: { start: 0, width: 100 },
    done: { start: 0, width: 20 },
    before: true,
    after: true,
  });
  const past = barOf({ ...task, assignedOn: '2026-05-01', dueOn: '2026-05-20' }, TEN, TODAY);
  expect(past).toMatchObject({ body: null, done: null, late: { start: 0, width: 80 } });
});

it('shows the original deadline only where it was extended, and in sight', () => {
  expect(barOf({ ...task, originalDueOn: '2026-06-04' }, TEN, TODAY).original).toBe(40);
  expect(barOf({ ...task, originalDueOn: '2026-05-04' }, TEN, TODAY).original).toBeNull();
});

it('has no end without a deadline, and is a single day for what nobody was charged with', () => {
  const lasting = barOf({ ...task, dueOn: null, originalDueOn: null }, TEN, TODAY);
  expect(lasting).toMatchObject({ body: { start: 20, width: 80 }, after: true, late: null });
  const draft = barOf({ ...task, status: 'drafted', assignedOn: null, progress: 0 }, TEN, '2026-06-01');
  expect(draft).toMatchObject({ body: { start: 50, width: 10 }, done: null });
});

it('divides a month by days, a quarter by weeks, a year by months, without a gap', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const quarter = { from: '2026-04-01', to: '2026-06-30' };
  expect(ticksOf('month', TEN).map(({ label }) => label)).toEqual([...'123456789', '10']);
  expect(
    ticksOf('quarter', quarter)
      .map(({ day }) => day)
      .slice(0, 3),
  ).toEqual(['2026-04-01', '2026-04-06', '2026-04-13']);
  expect(ticksOf('year', year).map(({ label }) => label)).toEqual(Array.from({ length: 12 }, (_, n) => `${n + 1}月`));
  for (const ticks of [ticksOf('month', TEN), ticksOf('quarter', quarter), ticksOf('year', year)])
    expect(ticks.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
});
