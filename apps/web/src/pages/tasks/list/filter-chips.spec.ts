import type { TaskFilterValues } from '../useTaskFilters';
import { filterChips } from './filter-chips';

const NAMES = { units: new Map([['u1', '教育局']]), people: new Map([['p1', '王芳']]) };
const FILTERS: TaskFilterValues = {
  ...{ light: ['red', 'blue'], unitId: ['u1'], assigneeId: ['p1'], source: ['hand'], mine: true, sort: 'code' },
  ...{ dueFrom: '2026-10-01', dueTo: '2026-12-31', groupBy: 'unit' },
};

it('has a chip for everything that narrows the list, and none for how it is shown', () => {
  expect(filterChips(FILTERS, NAMES).map(({ text }) => text)).toEqual([
    '单位：教育局',
    '亮灯：已逾期',
    '亮灯：临近到期',
    '来源：手工录入',
    '时限：2026年第四季度',
    '责任人：王芳',
    '只看我的',
  ]);
});

it('takes away one value and leaves the others', () => {
  const [red] = filterChips({ light: ['red', 'blue'] }, NAMES);
  expect(red.without).toEqual({ light: 'blue' });
  const [last] = filterChips({ light: ['blue'] }, NAMES);
  expect(last.without).toEqual({ light: undefined });
});

it('names nobody whom it does not know', () =>
  expect(filterChips({ assigneeId: ['p2'], unitId: ['u2'] }, NAMES).map(({ text }) => text)).toEqual([
    '单位：所选单位',
    '责任人：所选人员',
  ]));
