import { addDays } from '#language/day';
import type { Day } from '#platform/clock';
import {
  calendar,
  DEADLINE,
  lines,
  live,
  organisation,
  QUIET,
  task,
  type Life,
} from '../../../../test/support/reminder-diary';
import { DEFAULT_POINTS, type ReminderPoints } from '../policy/reminder-points';
import { plan } from './plan';
import type { Held, PlannedTask } from './planned-task';

describe('before the deadline and on it', () => {
  it.each([
    [
      'in ordinary weeks',
      '2026-06-12',
      '06-03 before-7 张三，06-09 before-3 张三，06-11 before-1 张三，06-12 due 张三',
    ],
    ['in 国庆', '2026-10-03', '09-20 before-7 张三，09-24 before-3 张三，09-29 before-1 张三，09-30 due 张三'],
    ['after 国庆', '2026-10-12', '09-24 before-7 张三，10-08 before-3 张三，10-10 before-1 张三，10-12 due 张三'],
    [
      'on a Sunday worked',
      '2026-09-20',
      '09-10 before-7 张三，09-16 before-3 张三，09-18 before-1 张三，09-20 due 张三',
    ],
    ['after 春节', '2026-02-24', '02-06 before-7 张三，02-12 before-3 张三，02-14 before-1 张三，02-24 due 张三'],
    ['in 春节', '2026-02-18', '02-05 before-7 张三，02-11 before-3 张三，02-13 before-1 张三，02-14 due 张三'],
    ['at the new year', '2026-01-05', '12-24 before-7 张三，12-30 before-3 张三，01-04 before-1 张三，01-05 due 张三'],
    ['on the leap day', '2024-02-29', '02-20 before-7 张三，02-26 before-3 张三，02-28 before-1 张三，02-29 due 张三'],
  ])('%s', (_, dueOn, expected) =>
    expect(live(addDays(dueOn, -40), dueOn, { task: { dueOn, assignedOn: '2023-12-01' }, points: DEADLINE })).toEqual(
      lines(expected),
    ),
  );

  it('is told by the assignment when the task comes two days before its deadline', () =>
    expect(
      live('2026-06-10', '2026-06-12', {
        task: { dueOn: '2026-06-12', assignedOn: '2026-06-10', status: 'assigned' },
        points: DEADLINE,
      }),
    ).toEqual(['06-10 assigned 张三', '06-11 before-1 张三', '06-12 due 张三']));

  it('takes Monday to Friday of a year that is not published', () =>
    expect(live('2027-09-25', '2027-10-04', { task: { dueOn: '2027-10-04' }, points: DEADLINE })).toEqual([
      '09-25 before-7 张三',
      '09-29 before-3 张三',
      '10-01 before-1 张三',
      '10-04 due 张三',
    ]));
});

describe('after the deadline', () => {
  it('on the first working day and every fifth from there, over 国庆 and the Saturday worked', () =>
    expect(live('2026-09-28', '2026-10-23', { task: { dueOn: '2026-09-28' }, points: { overdueEvery: 5 } })).toEqual([
      '09-29 overdue-1 张三',
      '10-12 overdue-6 张三',
      '10-19 overdue-11 张三',
    ]));

  it('daily', () =>
    expect(live('2026-02-13', '2026-02-25', { task: { dueOn: '2026-02-13' }, points: { overdueEvery: 1 } })).toEqual([
      '02-14 overdue-1 张三',
      '02-24 overdue-2 张三',
      '02-25 overdue-3 张三',
    ]));

  it('not at all where the policy says so', () =>
    expect(live('2026-06-12', '2026-07-12', { task: { dueOn: '2026-06-12' }, points: { onDay: true } })).toEqual([
      '06-12 due 张三',
    ]));
});

describe('what happens meanwhile', () => {
  const soon = { task: { dueOn: '2026-06-12' }, points: DEADLINE };

  it('makes one reminder of those of three days on which nothing ran', () =>
    expect(
      live('2026-06-08', '2026-06-15', { ...soon, down: ['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12'] }),
    ).toEqual(['06-08 before-7 张三', '06-13 due 张三', '06-15 overdue-1 张三']));

  it('counts from a deadline moved earlier, and does not say again what was said of the first when it comes back', () =>
    expect(
      live('2026-06-03', '2026-06-15', {
        ...soon,
        changes: { '2026-06-04': { dueOn: '2026-06-09' }, '2026-06-08': { dueOn: '2026-06-12' } },
      }),
    ).toEqual([
      ...['06-03 before-7 张三', '06-04 before-3 张三', '06-09 before-3 张三'],
      ...['06-11 before-1 张三', '06-12 due 张三', '06-15 overdue-1 张三'],
    ]));

  it('says nothing earlier than it has said when the clock is set back', () =>
    expect(
      live('', '', {
        ...soon,
        down: ['2026-06-09'],
        days: ['2026-06-03', '2026-06-12', '2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12', '2026-06-15'],
      }),
    ).toEqual(['06-03 before-7 张三', '06-12 due 张三', '06-15 overdue-1 张三']));

  it('ends with the submission and goes on after it is sent back', () =>
    expect(
      live('2026-06-08', '2026-06-19', {
        ...soon,
        changes: { '2026-06-09': { status: 'submitted' }, '2026-06-18': { status: 'in-progress' } },
      }),
    ).toEqual(['06-08 before-7 张三', '06-18 overdue-1 张三']));

  it.each(['drafted', 'returned', 'suspended', 'closed', 'dropped'] as const)(
    'is quiet about a task that is %s',
    (status) =>
      expect(live('2026-06-01', '2026-07-01', { task: { ...soon.task, status }, points: DEFAULT_POINTS })).toEqual([]),
  );

  it('tells whom it is handed over to that it is his, and not what was before', () =>
    expect(
      live('2026-06-01', '2026-06-12', {
        task: { dueOn: '2026-06-12', assignedOn: '2026-06-01', status: 'assigned' },
        points: DEADLINE,
        changes: { '2026-06-02': { status: 'accepted' }, '2026-06-10': { assigneeId: '李四' } },
      }),
    ).toEqual([
      ...['06-01 assigned 张三', '06-03 before-7 张三', '06-09 before-3 张三', '06-10 assigned 李四'],
      ...['06-11 before-1 李四', '06-12 due 李四'],
    ]));

  it('tells of an assignment that comes again after it was returned', () =>
    expect(
      live('2026-06-01', '2026-06-03', {
        task: { assignedOn: '2026-06-01', status: 'assigned' },
        changes: {
          '2026-06-02': { status: 'returned' },
          '2026-06-03': { status: 'assigned', assignedOn: '2026-06-03' },
        },
      }),
    ).toEqual(['06-01 assigned 张三', '06-03 assigned 张三']));

  it('has the deputy hear while somebody is away, and tells nothing twice when he is back', () =>
    expect(
      live('2026-06-02', '2026-06-12', {
        ...soon,
        deputies: { '2026-06-08': { 张三: '李四' }, '2026-06-09': { 张三: '李四' } },
      }),
    ).toEqual([
      ...['06-03 before-7 张三', '06-09 before-3 李四（代张三）'],
      ...['06-11 before-1 张三', '06-12 due 张三'],
    ]));
});

describe('a row that came to nothing', () => {
  const held: Held = {
    ...{ taskId: 'task', rule: 'before-3', dueOn: '2026-06-12', recipientId: '张三', insteadOfId: null },
    ...{ plannedOn: '2026-06-09', status: 'superseded', settledAt: new Date('2026-06-09T08:00:00Z') },
  };
  const intended = (
    row: Partial<Held>,
    more: Partial<PlannedTask>,
    today: Day,
    points: Partial<ReminderPoints> = DEADLINE,
  ) => {
    const ground = { calendar, organisation: organisation(), ledger: [{ ...held, ...row }] };
    const due = task({ dueOn: '2026-06-12', updatedAt: new Date('2026-06-09T07:00:00Z'), ...more });
    return plan([due], { ...ground, pointsOf: () => ({ ...QUIET, ...points }) }, today).map(
      ({ rule, recipientId }) => `${rule} ${recipientId}`,
    );
  };

  it.each([
    ['true again', 'the task was changed after it', '2026-06-09T09:00:00Z', ['before-3 张三']],
    ['left alone', 'nothing was changed since', '2026-06-09T07:00:00Z', []],
  ])('is %s when %s', (_, __, updatedAt, lines) =>
    expect(intended({}, { updatedAt: new Date(updatedAt) }, '2026-06-09')).toEqual(lines),
  );

  it('with a deputy is no answer to the absent person when he is back', () =>
    expect(intended({ recipientId: '李四', insteadOfId: '张三' }, {}, '2026-06-10')).toEqual(['before-3 张三']));

  it('by feedback lets the rung come back after a round of silence', () => {
    const rung = { rule: 'escalate-unit-head', recipientId: '局长', plannedOn: '2026-06-17' };
    const points = { ladder: DEFAULT_POINTS.ladder, overdueEvery: 3 };
    const silent = (today: Day) => intended(rung, { reportedOn: '2026-06-17' }, today, points);
    expect(silent('2026-06-18')).toEqual(['overdue-4 张三']);
    expect(silent('2026-06-23')).toEqual(['overdue-4 张三', 'escalate-unit-head 局长']);
  });
});

describe('who is reminded', () => {
  const due = (more: Partial<PlannedTask>, rest: Partial<Life> = {}) =>
    live('2026-06-12', '2026-06-12', { task: { dueOn: '2026-06-12', ...more }, points: DEADLINE, ...rest });

  it.each<[string, Partial<PlannedTask>, Partial<Life>, string[]]>([
    ['the liaisons where nobody is named', { assigneeId: null }, {}, ['局联络员']],
    ['the liaisons when the one named has left', {}, { gone: ['张三'] }, ['局联络员']],
    [
      'supporting units for their open parts',
      {
        support: [
          { unitId: 'office', personId: null },
          { unitId: 'section', personId: '王五' },
        ],
      },
      {},
      ['张三', '办公室联络员', '王五'],
    ],
    ['nobody in a supporting body without accounts', { support: [{ unitId: 'bank', personId: null }] }, {}, ['张三']],
    ['the supervisors of a body without accounts', { leadUnitId: 'bank', assigneeId: null }, {}, ['督办员']],
    [
      'a deputy in his own right',
      { support: [{ unitId: 'section', personId: '王五' }] },
      { deputies: { '2026-06-12': { 张三: '王五' } } },
      ['王五'],
    ],
    [
      'a deputy of two once',
      { support: [{ unitId: 'section', personId: '王五' }] },
      { deputies: { '2026-06-12': { 张三: '赵六', 王五: '赵六' } } },
      ['赵六（代张三）'],
    ],
  ])('%s', (_, more, rest, people) => expect(due(more, rest)).toEqual(people.map((person) => `06-12 due ${person}`)));

  it('is told at once of an urgent task', () => {
    const urgent = task({ kind: 'urgent', status: 'assigned', assignedOn: '2026-10-04', dueOn: '2026-10-04' });
    const ground = { calendar, organisation: organisation(), ledger: [], pointsOf: () => DEFAULT_POINTS };
    expect(plan([urgent], ground, '2026-10-04')).toEqual([
      expect.objectContaining({ rule: 'urgent', dueOn: '2026-10-04', recipientId: '张三', atOnce: true }),
    ]);
  });
});
