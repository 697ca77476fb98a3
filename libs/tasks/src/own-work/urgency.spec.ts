import { urgencyOf } from './urgency';

/** A Wednesday. */
const TODAY = '2026-06-17';
const task = { status: 'in-progress', light: 'green', dueOn: '2026-12-31', sentBack: false } as const;

it.each([
  ['逾期', { light: 'red', dueOn: '2026-06-16' }, 'overdue'],
  ['逾期且待签收', { light: 'red', dueOn: '2026-06-16', status: 'assigned' }, 'overdue'],
  ['立巡立交当天已过时刻', { light: 'red', dueOn: TODAY }, 'overdue'],
  ['今天到期', { light: 'blue', dueOn: TODAY }, 'today'],
  ['今天到期且退回补办', { light: 'blue', dueOn: TODAY, sentBack: true }, 'today'],
  ['周日到期', { light: 'blue', dueOn: '2026-06-21' }, 'week'],
  ['下周一到期', { light: 'blue', dueOn: '2026-06-22' }, 'other'],
  ['待签收', { status: 'assigned' }, 'to-accept'],
  ['没有时限的待签收', { status: 'assigned', dueOn: null }, 'to-accept'],
  ['退回补办', { sentBack: true }, 'sent-back'],
  ['其他', {}, 'other'],
] as const)('%s', (_, some, urgency) => expect(urgencyOf({ ...task, ...some }, TODAY)).toBe(urgency));
