import type { EntityManager } from 'typeorm';
import { SupportingUnit } from './supporting-unit.entity';

/** Puts the supporting units and their people where the lists of tasks find them; after every change of either. */
export async function indexSupporters(tx: EntityManager, taskIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE task t SET supporter_ids = ARRAY(
       SELECT unnest(ARRAY[s.unit_id, s.person_id]) FROM supporting_unit s WHERE s.task_id = t.id
       EXCEPT SELECT NULL::uuid)
     WHERE t.id = ANY($1::uuid[])`,
    [taskIds],
  );
}

/** Asks units to support tasks that were just put on record. */
export async function addSupport(
  tx: EntityManager,
  rows: readonly Pick<SupportingUnit, 'taskId' | 'unitId' | 'duty'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.save(SupportingUnit, [...rows], { chunk: 200 });
  await indexSupporters(tx, [...new Set(rows.map(({ taskId }) => taskId))]);
}
