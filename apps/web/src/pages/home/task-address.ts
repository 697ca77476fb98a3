import type { TaskSummary } from '../../api/generated';
import type { Light } from '../../words';

interface Asked {
  unitId?: string;
  light?: readonly Light[];
  status?: readonly TaskSummary['status'][];
  dueFrom?: string;
  dueTo?: string;
}

/** Charged, and not done yet. */
export const UNDER_WAY = ['assigned', 'returned', 'accepted', 'in-progress', 'submitted'] as const;

/** Where the list of tasks shows the rows that a figure counts. */
export function taskAddress(asked: Asked): string {
  const given = Object.entries(asked).flatMap(([name, value]: [string, string | readonly string[] | undefined]) =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value : value.join(',')]],
  );
  // Commas stay readable: the address may be sent to somebody.
  return `/tasks?${new URLSearchParams(given).toString().replaceAll('%2C', ',')}`;
}
