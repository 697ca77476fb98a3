/** Sorts tasks without a deadline behind all others. */
export const NEVER = '9999-12-31';
export const DUE_DAY = `coalesce(t.due_on, DATE '${NEVER}')`;

interface Order {
  key: string;
  type: 'date' | 'timestamptz' | 'text' | 'integer';
  direction: 'ASC' | 'DESC';
}

const ascending = (key: string, type: Order['type']): Order => ({ key, type, direction: 'ASC' });
const descending = (key: string, type: Order['type']): Order => ({ key, type, direction: 'DESC' });

/** The orders of the list; each is read from an index, equal keys by code. */
export const ORDERS = {
  dueOn: ascending(DUE_DAY, 'date'),
  '-dueOn': descending(DUE_DAY, 'date'),
  '-updatedAt': descending('t.updated_at', 'timestamptz'),
  code: ascending('t.code', 'text'),
  '-code': descending('t.code', 'text'),
  progress: ascending('t.progress', 'integer'),
  '-progress': descending('t.progress', 'integer'),
  // Units are few: they are sorted by name, and the tasks of each found by its index.
  unit: ascending('u.name', 'text'),
  '-unit': descending('u.name', 'text'),
} as const satisfies Record<string, Order>;

export type TaskOrder = keyof typeof ORDERS;
export const TASK_ORDERS = Object.keys(ORDERS) as TaskOrder[];

/** What follows the row with this key and code. The key alone, said as well, lets the first table of a join be cut short. */
export function after({ key, type, direction }: Order): string {
  const way = direction === 'ASC' ? '>' : '<';
  return `${key} ${way}= ?::${type} AND (${key}, t.code) ${way} (?::${type}, ?::text)`;
}
