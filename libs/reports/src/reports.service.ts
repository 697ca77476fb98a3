import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { UnitDirectory } from '#organisation/unit-directory';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record, type Deed } from '#platform/history';
import { StoredFiles } from '#platform/files/stored-files';
import { Anchor } from './anchor.entity';
import { ReportItem } from './report-item.entity';
import { Editions, refuseReplaced } from './editions/editions.service';
import { listReports, reportSummary } from './report-list';
import type { ChangeReport, ListReports } from './report.dto';
import { Report } from './report.entity';
import type { ReportPage, ReportSummary } from './report.view';
import { SourceDocument } from './source-document.entity';

export const unknownReport = () => new DomainError('unknown', 'report.unknown', '没有找到这份报告，或您无权查看。');

@Injectable()
export class ReportsService {
  constructor(
    private readonly db: DataSource,
    private readonly files: StoredFiles,
    private readonly units: UnitDirectory,
    private readonly editions: Editions,
  ) {}

  async list(actor: Actor, ask: ListReports): Promise<ReportPage> {
    const subtree = ask.unitId === undefined ? undefined : await this.units.subtree(ask.unitId);
    return listReports(this.db.manager, actor.unitsFor('report.read'), ask, subtree);
  }

  /** Corrects the title or the reporting unit. Items whose owner was only taken from the report follow the unit. */
  async change(actor: Actor, id: string, ask: ChangeReport): Promise<ReportSummary> {
    return this.db.transaction(async (tx) => {
      const report = await tx.findOne(Report, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!report || !actor.covers('report.review', report.unitId)) throw unknownReport();
      await refuseReplaced(tx, id);
      if (report.version !== ask.version) throw changedMeanwhile('report', '这份报告');
      if (ask.unitId !== undefined && !actor.covers('report.review', ask.unitId)) {
        throw new DomainError('unknown', 'unit.unknown', '没有找到所选的报告单位，或您无权为它审核报告。');
      }
      const before = { title: report.title, unit: report.unitId };
      report.title = ask.title ?? report.title;
      report.unitId = ask.unitId ?? report.unitId;
      await tx.save(report);
      if (report.unitId !== before.unit) {
        const followers = { reportId: id, status: 'proposed', unitBasis: 'issuer' } as const;
        await tx.update(ReportItem, followers, { unitId: report.unitId });
      }
      const changes = changesBetween(before, { title: report.title, unit: report.unitId });
      await record(tx, actor, { subject: 'report', subjectId: id, action: 'change', changes });
      return (await reportSummary(tx, actor.unitsFor('report.read'), id)) as ReportSummary;
    });
  }

  /**
   * Says of a report that may be a corrected version of another one whether it is. Throws report.no-doubt when that was said already,
   * report.replaced when the other one has another corrected version meanwhile.
   */
  async settle(actor: Actor, id: string, corrected: boolean): Promise<ReportSummary> {
    return this.db.transaction(async (tx) => {
      const report = await tx.findOne(Report, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!report || !actor.covers('report.review', report.unitId)) throw unknownReport();
      if (report.maybeReplacesId === null) {
        const message = '这份报告是否为更正稿已经确定，请刷新页面查看。';
        throw new DomainError('conflict', 'report.no-doubt', message);
      }
      const deed: Deed = { subject: 'report', subjectId: id, action: 'stand-alone' };
      if (!corrected) await tx.update(Report, id, { maybeReplacesId: null });
      await record(tx, actor, corrected ? await this.editions.replace(tx, report, report.maybeReplacesId) : deed);
      return (await reportSummary(tx, actor.unitsFor('report.read'), id)) as ReportSummary;
    });
  }

  /**
   * Removes a report that nothing was accepted from, and its file with the last of its reports. A corrected version first gives what it
   * took over back to the former edition. Throws report.in-use, report.replaced or report.decided.
   */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const report = await tx.findOne(Report, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!report || !actor.covers('report.review', report.unitId)) throw unknownReport();
      await refuseReplaced(tx, id);
      if (report.replacesId !== null) await this.editions.release(tx, report);
      if (await tx.existsBy(Anchor, { reportId: id })) {
        const message = '已有任务或问题出自这份报告，不能删除。请先在审核台撤回已接受的事项。';
        throw new DomainError('conflict', 'report.in-use', message);
      }
      await record(tx, actor, { subject: 'report', subjectId: id, action: 'remove', reason: report.title });
      await tx.delete(Report, id);
      if (await tx.existsBy(Report, { documentId: report.documentId })) return;
      const { sha256 } = await tx.findOneByOrFail(SourceDocument, { id: report.documentId });
      await tx.delete(SourceDocument, report.documentId);
      await this.files.release(tx, sha256);
    });
  }
}
