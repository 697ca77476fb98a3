import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { reportedPeriodOf } from '#calendar/period';
import type { Actor } from '#organisation/actor';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { ComposingService } from './composing.service';
import { titleOf } from './composing/compose';
import { NO_EDITS } from './composing/shown';
import { figureRows } from './figure-rows';
import { snapshotLines } from './issuing/snapshot';
import { summaryAsWord } from './issuing/word';
import { summaryDetail } from './summary-detail';
import { listSummaries } from './summary-list';
import { readSummary, refuseWriter } from './summary-sight';
import type { CreateSummary, ListFigureRows, ListSummaries } from './summary.dto';
import { Summary } from './summary.entity';
import type { FigureRowPage, SummaryDetail, SummaryPage } from './summary.view';

/** A file to be kept, as it is made. */
export interface SummaryFile {
  fileName: string;
  mediaType: string;
  content: Readable;
}

/** Who has a draft made: a person, or the schedule. */
export type Drafter = { personId: string | null; name: string };

/** Progress reports 进展报告: found, read, drafted, and given out as files. */
@Injectable()
export class SummariesService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly composing: ComposingService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, ask: ListSummaries): Promise<SummaryPage> {
    const subtree = ask.unitId === undefined ? undefined : await this.units.subtree(ask.unitId);
    return listSummaries(this.db.manager, actor, ask, subtree);
  }

  /** Throws summary.unknown. */
  async get(actor: Actor, id: string): Promise<SummaryDetail> {
    return summaryDetail(this.db.manager, actor, await readSummary(this.db.manager, actor, id));
  }

  /** Throws unit.unknown, summary.forbidden, summary.early, summary.exists. */
  async create(actor: Actor, ask: CreateSummary): Promise<SummaryDetail> {
    if (!actor.covers('task.read', ask.unitId)) {
      throw new DomainError('unknown', 'unit.unknown', '没有找到这个单位，或您无权为它编写报告。');
    }
    refuseWriter(actor, ask.unitId);
    const period = reportedPeriodOf(ask.day, ask.period);
    if (period.start > this.clock.today()) {
      throw new DomainError('invalid', 'summary.early', `${period.label}还没有开始，请选择已经开始的报告期。`);
    }
    const id = await this.draft(actor, ask);
    if (id === null) {
      const message = `${period.label}的进展报告已经有了，请在报告列表里打开；已签发的不能重写，更正请写入下一期。`;
      throw new DomainError('conflict', 'summary.exists', message);
    }
    return this.get(actor, id);
  }

  /** Null when the unit has a report for the period: the row decides, so that drafting twice is harmless. */
  draft(doer: Drafter, { unitId, period: kind, day }: CreateSummary): Promise<string | null> {
    return this.composing.transaction(async (tx) => {
      const { start, end, label } = reportedPeriodOf(day, kind);
      const id = randomUUID();
      if (!(await this.reserve(tx, { id, unitId, kind, start, end }))) return null;
      const period = { id, unitId, periodKind: kind, periodStart: start, periodEnd: end, label };
      const composed = await this.composing.compose(tx, period);
      const title = titleOf(composed.composition.unitName, label);
      // The first version is the one that is shown first.
      await tx.update(Summary, { id }, { ...composed, title, createdById: doer.personId, version: 1 });
      await record(tx, doer, {
        ...{ subject: 'summary' as const, subjectId: id, action: 'create', reason: title, version: 1, unitId },
      });
      return id;
    });
  }

  /** Throws summary.unknown, summary.figure. */
  async figureRows(actor: Actor, id: string, key: string, ask: ListFigureRows): Promise<FigureRowPage> {
    return figureRows(this.db.manager, await readSummary(this.db.manager, actor, id), key, ask);
  }

  /** The report in the layout of GB/T 9704. Throws summary.unknown. */
  async word(actor: Actor, id: string): Promise<SummaryFile> {
    const summary = await readSummary(this.db.manager, actor, id);
    const file = await this.db.transaction('REPEATABLE READ', (tx) => summaryAsWord(tx, summary));
    return {
      fileName: `${summary.title}${summary.status === 'draft' ? '（草稿）' : ''}.docx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      content: Readable.from([file]),
    };
  }

  /** The very bytes whose SHA-256 an issued report names. Throws summary.unknown, summary.not-issued. */
  async snapshot(actor: Actor, id: string): Promise<SummaryFile> {
    const summary = await readSummary(this.db.manager, actor, id);
    if (summary.status === 'draft') {
      throw new DomainError('conflict', 'summary.not-issued', '报告还没有签发，签发时才固定数据。');
    }
    return {
      fileName: `${summary.title}（固定数据）.ndjson`,
      mediaType: 'application/x-ndjson',
      content: Readable.from(snapshotLines(this.db.manager, summary)),
    };
  }

  private async reserve(
    tx: EntityManager,
    { id, unitId, kind, start, end }: { id: string; unitId: string; kind: string; start: string; end: string },
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO summary (id, unit_id, period_kind, period_start, period_end, title, composition, fingerprint, composed_at,
         edits, created_at)
       VALUES ($1, $2, $3, $4, $5, '', '{}', '', $6, $7, $6)
       ON CONFLICT (unit_id, period_kind, period_start) DO NOTHING RETURNING id`,
      [id, unitId, kind, start, end, this.clock.now(), JSON.stringify(NO_EDITS)],
    );
    return rows.length > 0;
  }
}
