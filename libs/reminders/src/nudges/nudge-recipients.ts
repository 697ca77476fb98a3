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

/** The lead unit, and the supporting units that are not done, each with the person it has named. */
const CHARGES = `SELECT id AS task_id, lead_unit_id AS unit_id, assignee_id AS person_id FROM task WHERE id = ANY($1::uuid[])
  UNION ALL SELECT task_id, unit_id, person_id FROM supporting_unit
    WHERE task_id = ANY($1::uuid[]) AND done_on IS NULL AND waived_on IS NULL`;

/** The one named; where nobody is, or he has left, the unit's liaisons. */
const CHARGED = `SELECT h.task_id, w.person_id FROM (${CHARGES}) h
  LEFT JOIN person n ON n.id = h.person_id AND n.active
  CROSS JOIN LATERAL (
    SELECT n.id AS person_id WHERE n.id IS NOT NULL
    UNION SELECT g.person_id FROM role_grant g WHERE n.id IS NULL AND g.unit_id = h.unit_id AND g.role = 'liaison') w`;

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
