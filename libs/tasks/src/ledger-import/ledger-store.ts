import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { StoredFiles } from '#platform/files/stored-files';
import { record } from '#platform/history';
import { ProgressEntry } from '../progress-entry.entity';
import { addSupport } from '../responsibility/support-store';
import { TaskDraftsService, type TaskDraft } from '../task-drafts.service';
import type { PlannedRow } from './ledger-planner';
import { LedgerImport } from './ledger-import.entity';
import type { ConfirmLedger } from './ledger.dto';

/** PostgreSQL takes 65,535 parameters in one statement. */
const CHUNK = 2000;

interface LedgerOriginal {
  fileName: string;
  bytes: Buffer;
  sha256: string;
  fingerprint: string;
}

/** Stores a planned ledger: the file, the tasks, and what it tells of their progress. */
@Injectable()
export class LedgerStore {
  constructor(
    private readonly drafts: TaskDraftsService,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of whoever calls. Returns the id of the import. */
  async store(
    tx: EntityManager,
    actor: Actor,
    file: LedgerOriginal,
    settings: ConfirmLedger,
    rows: readonly PlannedRow[],
  ): Promise<string> {
    const { fileName, bytes, sha256, fingerprint } = file;
    await this.files.keep(tx, { sha256, size: bytes.length, read: (from, to) => bytes.subarray(from, to) });
    const unitId = actor.homeFor('task.assign');
    const { id } = await tx.save(LedgerImport, {
      ...{ sha256, fileName, sheet: settings.sheet, unitId, fingerprint, tasks: rows.length },
      settings: { ...settings },
      ...{ importedById: actor.personId, importedAt: this.clock.now() },
    });
    const how = settings.statuses === 'ledger' ? '，状态按台账，未经本系统核实' : '';
    const tasks = await this.drafts.draft(
      tx,
      actor,
      rows.map((row) => this.draftOf(row, id)),
      `导入台账 ${fileName}${how}`,
    );
    await addSupport(
      tx,
      rows.flatMap(({ supportingUnits }, index) =>
        supportingUnits.map((unit) => ({ taskId: tasks[index].id, unitId: unit.id, duty: '' })),
      ),
    );
    const entries = rows.flatMap(({ narrative, progress: percent }, index) =>
      narrative === null
        ? []
        : [
            {
              taskId: tasks[index].id,
              personId: actor.personId,
              at: this.clock.now(),
              percent,
              narrative,
              fromLedger: true,
            },
          ],
    );
    for (let from = 0; from < entries.length; from += CHUNK) {
      await tx.insert(ProgressEntry, entries.slice(from, from + CHUNK));
    }
    await record(tx, actor, {
      ...{ subject: 'ledger-import', subjectId: id, action: 'import', reason: fileName, unitId },
    });
    return id;
  }

  private draftOf(row: PlannedRow, ledgerImportId: string): TaskDraft {
    const { title, text, leadUnit, assignee, leader, dueOn, recurrence, status, progress, closedOn } = row;
    if (leadUnit === null) throw new Error(`row ${row.row} without a unit`);
    const drafted = status === 'drafted';
    return {
      ...{ title, text, dueOn, recurrence, status, progress, closedOn, ledgerImportId, ledgerRow: row.row },
      ...{ leadUnitId: leadUnit.id, assigneeId: assignee?.id ?? null, leaderId: leader?.id ?? null },
      dueBasis: dueOn === null ? 'none' : 'explicit',
      assignedOn: drafted ? null : this.clock.today(),
      originalDueOn: drafted ? null : dueOn,
      closedAt: closedOn === null ? null : this.clock.now(),
      suspendedFrom: status === 'suspended' ? 'in-progress' : null,
    };
  }
}
