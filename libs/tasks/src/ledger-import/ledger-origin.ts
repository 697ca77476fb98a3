import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { Task } from '../task.entity';
import type { LedgerOriginView } from '../task.view';
import { LedgerImport } from './ledger-import.entity';

/** Where in a ledger the task comes from; null for other tasks. */
export async function ledgerOrigin(db: EntityManager, task: Task, actor: Actor): Promise<LedgerOriginView | null> {
  const { ledgerImportId, ledgerRow } = task;
  if (ledgerImportId === null || ledgerRow === null) return null;
  const { id, fileName, sheet, unitId } = await db.findOneByOrFail(LedgerImport, { id: ledgerImportId });
  return {
    ...{ importId: id, fileName, sheet, row: ledgerRow },
    // Here a task is submitted before it is closed.
    unverified: task.status === 'closed' && task.submittedById === null,
    mayOpen: actor.covers('task.read', unitId),
  };
}
