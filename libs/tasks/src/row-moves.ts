import type { Actor } from '#organisation/actor';
import { MOVES, type Part, type TaskStatus } from './task-status';
import type { TaskKind } from './task.entity';

/** The moves that may be made from a cell of the list. */
export const ROW_MOVES = ['assign', 're-date', 'hand-over'] as const;
export type RowMove = (typeof ROW_MOVES)[number];

interface Row {
  status: TaskStatus;
  kind: TaskKind;
  leadUnitId: string;
}

/** What the list offers to change in a row, told from the row alone; the command itself decides with everything it knows. */
export function rowMoves(actor: Actor, { status, kind, leadUnitId }: Row): RowMove[] {
  const parts: Part[] = [];
  if (actor.covers('task.assign', leadUnitId)) parts.push('supervisor');
  if (actor.covers('task.handle', leadUnitId)) parts.push('liaison');
  return ROW_MOVES.filter((name) => {
    const { from, by }: { from: readonly TaskStatus[]; by: readonly Part[] } = MOVES[name];
    if (!from.includes(status) || !by.some((part) => parts.includes(part))) return false;
    return !(name === 're-date' && kind === 'urgent');
  });
}
