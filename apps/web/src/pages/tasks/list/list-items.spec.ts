import type { TaskGroup, TaskLine } from '../../../api/generated';
import { between, listItems, nextFocus, WHOLE } from './list-items';

const task = (id: string) => ({ id }) as TaskLine;
const group = (key: string) => ({ key, name: key, count: 2 }) as TaskGroup;
const said = (items: ReturnType<typeof listItems>) =>
  items.map((item) => {
    if (item.kind === 'task') return item.task.id;
    return item.kind === 'more' ? `more ${item.of}` : `${item.open ? '-' : '+'}${item.group.key}`;
  });

describe('the lines of a list', () => {
  it('without groups are its tasks, and a last line as long as there are more', () => {
    const rows = [task('1'), task('2')];
    expect(said(listItems(null, new Set(), new Map()))).toEqual(['more ']);
    expect(said(listItems(null, new Set(), new Map([[WHOLE, { rows, more: true }]])))).toEqual(['1', '2', 'more ']);
    expect(said(listItems(null, new Set(), new Map([[WHOLE, { rows, more: false }]])))).toEqual(['1', '2']);
  });

  it('with groups show what was read of the open ones', () => {
    const read = new Map([
      ['a', { rows: [task('1')], more: true }],
      ['b', { rows: [task('2')], more: false }],
    ]);
    const lines = listItems([group('a'), group('b'), group('c')], new Set(['a', 'c']), read);
    expect(said(lines)).toEqual(['-a', '1', 'more a', '+b', '-c', 'more c']);
  });
});

it.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 9],
  ['PageUp', 3, 0],
  ['Home', 3, 0],
  ['End', 3, 9],
  ['a', 3, null],
])('%s leads from %d to %s', (key, at, expected) => expect(nextFocus(key, at, 10, 8)).toBe(expected));

it('has no row to go to in an empty list', () => expect(nextFocus('End', 0, 0, 8)).toBeNull());

it('takes all between two rows, in either direction, and one alone when the other is gone', () => {
  const tasks = ['1', '2', '3', '4'].map(task);
  expect(between(tasks, '2', '4').map(({ id }) => id)).toEqual(['2', '3', '4']);
  expect(between(tasks, '4', '2').map(({ id }) => id)).toEqual(['2', '3', '4']);
  expect(between(tasks, 'x', '2').map(({ id }) => id)).toEqual(['2']);
});
