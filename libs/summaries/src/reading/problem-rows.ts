import type { EntityManager } from 'typeorm';
import type { AsOf } from '#organisation/calendar/working-time';
import type { ListMeasure } from '#rectification/three-lists';
import { lightOf, type Lit } from '#tasks/light';
import type { Covered, ProblemRow } from '../summary-rows';
import { portions, SOURCE_JSON } from './portions';

type ReadMeasure = Omit<ListMeasure, 'light'> & Pick<Lit, 'assignedOn' | 'closedOn'>;
type Read = Omit<ProblemRow, 'subject' | 'measures'> & { measures: ReadMeasure[] };

/**
 * The problems of units $1 that were being put right or were closed between $2 and $3, as they were at the end of day $3.
 * Withdrawn ones do not count. What was closed later was being verified at most.
 */
const PROBLEMS = `SELECT p.id, p.code, p.title, p.unit_id AS "unitId", u.name AS "unitName", p.origin, p.category,
    p.raised_by AS "raisedBy", p.raised_on AS "raisedOn", person.name AS "personName", leader.name AS "leaderName",
    p.duty, p.due_on AS "dueOn", CASE WHEN p.rectified_on > $3::date THEN NULL ELSE p.result END AS result,
    CASE WHEN p.rectified_on > $3::date THEN 'open' WHEN p.closed_on > $3::date THEN 'rectified' ELSE p.status END AS status,
    CASE WHEN p.closed_on <= $3::date THEN p.closed_on END AS "closedOn",
    coalesce(m.measures, '[]') AS measures, ${SOURCE_JSON} AS source
  FROM problem p JOIN unit u ON u.id = p.unit_id
  LEFT JOIN person person ON person.id = p.person_id LEFT JOIN person leader ON leader.id = p.leader_id
  LEFT JOIN anchor n ON n.id = p.anchor_id LEFT JOIN report r ON r.id = n.report_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('taskId', t.id, 'title', t.title, 'dueOn', t.due_on, 'assignedOn', t.assigned_on,
        'closedOn', CASE WHEN t.closed_on <= $3::date THEN t.closed_on END,
        'progress', CASE WHEN t.closed_on <= $3::date THEN 100 ELSE coalesce(e.percent, 0) END,
        'status', CASE WHEN t.closed_on > $3::date THEN 'in-progress' ELSE t.status END) ORDER BY t.due_on, t.code) AS measures
    FROM measure x JOIN task t ON t.id = x.task_id
    LEFT JOIN LATERAL (
      SELECT g.percent FROM progress_entry g WHERE g.task_id = t.id AND g.at < (($3::date + 1)::timestamp AT TIME ZONE $4)
      ORDER BY g.at DESC, g.id LIMIT 1) e ON true
    WHERE x.problem_id = p.id AND t.status NOT IN ('drafted', 'dropped')) m ON true
  WHERE p.unit_id = ANY($1::uuid[]) AND p.status <> 'withdrawn' AND p.raised_on <= $3::date
    AND (p.closed_on IS NULL OR p.closed_on >= $2::date)
  ORDER BY p.code`;

/** The rows of problems in portions, in the order of their codes. */
export async function* problemRows(
  tx: EntityManager,
  unitIds: readonly string[],
  { start, asOf }: Covered,
  calendar: AsOf['calendar'],
  zone: string,
): AsyncGenerator<ProblemRow[]> {
  const at = { today: asOf, now: new Date(`${asOf}T00:00:00Z`), calendar };
  const lit = ({ assignedOn, closedOn, ...measure }: ReadMeasure): ListMeasure => ({
    ...measure,
    light: lightOf({ ...measure, assignedOn, closedOn, dueAt: null, closedAt: null }, at),
  });
  for await (const rows of portions<Read>(tx, 'problems', PROBLEMS, [unitIds, start, asOf, zone])) {
    yield rows.map((row) => ({ ...row, subject: 'problem', measures: row.measures.map(lit) }));
  }
}
