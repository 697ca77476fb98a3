import type { EntityManager } from 'typeorm';

export interface Seat {
  personId: string;
  unitId: string;
  title: string;
}

/**
 * Takes positions from their holders. One that owns tasks stays, vacant, and its tasks stay with whoever held it until
 * somebody else takes the position; the others go.
 */
export async function vacate(tx: EntityManager, positionIds: readonly string[]): Promise<void> {
  if (positionIds.length === 0) return;
  await tx.query(
    `WITH kept AS (
       UPDATE position o SET person_id = NULL
       WHERE o.id = ANY($1::uuid[]) AND EXISTS (SELECT 1 FROM task t WHERE t.position_id = o.id) RETURNING o.id)
     DELETE FROM position WHERE id = ANY($1::uuid[]) AND id NOT IN (SELECT id FROM kept)`,
    [positionIds],
  );
}

/** Gives people their positions: a vacant one of the same unit and title where there is one. Returns the vacant ones taken. */
export async function seat(tx: EntityManager, seats: readonly Seat[]): Promise<string[]> {
  if (seats.length === 0) return [];
  const rows = await tx.query<{ id: string }[]>(
    `WITH wanted AS (
       SELECT x.*, row_number() OVER (PARTITION BY x."unitId", x.title) AS turn
       FROM jsonb_to_recordset($1) AS x ("personId" uuid, "unitId" uuid, title text)),
     vacant AS (
       SELECT id, unit_id, title, row_number() OVER (PARTITION BY unit_id, title ORDER BY id) AS turn
       FROM position WHERE person_id IS NULL AND unit_id IN (SELECT "unitId" FROM wanted)),
     taken AS (
       UPDATE position o SET person_id = w."personId"
       FROM vacant v JOIN wanted w ON w."unitId" = v.unit_id AND w.title = v.title AND w.turn = v.turn
       WHERE o.id = v.id RETURNING o.id, o.unit_id, o.title, w.turn),
     added AS (
       INSERT INTO position (person_id, unit_id, title)
       SELECT w."personId", w."unitId", w.title FROM wanted w
       WHERE NOT EXISTS (
         SELECT 1 FROM taken t WHERE t.unit_id = w."unitId" AND t.title = w.title AND t.turn = w.turn))
     SELECT id FROM taken`,
    [JSON.stringify(seats)],
  );
  return rows.map(({ id }) => id);
}
