import type { ReportItemView } from '../../api/generated';
import { arranged, nextOpen, toMerge, type Arrangement } from './arrangement';

const item = (id: string, more: Partial<ReportItemView> = {}) =>
  ({ id, kind: 'next_step', status: 'proposed', confidence: 0.95, ...more }) as ReportItemView;
const ITEMS = [
  item('a', { start: 0, end: 5 }),
  item('b', { start: 5, end: 9, confidence: 0.8 }),
  item('c', { start: 9, end: 20, kind: 'problem', confidence: 0.5 }),
  item('d', { start: 20, end: 30, status: 'accepted' }),
  item('e', { start: 30, end: 40, status: 'rejected', confidence: 0.4 }),
];
const ALL: Arrangement = { tab: 'all', state: 'all', order: 'text', doubtful: new Set(['b', 'c']) };
const ids = (items: readonly ReportItemView[]) => items.map(({ id }) => id).join('');

it.each<[Partial<Arrangement>, string]>([
  [{}, 'abcde'],
  [{ order: 'doubt' }, 'cbade'],
  [{ tab: 'next_step' }, 'abde'],
  [{ tab: 'next_step', order: 'doubt' }, 'bade'],
  [{ state: 'waiting' }, 'abc'],
  [{ state: 'doubtful' }, 'bc'],
  [{ state: 'accepted' }, 'd'],
  [{ state: 'rejected' }, 'e'],
  [{ tab: 'problem', state: 'accepted' }, ''],
])('shows for %j: %s', (asked, expected) => expect(ids(arranged(ITEMS, { ...ALL, ...asked }))).toBe(expected));

it('keeps the order in which the desk was opened while decisions are made', () => {
  const decided = ITEMS.map((one) => (one.id === 'c' ? { ...one, status: 'accepted' as const } : one));
  expect(ids(arranged(decided, { ...ALL, order: 'doubt' }))).toBe('cbade');
});

it('goes on to the next that waits, and round to the first', () => {
  expect(nextOpen(ITEMS, 'a', ['a'])?.id).toBe('b');
  expect(nextOpen(ITEMS, 'c', ['c'])?.id).toBe('a');
  expect(nextOpen(ITEMS, 'c', ['a', 'b', 'c'])).toBeUndefined();
});

it('merges the chosen ones, else the present one with the next of its kind', () => {
  expect(ids(toMerge(ITEMS, [ITEMS[1], ITEMS[2]], ITEMS[0]))).toBe('bc');
  expect(ids(toMerge(ITEMS, [], ITEMS[0]))).toBe('ab');
  expect(ids(toMerge(ITEMS, [ITEMS[1]], ITEMS[0]))).toBe('ab');
  expect(toMerge(ITEMS, [], ITEMS[2])).toEqual([]);
  expect(toMerge(ITEMS, [], null)).toEqual([]);
});
