import type { TaskGroup, TaskLine } from '../../../api/generated';

/** What stands in one line of the list. */
export type ListItem =
  | { kind: 'group'; group: TaskGroup; open: boolean }
  | { kind: 'task'; task: TaskLine }
  /** More of the group, or of the whole list, is read as soon as this comes into sight. */
  | { kind: 'more'; of: string };

export interface ReadRows {
  rows: readonly TaskLine[];
  more: boolean;
}

/** The part of a list without groups. */
export const WHOLE = '';

/** The lines from top to bottom: of each open group what has been read of it. */
export function listItems(
  groups: readonly TaskGroup[] | null,
  open: ReadonlySet<string>,
  read: ReadonlyMap<string, ReadRows>,
): ListItem[] {
  const lines = (of: string): ListItem[] => {
    const known = read.get(of);
    if (!known) return [{ kind: 'more', of }];
    const tasks = known.rows.map((task): ListItem => ({ kind: 'task', task }));
    return known.more ? [...tasks, { kind: 'more', of }] : tasks;
  };
  if (groups === null) return lines(WHOLE);
  return groups.flatMap((group): ListItem[] => {
    const isOpen = open.has(group.key);
    return [{ kind: 'group', group, open: isOpen }, ...(isOpen ? lines(group.key) : [])];
  });
}

/** Where the focus of the rows goes from `at` by a key; null when the key is none of these. */
export function nextFocus(key: string, at: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  if (!(key in steps) || count === 0) return null;
  return Math.min(Math.max(steps[key], 0), count - 1);
}

/** The tasks between two of the list, both included, in whichever order they were pressed. */
export function between(tasks: readonly TaskLine[], fromId: string, toId: string): TaskLine[] {
  const ends = [fromId, toId].map((id) => tasks.findIndex((task) => task.id === id));
  if (ends.includes(-1)) return tasks.filter(({ id }) => id === toId);
  return tasks.slice(Math.min(...ends), Math.max(...ends) + 1);
}
