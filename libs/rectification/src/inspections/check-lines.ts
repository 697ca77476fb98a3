import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { visibleChecks } from './inspection-sight';
import type { CheckLine } from './inspection.view';

/** More checks than one round has. */
const MOST = 2000;

interface Row extends CheckLine {
  /** Whether the present person sees the work of the inspectors before they report. */
  early: boolean;
}

/** The checks that satisfy `filter` (on check c, round r) and that `actor` may see, by unit. */
export async function checkLines(
  db: EntityManager,
  actor: Actor,
  filter: Conditions,
  today: Day,
): Promise<CheckLine[]> {
  const seen = visibleChecks(filter, actor);
  const read = seen.value(actor.unitsFor('task.read'));
  const handled = seen.value(actor.unitsFor('task.handle'));
  const person = seen.value(actor.personId);
  const rows = await db.query<Row[]>(
    `SELECT c.id, c.inspected_unit_id AS "inspectedUnitId", inspected.name AS "inspectedUnitName",
       c.inspecting_unit_id AS "inspectingUnitId", inspecting.name AS "inspectingUnitName", c.due_on AS "dueOn", c.status,
       c.status IN ('waiting', 'under-way') AND c.due_on < DATE '${today}' AS overdue, people.inspectors, counts.*,
       r.unit_id = ANY(${read}::uuid[]) OR c.inspecting_unit_id = ANY(${handled}::uuid[]) OR people.ids @> ARRAY[${person}::uuid]
         AS early
     FROM inspection_check c JOIN inspection_round r ON r.id = c.round_id
     JOIN unit inspected ON inspected.id = c.inspected_unit_id JOIN unit inspecting ON inspecting.id = c.inspecting_unit_id
     CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(p.id), '{}') AS ids,
         coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name), '[]') AS inspectors
       FROM inspection_inspector i JOIN person p ON p.id = i.person_id WHERE i.check_id = c.id) people
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS findings, count(p.id) FILTER (WHERE p.status <> 'withdrawn')::int AS problems,
         count(*) FILTER (WHERE p.status = 'closed')::int AS "problemsClosed"
       FROM inspection_finding f LEFT JOIN problem p ON p.id = f.problem_id WHERE f.check_id = c.id) counts
     ${seen.where} ORDER BY inspected.sort_order, inspected.name, inspecting.name, c.id LIMIT ${MOST}`,
    seen.values,
  );
  return rows.map(({ early, ids: _, ...line }: Row & { ids?: string[] }) =>
    early || isReported(line) ? line : { ...line, findings: null },
  );
}

const isReported = ({ status }: Pick<CheckLine, 'status'>) => status === 'reported' || status === 'settled';
