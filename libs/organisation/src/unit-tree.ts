import type { EntityManager } from 'typeorm';
import type { Grant } from './actor';

/** A unit and all units below it. */
export async function subtreeOf(db: EntityManager, unitId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `WITH RECURSIVE tree AS (
       SELECT id FROM unit WHERE id = $1 UNION ALL SELECT u.id FROM unit u JOIN tree ON u.parent_id = tree.id)
     SELECT id FROM tree`,
    [unitId],
  );
  return rows.map(({ id }) => id);
}

/** A person's roles, each with its unit and the sub-tree it reaches over. */
export function grantsOf(db: EntityManager, personId: string): Promise<Grant[]> {
  return db.query<Grant[]>(
    `WITH RECURSIVE tree AS (
       SELECT DISTINCT g.unit_id AS top, g.unit_id AS id FROM role_grant g WHERE g.person_id = $1
       UNION ALL SELECT tree.top, u.id FROM unit u JOIN tree ON u.parent_id = tree.id)
     SELECT g.role, g.unit_id AS "unitId", u.name AS "unitName", u.parent_id IS NULL AS everywhere,
       array_agg(tree.id) AS subtree
     FROM role_grant g JOIN unit u ON u.id = g.unit_id JOIN tree ON tree.top = g.unit_id
     WHERE g.person_id = $1 GROUP BY g.role, g.unit_id, u.name, u.parent_id ORDER BY u.name, g.role`,
    [personId],
  );
}
