import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { DomainError } from '#platform/domain-error';
import { changesBetween, record } from '#platform/history';
import { cut, join, passage } from '#reports/item-pieces';
import { ReportItem } from '#reports/report-item.entity';
import { reportSummary } from '#reports/report-list';
import { Report } from '#reports/report.entity';
import { unknownReport } from '#reports/reports.service';
import { SourceDocument } from '#reports/source-document.entity';
import { itemViews } from './desk';
import { overrule } from './overrule';
import { ReviewScope } from './review-scope';
import type { ChangeItem, CutItem, JoinItems, MarkItem, OwnerOfItems } from './review.dto';
import type { DecidedItems, MergedItem, ReportDetail, ReportItemView, SplitItem } from './review.view';
import { asMade, setByPerson, whole } from './undo/item-trace';
import { noteStep, revisionsOf } from './undo/review-steps';

/** The review desk 审核台: the report beside what was read from it, and the work on items before they are decided. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly db: DataSource,
    private readonly scope: ReviewScope,
  ) {}

  /** Throws report.unknown, also when it is out of the actor's sight. */
  async desk(actor: Actor, id: string): Promise<ReportDetail> {
    const summary = await reportSummary(this.db.manager, actor.unitsFor('report.read'), id);
    if (!summary) throw unknownReport();
    const report = await this.db.manager.findOneByOrFail(Report, { id });
    const { warnings, characters } = await this.db.manager.findOneByOrFail(SourceDocument, { id: report.documentId });
    return {
      ...summary,
      text: report.text,
      sections: report.sections,
      items: await itemViews(this.db.manager, id),
      warnings,
      mayReview: summary.later === null && summary.doubt === null && actor.covers('report.review', report.unitId),
      maySettle: summary.doubt !== null && actor.covers('report.review', report.unitId),
      documentStart: report.startOffset,
      documentLength: characters,
    };
  }

  change(actor: Actor, id: string, ask: ChangeItem): Promise<ReportItemView> {
    return this.db.transaction(async (tx) => {
      const { item } = await this.scope.item(tx, actor, id);
      this.scope.checkVersion(item, ask.version);
      const before = facts(item);
      const former = setByPerson(item);
      if (ask.unitId !== undefined && ask.unitId !== item.unitId) {
        Object.assign(item, { unitId: ask.unitId, unitBasis: 'person', assigneeId: null });
      }
      if (ask.assigneeId !== undefined) item.assigneeId = ask.assigneeId;
      if (ask.dueOn !== undefined && ask.dueOn !== item.dueOn) {
        Object.assign(item, { dueOn: ask.dueOn, dueBasis: 'person' });
      }
      item.title = ask.title ?? item.title;
      item.kind = ask.kind ?? item.kind;
      await this.scope.checkOwner(actor, item);
      await tx.save(item);
      await noteStep(tx, actor, { action: 'change', items: [item], before: [former], after: [asMade(item)] });
      const changes = changesBetween(before, facts(item));
      await record(tx, actor, { subject: 'report-item', subjectId: id, action: 'change', changes });
      return only(await itemViews(tx, item.reportId, [id]));
    });
  }

  /** Sets unit, person or deadline of many before they are decided. Throws report-item.decided when one was meanwhile. */
  changeMany(actor: Actor, reportId: string, ask: OwnerOfItems): Promise<DecidedItems> {
    return this.db.transaction(async (tx) => {
      const items = await this.scope.items(tx, actor, reportId, ask.itemIds, 'proposed');
      await this.scope.checkOwner(actor, ask);
      const before = items.map((item) => ({ facts: facts(item), trace: setByPerson(item) }));
      for (const item of items) {
        overrule(item, ask);
        await this.scope.checkOwner(actor, item);
      }
      await tx.save(items, { chunk: 200 });
      const traces = before.map(({ trace }) => trace);
      await noteStep(tx, actor, { action: 'change', items, before: traces, after: items.map(asMade) });
      const deeds = items.map((item, index) => {
        const changes = changesBetween(before[index].facts, facts(item));
        return { subject: 'report-item' as const, subjectId: item.id, action: 'change', changes };
      });
      await record(tx, actor, ...deeds.filter(({ changes }) => changes.length > 0));
      return { items: await itemViews(tx, reportId, ask.itemIds) };
    });
  }

  /** Adds a passage that the reading missed. Throws report-item.span or report-item.overlap. */
  mark(actor: Actor, reportId: string, ask: MarkItem): Promise<ReportItemView> {
    return this.db.transaction(async (tx) => {
      const report = await this.scope.report(tx, actor, reportId);
      const raw = report.text.slice(ask.start, ask.end);
      const start = ask.start + raw.length - raw.trimStart().length;
      const text = raw.trim();
      if (ask.end > report.text.length || text.length === 0) {
        throw new DomainError('invalid', 'report-item.span', '所选文字不在报告之内或为空，请重新选择。');
      }
      const end = start + text.length;
      await this.refuseOverlap(tx, reportId, ask.kind, start, end);
      const item = await tx.save(ReportItem, {
        reportId,
        key: `m${start}`,
        kind: ask.kind,
        ...passage(report, start, end),
        confidence: 1,
        why: ['marked-by-hand'],
        unitId: report.unitId,
        unitBasis: 'issuer' as const,
      });
      await noteStep(tx, actor, { action: 'mark', items: [item], before: [], after: [asMade(item)] });
      await record(tx, actor, { subject: 'report-item', subjectId: item.id, action: 'mark' });
      return only(await itemViews(tx, reportId, [item.id]));
    });
  }

  split(actor: Actor, id: string, ask: CutItem): Promise<SplitItem> {
    return this.db.transaction(async (tx) => {
      const { item, report } = await this.scope.item(tx, actor, id);
      const pieces = cut(item, report.text, ask.at);
      const { id: removedId, version: _version, ...kept } = item;
      const before = [whole(item)];
      const revisions = await revisionsOf(tx, [item]);
      await tx.delete(ReportItem, id);
      const made = await tx.save(
        ReportItem,
        pieces.map((piece, index) => ({ ...kept, ...piece, key: index === 0 ? item.key : `${item.key}.${index + 1}` })),
      );
      await noteStep(tx, actor, { action: 'split', items: [item], before, after: made.map(asMade), revisions });
      const { unitId } = report;
      await record(tx, actor, { subject: 'report-item', subjectId: id, action: 'split', reason: item.title, unitId });
      const ids = made.map((one) => one.id);
      return { removedId, items: await itemViews(tx, item.reportId, ids) };
    });
  }

  /** Joins neighbours of one kind. Throws report-item.kinds-differ or report-item.not-neighbours. */
  merge(actor: Actor, reportId: string, ask: JoinItems): Promise<MergedItem> {
    return this.db.transaction(async (tx) => {
      const report = await this.scope.report(tx, actor, reportId);
      const items = await this.scope.items(tx, actor, reportId, ask.itemIds, 'proposed');
      const [first] = items;
      if (items.some(({ kind }) => kind !== first.kind)) {
        throw new DomainError('invalid', 'report-item.kinds-differ', '只能合并同一类的事项，请先把它们改为同一类。');
      }
      const piece = join(items, report.text);
      const removedIds = items.map(({ id }) => id);
      const between = await tx.query<{ title: string }[]>(
        `SELECT title FROM report_item WHERE report_id = $1 AND NOT (id = ANY($2::uuid[])) AND kind = $5
         AND status <> 'rejected' AND start_offset < $4 AND end_offset > $3 LIMIT 1`,
        [reportId, removedIds, piece.startOffset, piece.endOffset, first.kind],
      );
      if (between.length > 0) {
        const message = `所选事项之间还有“${between[0].title.slice(0, 20)}”，只能合并相邻的事项。`;
        throw new DomainError('invalid', 'report-item.not-neighbours', message);
      }
      const { id: _id, version: _version, ...kept } = first;
      const before = items.map(whole);
      const revisions = await revisionsOf(tx, items);
      await tx.delete(ReportItem, removedIds);
      const relatedKeys = [...new Set(items.flatMap((item) => item.relatedKeys))];
      const similarity = Object.fromEntries(
        relatedKeys.map((key) => [key, Math.max(...items.map((item) => item.similarity[key] ?? 0))]),
      );
      const made = await tx.save(ReportItem, { ...kept, ...piece, relatedKeys, similarity });
      await noteStep(tx, actor, { action: 'merge', items, before, after: [asMade(made)], revisions });
      await record(tx, actor, { subject: 'report-item', subjectId: made.id, action: 'merge', reason: first.title });
      return { removedIds, item: only(await itemViews(tx, reportId, [made.id])) };
    });
  }

  private async refuseOverlap(tx: EntityManager, reportId: string, kind: string, start: number, end: number) {
    const overlapping = await tx.query<{ title: string }[]>(
      `SELECT title FROM report_item WHERE report_id = $1 AND kind = $2 AND status <> 'rejected'
       AND start_offset < $4 AND end_offset > $3 LIMIT 1`,
      [reportId, kind, start, end],
    );
    if (overlapping.length > 0) {
      const message = `所选文字与已有事项“${overlapping[0].title.slice(0, 20)}”重叠，请先拆分或驳回那一条。`;
      throw new DomainError('conflict', 'report-item.overlap', message);
    }
  }
}

function only<T>(rows: T[]): T {
  if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}`);
  return rows[0];
}

const facts = ({ title, kind, dueOn, unitId, assigneeId }: ReportItem) => ({
  title,
  kind,
  dueOn,
  unit: unitId,
  assignee: assigneeId,
});
