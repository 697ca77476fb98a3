import type { EntityManager } from 'typeorm';
import type { Doer } from '#platform/history';
import { MOVES, type MoveName } from '../task-status';
import type { Task } from '../task.entity';
import { SETTLING } from './request-kinds';

interface Moved {
  before: Pick<Task, 'dueOn' | 'originalDueOn'>;
  task: Pick<Task, 'id' | 'dueOn'>;
}

/** Whether a task that was already assigned got a later deadline, or none at all any more. */
export function isExtended({ before, task }: Moved): boolean {
  if (before.originalDueOn === null || before.dueOn === null) return false;
  return task.dueOn === null || task.dueOn > before.dueOn;
}

const OVERTAKE = `UPDATE task_request SET decision = 'overtaken', decided_by_id = $2, decided_at = $3, decision_note = $4
  WHERE task_id = ANY($1::uuid[]) AND decision IS NULL`;

const EXTENSION = `INSERT INTO task_request
    (task_id, kind, from_due, to_due, reason, asked_by_id, asked_at, decided_by_id, decided_at, decision)
  SELECT x.id, 'extension', x.from_due, x.to_due, $2, $3, $4, $3, $4, 'granted'
  FROM jsonb_to_recordset($1) AS x (id uuid, from_due date, to_due date)`;

/** Puts on record what a supervisor's own move does to requests: open ones are overtaken, a later deadline is an extension. */
export async function recordOwnMoves(
  tx: EntityManager,
  actor: Doer,
  changed: readonly Moved[],
  action: MoveName,
  { reason, at }: { reason?: string | null; at: Date },
): Promise<void> {
  const note = reason || MOVES[action].label;
  if (SETTLING.has(action)) {
    await tx.query(OVERTAKE, [changed.map(({ task }) => task.id), actor.personId, at, note]);
  }
  const extended = changed
    .filter(isExtended)
    .map(({ before, task }) => ({ id: task.id, from_due: before.dueOn, to_due: task.dueOn }));
  if (extended.length > 0) await tx.query(EXTENSION, [JSON.stringify(extended), note, actor.personId, at]);
}
