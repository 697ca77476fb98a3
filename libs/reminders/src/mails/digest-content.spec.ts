import { WorkingCalendar } from '#calendar/working-calendar';
import type { Line } from '../delivery/hand-over';
import { digestContent, MOST_LINES } from './digest-content';

/** A Wednesday. */
const TODAY = '2026-06-24';
const AT = {
  today: TODAY,
  now: new Date(`${TODAY}T09:00:00+08:00`),
  calendar: new WorkingCalendar([], [2026]),
};

function line(rule: string, dueOn: string | null, known: Partial<Line> = {}): Line {
  return {
    ...{ rule, taskId: `${rule} ${dueOn}`, code: '2026-00001', title: '检查', leadUnitName: '教育局' },
    ...{
      status: 'in-progress',
      dueOn,
      dueAt: null,
      assignedOn: '2026-06-01',
      closedOn: null,
      closedAt: null,
      progress: 50,
    },
    ...{ insteadOf: null, writtenBy: null, note: null },
    ...known,
  };
}
const placed = (...lines: Line[]) =>
  digestContent(lines, AT).groups.map(({ group, lines: own }) => [group, own.map(({ task }) => task.rule)]);

it.each<[string, string | null, string]>([
  ['overdue-3', '2026-06-19', 'overdue'],
  // Planned for the day before; by now it is late.
  ['due', '2026-06-23', 'overdue'],
  ['before-1', TODAY, 'dueToday'],
  ['before-3', '2026-06-28', 'dueThisWeek'],
  ['before-3', '2026-06-29', 'dueLater'],
  ['accept-3', '2026-06-19', 'waiting'],
  ['verify-5', null, 'waiting'],
  ['request-2026-04-01', '2026-12-31', 'waiting'],
  ['escalate-leader', '2026-06-01', 'waiting'],
  ['assigned', null, 'assigned'],
  ['assigned', TODAY, 'assigned'],
  // The deadline had passed when it was assigned.
  ['assigned', '2026-06-23', 'overdue'],
  ['nudge-1', '2026-06-01', 'nudge'],
  ['urgent', TODAY, 'urgent'],
  ['mention-1', '2026-06-01', 'mention'],
])('%s due on %s stands under %s', (rule, dueOn, group) => {
  expect(placed(line(rule, dueOn))).toEqual([[group, [rule]]]);
});

it('tells what a comment says also where the task is more urgent by another rule', () => {
  const task = { taskId: 't1', dueOn: '2026-06-01' };
  const [{ group, lines }] = digestContent(
    [
      line('overdue-3', '2026-06-01', task),
      line('mention-1', '2026-06-01', { ...task, note: '请看照片', writtenBy: '李强' }),
    ],
    AT,
  ).groups;
  expect(group).toBe('overdue');
  expect(lines[0]).toMatchObject({ about: ['评论提到您'], task: { note: '请看照片', writtenBy: '李强' } });
});

it('has the most urgent first, by deadline', () => {
  const lines = [
    line('assigned', null),
    line('due', TODAY),
    line('overdue-1', '2026-06-23'),
    line('overdue-9', '2026-06-10'),
  ];
  expect(placed(...lines)).toEqual([
    ['overdue', ['overdue-9', 'overdue-1']],
    ['dueToday', ['due']],
    ['assigned', ['assigned']],
  ]);
});

it('names a task once, and what else is asked of it', () => {
  const task = { taskId: 'one' };
  const { groups, total } = digestContent(
    [
      line('request-2026-04-01', '2026-06-10', task),
      line('overdue-9', '2026-06-10', task),
      line('accept-3', '2026-06-10', task),
    ],
    AT,
  );
  expect(total).toBe(1);
  expect(groups).toMatchObject([{ group: 'overdue', lines: [{ about: ['请报送进展', '待签收'], light: 'red' }] }]);
});

it('has a task assigned after its deadline once, among the late ones, and says that it is new', () => {
  const task = { taskId: 'one', status: 'assigned' as const, assignedOn: TODAY };
  const { groups, counts, total } = digestContent(
    [line('assigned', '2026-06-20', task), line('overdue-2', '2026-06-20', task)],
    AT,
  );
  expect([total, counts]).toEqual([1, { overdue: 1 }]);
  expect(groups).toMatchObject([{ group: 'overdue', lines: [{ about: ['新交办'], light: 'red' }] }]);
});

it('does not repeat the heading of what is newly assigned', () => {
  expect(digestContent([line('assigned', '2026-07-31')], AT).groups).toMatchObject([
    { group: 'assigned', lines: [{ about: [] }] },
  ]);
});

it('shows fifty and counts all', () => {
  const lines = Array.from({ length: MOST_LINES + 7 }, (_, n) => line('due', TODAY, { taskId: String(n) }));
  const { groups, counts, total, more } = digestContent(lines, AT);
  expect([groups[0].lines.length, counts, total, more]).toEqual([MOST_LINES, { dueToday: 57 }, 57, 7]);
});
