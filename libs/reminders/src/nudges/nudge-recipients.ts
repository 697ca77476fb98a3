import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';

/** Who gets the nudge about a task, be it in the stead of somebody who is away. */
export interface NudgeRecipient {
  taskId: string;
  personId: string;
  name: string;
  /** Whether he has an address; without one he finds it in the application only. */
  mailed: boolean;
  insteadOfId: string | null;
  insteadOf: string | null;
}

const LIAISONS = `JOIN role_grant g ON g.role = 'liaison' AND g.unit_id =`;
const OPEN_PART = 's.task_id = ANY($1::uuid[]) AND s.done_on IS NULL AND s.waived_on IS NULL';

/** The person responsible, and for each supporting unit that is not done the person it names; else the liaisons. */
const CHARGED = `
  SELECT t.id AS task_id, t.assignee_id AS person_id FROM task t WHERE t.id = ANY($1::uuid[]) AND t.assignee_id IS NOT NULL
  UNION SELECT t.id, g.person_id FROM task t ${LIAISONS} t.lead_unit_id WHERE t.id = ANY($1::uuid[]) AND t.assignee_id IS NULL
  UNION SELECT s.task_id, s.person_id FROM supporting_unit s WHERE ${OPEN_PART} AND s.person_id IS NOT NULL
  UNION SELECT s.task_id, g.person_id FROM supporting_unit s ${LIAISONS} s.unit_id WHERE ${OPEN_PART} AND s.person_id IS NULL`;

const DEPUTY = `SELECT a.deputy_id FROM absence a JOIN person d ON d.id = a.deputy_id AND d.active
  WHERE a.person_id = c.person_id AND $2::date BETWEEN a.from_day AND a.to_day LIMIT 1`;

/** Who is to do something about these tasks on `day`, without whoever nudges: nobody nudges himself. */
export function nudgeRecipients(
  db: EntityManager,
  taskIds: readonly string[],
  day: Day,
  exceptId: string,
): Promise<NudgeRecipient[]> {
  return db.query(
    `SELECT DISTINCT ON (c.task_id, r.name, r.id) c.task_id AS "taskId", r.id AS "personId", r.name,
       r.email IS NOT NULL AS mailed,
       CASE WHEN r.id <> p.id THEN p.id END AS "insteadOfId", CASE WHEN r.id <> p.id THEN p.name END AS "insteadOf"
     FROM (${CHARGED}) c JOIN person p ON p.id = c.person_id
     JOIN person r ON r.id = coalesce((${DEPUTY}), c.person_id) AND r.active AND r.id <> $3
     ORDER BY c.task_id, r.name, r.id, r.id <> p.id`,
    [taskIds, day, exceptId],
  );
}
