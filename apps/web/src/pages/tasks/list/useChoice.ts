import { useState } from 'react';
import type { TaskLine } from '../../../api/generated';
import { between } from './list-items';

/** As many as one command takes. */
export const MOST_CHOSEN = 5000;
const OPEN: readonly TaskLine['status'][] = ['drafted', 'returned', 'assigned', 'accepted', 'in-progress', 'suspended'];

/** What is done or dropped has nothing left to be done with many at once. */
export const mayBeChosen = ({ status }: TaskLine): boolean => OPEN.includes(status);

export interface Choice {
  tasks: TaskLine[];
  has: (id: string) => boolean;
  /** Whether all that have been read are chosen. */
  all: boolean;
  /** Chooses a task or gives it up; with `range` everything from the one pressed before. */
  press: (task: TaskLine, range: boolean) => void;
  pressAll: (chosen: boolean) => void;
  take: (tasks: readonly TaskLine[]) => void;
  clear: () => void;
}

/** The tasks that something is to be done with, out of those that have been read. */
export function useChoice(read: readonly TaskLine[]): Choice {
  const [chosen, setChosen] = useState<ReadonlyMap<string, TaskLine>>(new Map());
  const [last, setLast] = useState<string | null>(null);
  const set = (tasks: readonly TaskLine[], keep: boolean) => {
    const next = new Map(keep ? chosen : []);
    for (const task of tasks.filter(mayBeChosen)) if (next.size < MOST_CHOSEN) next.set(task.id, task);
    setChosen(next);
  };
  const open = read.filter(mayBeChosen);
  return {
    tasks: [...chosen.values()],
    has: (id) => chosen.has(id),
    all: open.length > 0 && open.every(({ id }) => chosen.has(id)),
    press: (task, range) => {
      setLast(task.id);
      if (range && last !== null) set(between(read, last, task.id), true);
      else if (!chosen.has(task.id)) set([task], true);
      else setChosen(new Map([...chosen].filter(([id]) => id !== task.id)));
    },
    pressAll: (all) => set(all ? open : [], false),
    take: (tasks) => set(tasks, false),
    clear: () => setChosen(new Map()),
  };
}
