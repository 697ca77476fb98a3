import { listAddress } from './list-address';

it('asks for what is on screen: filter, order, grouping, and columns from left to right', () => {
  const columns = [
    { name: 'dueOn' as const, width: 100 },
    { name: 'title' as const, width: 300 },
  ];
  const filters = {
    light: ['red' as const, 'blue' as const],
    mine: true,
    sort: '-dueOn' as const,
    q: '安全 生产',
    groupBy: undefined,
  };
  const [path, query] = listAddress(filters, columns).split('?');
  expect(path).toBe('/tasks/export');
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
    light: 'red,blue',
    mine: 'true',
    sort: '-dueOn',
    q: '安全 生产',
    columns: 'dueOn,title',
  });
});
