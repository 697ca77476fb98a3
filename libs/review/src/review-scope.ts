import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { PeopleDirectory } from '#organisation/people-directory';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { refuseReplaced } from '#reports/editions/editions.service';
import { ReportItem } from '#reports/report-item.entity';
import { Report } from '#reports/report.entity';
import { unknownReport } from '#reports/reports.service';

const unknownItem = () =>
  new DomainError('unknown', 'report-item.unknown', '没有找到这条事项，它可能已被拆分或合并，请刷新。');

/** What a person may decide about on the review desk. Everything here locks what it loads. */
@Injectable()
export class ReviewScope {
  constructor(private readonly people: PeopleDirectory) {}

  /** The report, when `actor` may review it. Throws report.unknown, report.replaced or report.doubtful. */
  async report(tx: EntityManager, actor: Actor, id: string): Promise<Report> {
    const report = await tx.findOne(Report, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!report || !actor.covers('report.review', report.unitId)) throw unknownReport();
    await refuseReplaced(tx, id);
    if (report.maybeReplacesId !== null) {
      const message = '请先确定这份报告是另一份报告的更正稿，还是一份独立的报告，再审核其中的事项。';
      throw new DomainError('conflict', 'report.doubtful', message);
    }
    return report;
  }

  /** One undecided item and its report. Throws report-item.unknown or report-item.decided. */
  async item(tx: EntityManager, actor: Actor, id: string): Promise<{ item: ReportItem; report: Report }> {
    const found = await tx.findOneBy(ReportItem, { id });
    if (!found) throw unknownItem();
    const report = await this.report(tx, actor, found.reportId);
    const [item] = await this.items(tx, actor, report.id, [id], 'proposed');
    return { item, report };
  }

  /** Items of one report in the order of the text. Throws report-item.unknown or report-item.decided. */
  async items(
    tx: EntityManager,
    actor: Actor,
    reportId: string,
    ids: string[],
    expected: 'proposed' | 'decided',
  ): Promise<ReportItem[]> {
    await this.report(tx, actor, reportId);
    const items = await tx.find(ReportItem, {
      where: { reportId, id: In(ids) },
      order: { startOffset: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (items.length !== new Set(ids).size) throw unknownItem();
    const other = items.filter(({ status }) => (status === 'proposed') !== (expected === 'proposed'));
    if (other.length > 0) {
      const message = `所选事项中有 ${other.length} 条刚刚被处理过（如“${other[0].title.slice(0, 20)}”），请刷新后再操作。`;
      throw new DomainError('conflict', 'report-item.decided', message);
    }
    return items;
  }

  /** Throws unit.unknown or person.not-assignable. */
  async checkOwner(actor: Actor, owner: { unitId?: string; assigneeId?: string | null }): Promise<void> {
    if (owner.unitId !== undefined && !actor.covers('report.review', owner.unitId)) {
      throw new DomainError('unknown', 'unit.unknown', '没有找到所选的牵头单位，或它不在您的管理范围内。');
    }
    if (owner.unitId && owner.assigneeId && !(await this.people.isAssignable(owner.assigneeId, owner.unitId))) {
      throw new DomainError('invalid', 'person.not-assignable', '所选责任人不在牵头单位，或已停用，请重新选择。');
    }
  }

  /** Throws report-item.changed when the item is no longer the one that was seen. */
  checkVersion(item: ReportItem, seen: number): void {
    if (item.version !== seen) throw changedMeanwhile('report-item', '这条事项');
  }
}
