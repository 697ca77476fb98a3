import type { EntityManager } from 'typeorm';
import { prepared } from '#platform/prepared';
import type { ReportingPeriod } from '../task.entity';

/** What holds for a unit: for each point the nearest unit on the way up that says something about it. */
export interface PolicyInForce {
  evidenceRequired: boolean | null;
  reportEvery: ReportingPeriod | null;
  lookBackMonths: number | null;
}

const nearest = (column: string) =>
  `(array_agg(p.${column} ORDER BY a.steps) FILTER (WHERE p.${column} IS NOT NULL))[1]`;

/** From each unit in $1 up to the root, and what those on the way say. */
const IN_FORCE = prepared(`WITH RECURSIVE above AS (
    SELECT id AS unit_id, id, parent_id, 0 AS steps FROM unit WHERE id = ANY($1::uuid[])
    UNION ALL SELECT a.unit_id, u.id, u.parent_id, a.steps + 1 FROM above a JOIN unit u ON u.id = a.parent_id)
  SELECT a.unit_id AS "unitId", ${nearest('evidence_required')} AS "evidenceRequired",
    ${nearest('report_every')} AS "reportEvery", ${nearest('look_back_months')} AS "lookBackMonths"
  FROM above a JOIN policy p ON p.unit_id = a.id GROUP BY a.unit_id`);

const NOTHING: PolicyInForce = { evidenceRequired: null, reportEvery: null, lookBackMonths: null };

/** What the nearest unit on the way up from `unit` says about a column, as a subquery; no row when none says anything. */
export const nearestPolicy = (column: 'evidence_required' | 'report_every', unit: string) => `WITH RECURSIVE way AS (
    SELECT id, parent_id, 0 AS steps FROM unit WHERE id = ${unit}
    UNION ALL SELECT v.id, v.parent_id, w.steps + 1 FROM way w JOIN unit v ON v.id = w.parent_id)
  SELECT p.${column} FROM way w JOIN policy p ON p.unit_id = w.id WHERE p.${column} IS NOT NULL ORDER BY w.steps LIMIT 1`;

/** The policies 督办规则 in force for units; one query however many they are. */
export async function policiesFor(
  db: EntityManager,
  unitIds: readonly string[],
): Promise<(unitId: string) => PolicyInForce> {
  const rows = await db.query<(PolicyInForce & { unitId: string })[]>(IN_FORCE, [[...new Set(unitIds)]]);
  const found = new Map(rows.map(({ unitId, ...policy }) => [unitId, policy]));
  return (unitId) => found.get(unitId) ?? NOTHING;
}
