import type { Actor } from '#organisation/actor';
import type { Task } from '../task.entity';
import type { LedgerOriginView } from '../task.view';

/** Where in a ledger the task comes from; null for other tasks. */
export function ledgerOrigin(task: Task, actor: Actor): LedgerOriginView | null {
  const { ledgerImport, ledgerRow } = task;
  if (!ledgerImport || ledgerRow === null) return null;
  return {
    ...{ importId: ledgerImport.id, fileName: ledgerImport.fileName, sheet: ledgerImport.sheet, row: ledgerRow },
    // Here a task is submitted before it is closed.
    unverified: task.status === 'closed' && task.submittedById === null,
    mayOpen: actor.covers('task.read', ledgerImport.unitId),
  };
}
