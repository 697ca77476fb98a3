import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';

/**
 * Which reminder a task is due for on day $1: when it was assigned; 7, 3 and 1 days before the deadline and on the day;
 * then on the first day after it and every seventh from there. A day on which nothing ran is caught up, because the
 * rule looks at ranges of days and the ledger's unique key keeps each reminder to one.
 */
const RULE = `CASE
  WHEN t.status = 'assigned' AND t.assigned_on = $1::date THEN 'assigned'
  WHEN t.due_on IS NULL OR t.due_on - $1::date > 7 THEN CASE WHEN t.status = 'assigned' THEN 'assigned' END
  WHEN t.due_on - $1::date > 3 THEN 'before-7'
  WHEN t.due_on - $1::date > 1 THEN 'before-3'
  WHEN t.due_on - $1::date = 1 THEN 'before-1'
  WHEN t.due_on = $1::date THEN 'due'
  ELSE 'overdue-' || (($1::date - t.due_on - 1) / 7) END`;

/** Reminds the person responsible; where nobody is named, the liaisons of the lead unit. */
const RECIPIENTS = `SELECT t.assignee_id AS person_id WHERE t.assignee_id IS NOT NULL
  UNION
  SELECT g.person_id FROM role_grant g
  WHERE t.assignee_id IS NULL AND g.unit_id = t.lead_unit_id AND g.role = 'liaison'`;

/** Puts what is due on `today` into the ledger. */
export async function planDue(db: EntityManager, today: Day): Promise<void> {
  await db.query(
    `INSERT INTO reminder (task_id, rule, due_on, recipient_id, planned_on)
     SELECT d.id, d.rule, d.about, p.id, $1::date
     FROM (
       SELECT t.id, t.assignee_id, t.lead_unit_id, ${RULE} AS rule, coalesce(t.due_on, t.assigned_on) AS about
       FROM task t WHERE t.status IN ('assigned', 'accepted', 'in-progress')
     ) d
     CROSS JOIN LATERAL (${RECIPIENTS.replaceAll('t.', 'd.')}) r
     JOIN person p ON p.id = r.person_id AND p.active
     WHERE d.rule IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [today],
  );
}
