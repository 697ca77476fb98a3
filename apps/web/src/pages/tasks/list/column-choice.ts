import type { ColumnChoice } from '../../../api/generated';

type Name = ColumnChoice['name'];

/** Shows a column behind the others, or takes it away; the last one stays. */
export function withColumn(columns: readonly ColumnChoice[], name: Name, width: number): ColumnChoice[] {
  const others = columns.filter((column) => column.name !== name);
  if (others.length === columns.length) return [...columns, { name, width }];
  return others.length > 0 ? others : [...columns];
}

export const withWidth = (columns: readonly ColumnChoice[], name: Name, width: number): ColumnChoice[] =>
  columns.map((column) => (column.name === name ? { name, width: Math.round(width) } : column));

/** Moves the column at `at` one place on. */
export function withMoved(columns: readonly ColumnChoice[], at: number, by: -1 | 1): ColumnChoice[] {
  const next = [...columns];
  const [column] = next.splice(at, 1);
  next.splice(at + by, 0, column);
  return next;
}
