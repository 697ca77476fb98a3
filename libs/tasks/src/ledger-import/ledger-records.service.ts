import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { StoredFiles } from '#platform/files/stored-files';
import { record } from '#platform/history';
import { LedgerImport } from './ledger-import.entity';
import type { LedgerImportView } from './ledger.view';

const NEWEST = 20;
/** Moved on: changed by any command, or broken down. */
const MOVED = `EXISTS (SELECT 1 FROM task t WHERE t.ledger_import_id = i.id
  AND (t.version <> 1 OR EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id)))`;

type ImportRow = Omit<LedgerImportView, 'importedAt' | 'undoneAt'> & { importedAt: Date; undoneAt: Date | null };

/** The ledgers that were taken over: listed, opened again, and taken back. */
@Injectable()
export class LedgerRecords {
  constructor(
    private readonly db: DataSource,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** The newest imports of the units that the actor assigns tasks to. */
  list(actor: Actor): Promise<LedgerImportView[]> {
    return this.find(new Conditions().add('i.unit_id = ANY(?::uuid[])', actor.unitsFor('task.assign')));
  }

  /** Throws ledger.unknown, also when it is out of the actor's sight. */
  async get(actor: Actor, id: string): Promise<LedgerImportView> {
    const within = new Conditions().add('i.id = ?', id);
    const [found] = await this.find(within.add('i.unit_id = ANY(?::uuid[])', actor.unitsFor('task.assign')));
    if (!found) throw unknownLedger();
    return found;
  }

  /** The import that was stored under this fingerprint by the same person and still stands. */
  async known(tx: EntityManager, actor: Actor, fingerprint: string): Promise<string | null> {
    const where = { importedById: actor.personId, fingerprint, undoneAt: IsNull() };
    return (await tx.findOneBy(LedgerImport, where))?.id ?? null;
  }

  /** The file as it came in, for whoever reads all tasks of the unit that it was imported for. Throws ledger.unknown. */
  async original(actor: Actor, id: string): Promise<{ fileName: string; content: Readable }> {
    const [row] = await this.db.query<{ fileName: string; sha256: string }[]>(
      `SELECT i.file_name AS "fileName", i.sha256 FROM ledger_import i
       WHERE i.id = $1 AND i.unit_id = ANY($2::uuid[])`,
      [id, actor.unitsFor('task.read')],
    );
    if (!row) throw unknownLedger();
    return { fileName: row.fileName, content: this.files.read(row.sha256) };
  }

  /** Takes the whole import back as long as nothing of it has moved. Throws ledger.unknown, ledger.undone and ledger.moved. */
  async undo(actor: Actor, id: string): Promise<LedgerImportView> {
    await this.db.transaction(async (tx) => {
      const ledger = await tx.findOne(LedgerImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!ledger || !actor.covers('task.assign', ledger.unitId)) throw unknownLedger();
      if (ledger.undoneAt) throw new DomainError('conflict', 'ledger.undone', '这次导入已经撤回，无需再次操作。');
      const tasks = await tx.query<{ id: string }[]>('SELECT id FROM task WHERE ledger_import_id = $1 FOR UPDATE', [
        id,
      ]);
      const [{ moved }] = await tx.query<{ moved: boolean }[]>(
        `SELECT ${MOVED} OR EXISTS (SELECT 1 FROM task t JOIN history h ON h.subject_id = t.id
           WHERE t.ledger_import_id = i.id AND h.action <> 'draft') AS moved
         FROM ledger_import i WHERE i.id = $1`,
        [id],
      );
      if (moved) {
        const message = '这次导入的任务中已有办理过的，不能整体撤回。如有不需要的任务，请在任务页逐项撤销。';
        throw new DomainError('conflict', 'ledger.moved', message);
      }
      await tx.query('DELETE FROM task WHERE ledger_import_id = $1', [id]);
      await tx.update(LedgerImport, id, { undoneAt: this.clock.now(), undoneById: actor.personId });
      await record(
        tx,
        actor,
        ...tasks.map((task) => ({
          ...{ subject: 'task' as const, subjectId: task.id, action: 'undraft', unitId: ledger.unitId },
          reason: `撤回台账导入 ${ledger.fileName}`,
        })),
        { subject: 'ledger-import', subjectId: id, action: 'undo', reason: ledger.fileName, unitId: ledger.unitId },
      );
    });
    return this.get(actor, id);
  }

  private async find(conditions: Conditions): Promise<LedgerImportView[]> {
    const rows = await this.db.query<ImportRow[]>(
      `SELECT i.id, i.file_name AS "fileName", i.sheet, i.tasks, p.name AS "importedBy", i.imported_at AS "importedAt",
         u.name AS "undoneBy", i.undone_at AS "undoneAt", ${MOVED} AS moved
       FROM ledger_import i JOIN person p ON p.id = i.imported_by_id LEFT JOIN person u ON u.id = i.undone_by_id
       ${conditions.where} ORDER BY i.imported_at DESC, i.id DESC LIMIT ${NEWEST}`,
      conditions.values,
    );
    return rows.map((row) => ({
      ...row,
      importedAt: row.importedAt.toISOString(),
      undoneAt: row.undoneAt?.toISOString() ?? null,
    }));
  }
}

const unknownLedger = () => new DomainError('unknown', 'ledger.unknown', '没有找到这次导入，或您无权查看。');
