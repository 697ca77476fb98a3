import type { Day } from '#platform/clock';
import { daysBetween, lines, live } from '../../../../test/support/reminder-diary';
import { DEFAULT_POINTS, type ReminderPoints } from '../policy/reminder-points';
import type { PlannedTask } from './planned-task';

const { ladder: LADDER } = DEFAULT_POINTS;

describe('waiting', () => {
  it('for acceptance, after three working days and every three from there', () =>
    expect(
      live('2026-02-11', '2026-03-03', {
        task: { status: 'assigned', assignedOn: '2026-02-11' },
        points: { acceptWithin: 3 },
      }),
    ).toEqual(['02-11 assigned 张三', '02-24 accept-4 张三', '02-27 accept-7 张三', '03-03 accept-10 张三']));

  it('not on the very day on which an outage lets the assignment be told', () =>
    expect(
      live('2026-06-01', '2026-06-10', {
        task: { status: 'assigned', assignedOn: '2026-06-01' },
        points: { acceptWithin: 3 },
        down: daysBetween('2026-06-01', '2026-06-04'),
      }),
    ).toEqual(['06-05 assigned 张三', '06-10 accept-7 张三']));

  it('for verification, by the supervisors, and anew when it is handed in again', () =>
    expect(
      live('2026-06-01', '2026-06-18', {
        task: { status: 'submitted', submittedOn: '2026-06-01' },
        points: { verifyWithin: 5 },
        changes: {
          '2026-06-10': { status: 'in-progress', submittedOn: null },
          '2026-06-11': { status: 'submitted', submittedOn: '2026-06-10' },
        },
      }),
    ).toEqual(['06-09 verify-6 督办员', '06-18 verify-6 督办员']));
});

describe('requests for progress', () => {
  it.each<[string, Partial<PlannedTask>, ReminderPoints['requests'], Day, Day, string]>([
    ['weekly, on the last working day', {}, ['week'], '2026-09-14', '2026-09-20', '09-20 request-2026-09-14 张三'],
    ['not in a week without working days', {}, ['week'], '2026-02-16', '2026-02-22', ''],
    ['by the 25th', {}, ['month'], '2026-08-01', '2026-08-31', '08-25 request-2026-08-01 张三'],
    [
      'by the working day before a 25th off',
      {},
      ['month'],
      '2026-09-21',
      '2026-09-30',
      '09-24 request-2026-09-01 张三',
    ],
    [
      'ten days before the end of the quarter',
      {},
      ['quarter'],
      '2026-12-01',
      '2027-01-10',
      '12-21 request-2026-10-01 张三',
    ],
    [
      'ten days before, moved off a Sunday',
      {},
      ['quarter'],
      '2026-06-01',
      '2026-06-30',
      '06-18 request-2026-04-01 张三',
    ],
    ['by the shortest period', {}, ['quarter', 'month'], '2026-12-01', '2026-12-31', '12-25 request-2026-12-01 张三'],
    [
      'by its own duty',
      { reportEvery: 'week' },
      ['quarter'],
      '2026-06-08',
      '2026-06-12',
      '06-08 request-2026-06-01 张三，06-12 request-2026-06-08 张三',
    ],
    ['not when reported', { reportedOn: '2026-08-03' }, ['month'], '2026-08-03', '2026-08-31', ''],
    [
      'when reported before',
      { reportedOn: '2026-07-31' },
      ['month'],
      '2026-08-03',
      '2026-08-31',
      '08-25 request-2026-08-01 张三',
    ],
    [
      'not for a period of the duty that is reported',
      { reportEvery: 'month', reportedPeriods: ['2026-07-01', '2026-08-01'] },
      ['month'],
      '2026-08-03',
      '2026-08-31',
      '',
    ],
    ['never where the policy asks for none', { reportEvery: 'week' }, [], '2026-06-08', '2026-06-30', ''],
    ['not of a duty whose occurrences are asked about', { kind: 'duty' }, ['week'], '2026-06-08', '2026-06-30', ''],
    [
      'not before it is accepted',
      { status: 'assigned', assignedOn: '2026-06-01' },
      ['week'],
      '2026-06-01',
      '2026-06-05',
      '06-01 assigned 张三',
    ],
    ['not in the days before the assignment', { assignedOn: '2026-08-26' }, ['month'], '2026-08-26', '2026-08-31', ''],
  ])('%s', (_, more, requests, from, to, expected) =>
    expect(live(from, to, { task: more, points: { requests } })).toEqual(lines(expected)),
  );

  it('catches up within the period, but not after it', () => {
    const life = { points: { requests: ['month'] as const } };
    expect(live('2026-08-20', '2026-08-31', { ...life, down: daysBetween('2026-08-25', '2026-08-27') })).toEqual([
      '08-28 request-2026-08-01 张三',
    ]);
    expect(live('2026-08-20', '2026-09-10', { ...life, down: daysBetween('2026-08-25', '2026-08-31') })).toEqual([]);
  });
});

describe('the ladder 逐级上报', () => {
  const late = { task: { dueOn: '2026-09-28', leadUnitId: 'section' }, points: { ladder: LADDER, overdueEvery: 0 } };

  it('climbs each rung once by working days, to the head of the unit, the leader above, the supervisors', () =>
    expect(live('2026-09-28', '2026-11-30', late)).toEqual([
      '10-08 escalate-unit-head 科联络员',
      '10-13 escalate-leader 局长',
      '10-23 escalate-supervisors 督办员',
    ]));

  it('goes to the hooked leader where there is one, and never twice to the same person at once', () =>
    expect(
      live('2026-10-13', '2026-10-13', { ...late, task: { ...late.task, leadUnitId: 'bureau', leaderId: '局长' } }),
    ).toEqual(['10-13 escalate-leader 局长']));

  it('stops by feedback, and goes on after a round of silence', () =>
    expect(
      live('2026-09-28', '2026-11-30', {
        ...late,
        points: { ladder: LADDER, overdueEvery: 5 },
        changes: { '2026-10-12': { reportedOn: '2026-10-12' } },
      }).filter((line) => line.includes('escalate')),
    ).toEqual([
      '10-08 escalate-unit-head 科联络员',
      '10-19 escalate-leader 局长',
      '10-23 escalate-supervisors 督办员',
    ]));

  it('stops for good where there are no rounds', () =>
    expect(
      live('2026-09-28', '2026-11-30', { ...late, changes: { '2026-10-12': { reportedOn: '2026-10-12' } } }),
    ).toEqual(['10-08 escalate-unit-head 科联络员']));

  it('stops by an extension, and begins again with the new deadline', () =>
    expect(live('2026-09-28', '2026-10-23', { ...late, changes: { '2026-10-12': { dueOn: '2026-10-19' } } })).toEqual([
      '10-08 escalate-unit-head 科联络员',
      '10-22 escalate-unit-head 科联络员',
    ]));

  it('stops by the end of the task', () =>
    expect(live('2026-09-28', '2026-11-30', { ...late, changes: { '2026-10-12': { status: 'closed' } } })).toHaveLength(
      1,
    ));
});
