import type { TaskLine } from '../../../api/generated';
import { editOf } from './cell-edits';
import type { ColumnName } from './list-columns';

const ALL: TaskLine['moves'] = ['assign', 're-date', 'hand-over'];

it.each<[ColumnName, TaskLine['status'], TaskLine['moves'], string | null]>([
  ['dueOn', 'assigned', ALL, 're-date'],
  ['dueOn', 'assigned', ['hand-over'], null],
  ['assignee', 'in-progress', ALL, 'hand-over'],
  ['assignee', 'drafted', ['assign', 're-date'], 'assign'],
  ['assignee', 'returned', ALL, 'assign'],
  ['leadUnit', 'drafted', ['assign'], 'assign'],
  ['leadUnit', 'in-progress', ALL, null],
  ['title', 'drafted', ALL, null],
])('%s of a task that is %s with %j: %s', (column, status, moves, expected) =>
  expect(editOf(column, { status, moves })).toBe(expected),
);
