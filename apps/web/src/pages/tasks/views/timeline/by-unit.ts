import type { TimelineTask } from '../../../../api/generated';

export interface UnitRows {
  id: string;
  name: string;
  /** With those that are not read yet. */
  total: number;
  tasks: TimelineTask[];
}

/** Neighbouring rows of the same unit together, in the order they came. */
export function byUnit(rows: readonly TimelineTask[]): UnitRows[] {
  const units: UnitRows[] = [];
  for (const task of rows) {
    const last = units.at(-1);
    if (last?.id === task.leadUnitId) last.tasks.push(task);
    else units.push({ id: task.leadUnitId, name: task.leadUnitName, total: task.unitTotal, tasks: [task] });
  }
  return units;
}
