import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MOST_COLUMNS } from '#documents/workbook/text-sheet';
import type { Actor } from '#organisation/actor';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { saysWhen } from './due-cell';
import { guessFields } from './fields';
import { LedgerMappings } from './ledger-mappings';
import { chosenTable, LedgerPlanner, noRows, noTable, type PlannedRow } from './ledger-planner';
import { LedgerRecords } from './ledger-records.service';
import { LedgerStore } from './ledger-store';
import { ledgerTable, type LedgerTable } from './ledger-table';
import { ledgerSheets } from './ledger-workbook';
import type { ConfirmLedger, LedgerHead, LedgerSettings } from './ledger.dto';
import type { LedgerFile, LedgerImported, LedgerPreview, LedgerRowView, LedgerSheet } from './ledger.view';
import { UnitNames } from './unit-names';

export interface LedgerUpload {
  fileName: string;
  bytes: Buffer;
}

const SAMPLES = 3;
const LOOKED_AT = 200;
const LONGEST_SAMPLE = 60;

/** Takes over task ledgers 台账 from spreadsheets: look at the file, preview what it would become, and store it once confirmed. */
@Injectable()
export class LedgerImportService {
  constructor(
    private readonly db: DataSource,
    private readonly planner: LedgerPlanner,
    private readonly mappings: LedgerMappings,
    private readonly store: LedgerStore,
    private readonly records: LedgerRecords,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /** The tables of the file, with what their columns seem to say or were said to the last time. Throws ledger.file-*, ledger.no-table and ledger.empty. */
  async read(actor: Actor, file: LedgerUpload, { headRow }: LedgerHead): Promise<LedgerFile> {
    const own = new Set(actor.unitsFor('task.assign'));
    const names = new UnitNames((await this.units.all()).filter(({ id }) => own.has(id)));
    const sheets: LedgerSheet[] = [];
    const others: string[] = [];
    let empty = false;
    for (const sheet of await ledgerSheets(file.bytes)) {
      const table = ledgerTable(sheet, headRow);
      empty ||= table?.rows.length === 0;
      if (table === null || table.rows.length === 0) others.push(sheet.name);
      else sheets.push(await this.describe(actor, { ...table, sheet: sheet.name }, file.fileName, names));
    }
    if (sheets.length === 0) throw empty ? noRows() : noTable();
    return { sheets, others };
  }

  /** What every row would become, and everything that is wrong. Stores nothing. */
  async preview(actor: Actor, file: LedgerUpload, settings: LedgerSettings): Promise<LedgerPreview> {
    const table = await chosenTable(file.bytes, settings);
    const plan = await this.planner.plan(this.db.manager, actor, table, settings);
    const { rows, unknownUnits, unclearPeople, withoutYear } = plan;
    const of = (fate: PlannedRow['fate']) => rows.filter((row) => row.fate === fate).length;
    return {
      preview: plan.fingerprint,
      counts: {
        ...{ create: of('create'), error: of('error'), duplicate: of('duplicate'), withoutYear },
        warning: rows.filter(({ fate, issues }) => fate === 'create' && issues.length > 0).length,
      },
      rows: rows.map(rowView),
      ...{ unknownUnits, unclearPeople },
    };
  }

  /**
   * Stores the ledger in one transaction. The same file confirmed in the same way again is recognised. Throws ledger.changed when it
   * would no longer become what the preview showed, ledger.has-errors with every wrong cell, and ledger.nothing-new.
   */
  async confirm(actor: Actor, file: LedgerUpload, ask: ConfirmLedger): Promise<LedgerImported> {
    const { preview, ...how } = ask;
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([sha256, how]))
      .digest('hex');
    const table = await chosenTable(file.bytes, ask);
    const stored = await this.db.transaction(async (tx) => {
      // Two confirmations at once: the second waits here and then finds the first one's rows.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('ledger', 0))`);
      const known = await this.records.known(tx, actor, fingerprint);
      if (known !== null) return { id: known, alreadyImported: true };
      const plan = await this.planner.plan(tx, actor, table, ask);
      if (plan.fingerprint !== preview) {
        throw new DomainError('conflict', 'ledger.changed', '预览之后任务或单位有变动，没有导入。请重新检查后再确认。');
      }
      const rows = this.wanted(plan.rows, ask);
      const id = await this.store.store(tx, actor, { ...file, sha256, fingerprint }, ask, rows);
      await this.mappings.remember(tx, actor, plan.heads, ask);
      return { id, alreadyImported: false };
    });
    return { ...(await this.records.get(actor, stored.id)), alreadyImported: stored.alreadyImported };
  }

  private wanted(rows: readonly PlannedRow[], { sheet, skipErrors }: ConfirmLedger): PlannedRow[] {
    const faulty = rows.filter(({ fate }) => fate === 'error');
    if (faulty.length > 0 && !skipErrors) {
      const message = `台账中有 ${faulty.length} 行有误，没有导入任何内容。请改正，或选择跳过有误的行。`;
      const errors = faulty.flatMap(({ row, issues }) =>
        issues
          .filter(({ level }) => level === 'error')
          .map(({ column, message: said }) => ({ sheet, row, field: column, message: said })),
      );
      throw new DomainError('invalid', 'ledger.has-errors', message, errors);
    }
    const wanted = rows.filter(({ fate }) => fate === 'create');
    if (wanted.length > 0) return wanted;
    const message = '没有可以导入的任务：各行或有误，或与已有任务重复。';
    throw new DomainError('invalid', 'ledger.nothing-new', message);
  }

  private async describe(actor: Actor, table: LedgerTable, fileName: string, names: UnitNames): Promise<LedgerSheet> {
    const heads = table.columns.map(({ head }) => head);
    const cells = table.columns.map(({ at }) =>
      table.rows
        .slice(0, LOOKED_AT)
        .map((row) => row.cells[at] ?? '')
        .filter((cell) => cell !== ''),
    );
    const mostly = (list: readonly string[], fits: (cell: string) => boolean) =>
      list.length > 0 && list.filter(fits).length >= list.length * 0.6;
    const looks = cells.map((list) => ({
      days: mostly(list, saysWhen),
      units: mostly(list, (cell) => cell.split(/[、，,\s]+/).some((name) => names.find(name) !== null)),
    }));
    const remembered = await this.mappings.recall(actor, heads);
    const fields = remembered?.fields ?? guessFields(heads, looks);
    const year = [table.title, table.sheet, fileName].join(' ').match(/(?<!\d)20\d\d(?!\d)/)?.[0];
    return {
      ...{ name: table.sheet, title: table.title, headRow: table.headRow, hiddenRows: table.hiddenRows },
      rows: table.rows.length,
      columns: table.columns.map(({ at, head }, place) => ({
        ...{ letter: letterOf(at), head, field: fields[place] ?? null },
        samples: cells[place].slice(0, SAMPLES).map((cell) => cell.slice(0, LONGEST_SAMPLE)),
      })),
      year: Number(year ?? this.clock.today().slice(0, 4)),
      rememberedAt: remembered?.updatedAt.toISOString() ?? null,
      units: remembered?.units ?? [],
    };
  }
}

/** What the spreadsheet calls a column, counted from 0: A … Z, AA … */
function letterOf(at: number): string {
  if (at >= MOST_COLUMNS) throw new Error(`column ${at} is never read`);
  const first = Math.floor(at / 26);
  return (first > 0 ? String.fromCharCode(64 + first) : '') + String.fromCharCode(65 + (at % 26));
}

function rowView(row: PlannedRow): LedgerRowView {
  const { leadUnit, supportingUnits, assignee, leader, narrative } = row;
  return {
    ...{ row: row.row, title: row.title, dueOn: row.dueOn, status: row.status, progress: row.progress },
    leadUnitName: leadUnit?.name ?? null,
    supportingUnitNames: supportingUnits.map(({ name }) => name),
    assigneeName: assignee?.name ?? null,
    leaderName: leader?.name ?? null,
    hasNarrative: narrative !== null,
    ...{ fate: row.fate, duplicateOf: row.duplicateOf, issues: row.issues },
  };
}
