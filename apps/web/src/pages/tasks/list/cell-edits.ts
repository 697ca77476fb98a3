import type { TaskLine } from '../../../api/generated';
import type { ColumnName } from './list-columns';

/** The command behind a change in a cell. */
export type CellEdit = TaskLine['moves'][number];

/** With which move a cell of this task may be changed; null when it may not. A draft is given its unit and person by assigning it. */
export function editOf(column: ColumnName, { status, moves }: Pick<TaskLine, 'status' | 'moves'>): CellEdit | null {
  const given = (move: CellEdit) => (moves.includes(move) ? move : null);
  const notAssigned = status === 'drafted' || status === 'returned';
  if (column === 'dueOn') return given('re-date');
  if (column === 'leadUnit') return notAssigned ? given('assign') : null;
  if (column === 'assignee') return given(notAssigned ? 'assign' : 'hand-over');
  return null;
}
