import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';
import type { Intended } from './planned-task';

/** A row that came to nothing and is true again goes back to the start; every other one stays as it is. */
const INSERT = `WITH written AS (
    INSERT INTO reminder AS r (task_id, rule, due_on, recipient_id, instead_of_id, at_once, planned_on)
    SELECT x.*, $7::date
    FROM unnest($1::uuid[], $2::text[], $3::date[], $4::uuid[], $5::uuid[], $6::boolean[]) AS x
    ON CONFLICT (task_id, rule, due_on, recipient_id) DO UPDATE SET status = 'planned', planned_on = excluded.planned_on,
      instead_of_id = excluded.instead_of_id, at_once = excluded.at_once, mail_id = NULL, why = NULL, settled_at = NULL, read_at = NULL,
      created_at = excluded.created_at
    WHERE r.status = 'superseded'
    RETURNING 1)
  SELECT count(*)::int AS planned FROM written`;

/** Gives how many reminders were not there before. */
export async function putIntoLedger(db: EntityManager, intended: readonly Intended[], today: Day): Promise<number> {
  if (intended.length === 0) return 0;
  // Everybody who locks tasks does it in this order, so that nobody waits for each other.
  const rows = intended.toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1));
  const [{ planned }] = await db.query<{ planned: number }[]>(INSERT, [
    rows.map(({ taskId }) => taskId),
    rows.map(({ rule }) => rule),
    rows.map(({ dueOn }) => dueOn),
    rows.map(({ recipientId }) => recipientId),
    rows.map(({ insteadOfId }) => insteadOfId),
    rows.map(({ atOnce }) => atOnce),
    today,
  ]);
  return planned;
}
