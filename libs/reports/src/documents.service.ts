import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DocumentError, type ReadDocument } from '#documents/document.types';
import { readDocumentIsolated } from '#documents/read-isolated';
import { extract } from '#extraction/extract';
import type { ExtractedReport } from '#extraction/extraction.types';
import type { Actor } from '#organisation/actor';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock, type Day } from '#platform/clock';
import { DomainError, type Refusal } from '#platform/domain-error';
import { record, type Deed } from '#platform/history';
import { Editions } from './editions/editions.service';
import { StoredFiles } from '#platform/files/stored-files';
import { recognise, suggestOwner, type UnitFinder } from './owner-suggestion';
import { ReportItem } from './report-item.entity';
import { reportsOfDocument } from './report-list';
import { Report } from './report.entity';
import type { ImportResult } from './report.view';
import { SourceDocument } from './source-document.entity';

export interface ImportRequest {
  fileName: string;
  bytes: Buffer;
  /** The reporting unit; recognised from the report when left out. */
  unitId?: string;
  /** The day the report arrived; today when left out. */
  receivedOn?: Day;
}

const REFUSALS: Record<DocumentError['code'], Refusal> = {
  'document.empty': 'invalid',
  'document.too-large': 'too-large',
  'document.unsupported': 'unsupported',
  'document.damaged': 'invalid',
  'document.too-complex': 'invalid',
  'document.encoding-unknown': 'invalid',
  'document.protected': 'invalid',
  'document.scanned': 'invalid',
  'document.no-text': 'invalid',
};

/** Imports files: reads them, finds their reports and items, and keeps the original byte for byte. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
    private readonly editions: Editions,
  ) {}

  /**
   * Imports one file as `actor`. The same bytes are recognised and not stored twice.
   * Throws document.* when the file cannot be read, unit.unknown when the unit is not the actor's; then nothing is stored.
   */
  async import(actor: Actor, request: ImportRequest): Promise<ImportResult> {
    const own = actor.unitsFor('report.import');
    const home = actor.homeFor('report.import');
    if (home === undefined) throw new DomainError('forbidden', 'session.not-permitted', '您没有导入报告的权限。');
    if (request.unitId !== undefined && !own.includes(request.unitId)) {
      throw new DomainError('unknown', 'unit.unknown', '没有找到所选的报告单位，或您无权为它导入报告。');
    }
    const sha256 = createHash('sha256').update(request.bytes).digest('hex');
    const known = await this.known(this.db.manager, actor, sha256);
    if (known) return known;

    const source = await this.read(request);
    const receivedOn = request.receivedOn ?? this.clock.today();
    const find = await this.units.finder(own);
    const names = (await this.units.all()).flatMap((unit) => [unit.name, unit.shortName ?? '', ...unit.aliases]);
    const found = extract(source, { receivedOn, organisation: { units: names.filter(Boolean) } });

    return this.db.transaction(async (tx) => {
      // Two uploads of the same file at once: the second waits here and then finds the first one's rows.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [sha256]);
      const meanwhile = await this.known(tx, actor, sha256);
      if (meanwhile) return meanwhile;
      await this.files.keep(tx, {
        sha256,
        size: request.bytes.length,
        read: (from, to) => request.bytes.subarray(from, to),
      });
      const document = await tx.save(SourceDocument, {
        sha256,
        fileName: request.fileName,
        format: source.format,
        characters: source.text.length,
        receivedOn,
        warnings: found.warnings,
        importedById: actor.personId,
      });
      const stored: Report[] = [];
      for (const [index, report] of found.reports.entries()) {
        const unitId = request.unitId ?? reportingUnit(report, find) ?? home;
        stored.push(await this.store(tx, document.id, index + 1, report, source.text, unitId, find));
      }
      // In the order of the units: two files at once never wait for each other in a circle.
      const deeds: Deed[] = [];
      for (const report of stored.toSorted((a, b) => a.unitId.localeCompare(b.unitId) || a.ordinal - b.ordinal)) {
        deeds.push(...(await this.editions.recognise(tx, actor, report)));
      }
      deeds.unshift({ subject: 'document', subjectId: document.id, action: 'import', reason: request.fileName });
      await record(tx, actor, ...deeds);
      return this.result(tx, actor, document, request.bytes.length, false);
    });
  }

  /** The original file. Throws document.unknown unless all reports in it are the actor's to read. */
  async original(actor: Actor, id: string): Promise<{ fileName: string; size: number; content: Readable }> {
    const [row] = await this.db.query<{ fileName: string; sha256: string; size: number }[]>(
      `SELECT d.file_name AS "fileName", d.sha256, f.size::float AS size
       FROM source_document d JOIN stored_file f ON f.sha256 = d.sha256
       WHERE d.id = $1 AND (SELECT bool_and(r.unit_id = ANY($2)) FROM report r WHERE r.document_id = d.id)`,
      [id, actor.unitsFor('report.read')],
    );
    if (!row) throw new DomainError('unknown', 'document.unknown', '没有找到这份文件，或您无权查看。');
    return { fileName: row.fileName, size: row.size, content: this.files.read(row.sha256) };
  }

  private async read(request: ImportRequest): Promise<ReadDocument> {
    try {
      return await readDocumentIsolated(request.bytes, { fileName: request.fileName });
    } catch (error) {
      if (error instanceof DocumentError) throw new DomainError(REFUSALS[error.code], error.code, error.message);
      throw error;
    }
  }

  private async known(db: EntityManager, actor: Actor, sha256: string): Promise<ImportResult | null> {
    const document = await db.findOne(SourceDocument, { where: { sha256 }, relations: { file: true } });
    if (!document) return null;
    const readable = await db.exists(Report, {
      where: actor.unitsFor('report.read').map((unitId) => ({ documentId: document.id, unitId })),
    });
    if (!readable) {
      throw new DomainError('conflict', 'document.known-elsewhere', '这份文件已由其他单位导入，请与其督办员联系。');
    }
    return this.result(db, actor, document, document.file?.size ?? 0, true);
  }

  private async result(
    db: EntityManager,
    actor: Actor,
    document: SourceDocument,
    size: number,
    alreadyImported: boolean,
  ): Promise<ImportResult> {
    const { id, fileName, format, sha256, characters } = document;
    return {
      document: { id, fileName, format, sha256, size, characters },
      alreadyImported,
      reports: await reportsOfDocument(db, actor.unitsFor('report.read'), id),
      warnings: document.warnings,
    };
  }

  private async store(
    tx: EntityManager,
    documentId: string,
    ordinal: number,
    report: ExtractedReport,
    text: string,
    unitId: string,
    find: UnitFinder,
  ): Promise<Report> {
    const inside = <T extends { start: number; end: number }>(span: T): T => ({
      ...span,
      start: span.start - report.start,
      end: span.end - report.start,
    });
    const stored = await tx.save(Report, {
      documentId,
      ordinal,
      title: report.title,
      issuer: report.issuer,
      unitId,
      periodLabel: report.period?.label ?? null,
      periodStart: report.period?.start ?? null,
      periodEnd: report.period?.end ?? null,
      planYear: report.planYear,
      text: text.slice(report.start, report.end),
      startOffset: report.start,
      sections: report.sections.map(({ id, path, kind, start, end }) => inside({ id, path, kind, start, end })),
    });
    const paths = new Map(report.sections.map((section) => [section.id, section.path]));
    const items = report.items.map((item) => {
      const units = recognise(item.units, find);
      return {
        reportId: stored.id,
        key: item.id,
        kind: item.kind,
        ordinal: item.ordinal,
        title: item.title,
        text: item.text,
        startOffset: item.start - report.start,
        endOffset: item.end - report.start,
        sectionKey: item.sectionId,
        sectionPath: paths.get(item.sectionId) ?? [],
        groupPath: item.group,
        measures: item.measures.map(inside),
        deadlines: item.deadlines.map(inside),
        dueOn: item.dueOn,
        dueBasis: item.dueBasis,
        recurrence: item.recurrence,
        units,
        targets: item.targets,
        relatedKeys: item.relatedProblems,
        similarity: item.similarity,
        confidence: item.confidence,
        why: item.why,
        ...suggestOwner(units, unitId),
      };
    });
    for (let from = 0; from < items.length; from += 500) await tx.insert(ReportItem, items.slice(from, from + 500));
    return stored;
  }
}

/** The unit whose report it is, by its issuer or by a name in its title. */
function reportingUnit({ issuer, title }: ExtractedReport, find: UnitFinder): string | null {
  return (issuer === null ? null : find(issuer)) ?? find(title);
}
