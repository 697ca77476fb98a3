import type { ColumnChoice } from '../../../api/generated';
import { withColumn, withMoved, withWidth } from './column-choice';

const COLUMNS: ColumnChoice[] = [
  { name: 'code', width: 100 },
  { name: 'title', width: 300 },
  { name: 'dueOn', width: 120 },
];
const names = (columns: readonly ColumnChoice[]) => columns.map(({ name }) => name);

it('shows a column behind the others, and takes it away again', () => {
  const more = withColumn(COLUMNS, 'source', 90);
  expect(more.at(-1)).toEqual({ name: 'source', width: 90 });
  expect(withColumn(more, 'source', 0)).toEqual(COLUMNS);
});

it('keeps the last column', () => expect(withColumn(COLUMNS.slice(0, 1), 'code', 0)).toEqual(COLUMNS.slice(0, 1)));

it('moves columns and makes them wider', () => {
  expect(names(withMoved(COLUMNS, 2, -1))).toEqual(['code', 'dueOn', 'title']);
  expect(names(withMoved(COLUMNS, 0, 1))).toEqual(['title', 'code', 'dueOn']);
  expect(withWidth(COLUMNS, 'title', 320.4)[1]).toEqual({ name: 'title', width: 320 });
});
