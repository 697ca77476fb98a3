import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { record } from '#platform/history';
import { Cause } from '#rectification/cause.entity';
import { ProblemsService } from '#rectification/problems.service';
import { Anchor } from '#reports/anchor.entity';
import { ReportItem } from '#reports/report-item.entity';
import { addSupport } from '#tasks/responsibility/support-store';
import { TaskDraftsService } from '#tasks/task-drafts.service';
import { itemViews } from './desk';
import { overrule } from './overrule';
import { ReviewScope } from './review-scope';
import type { AcceptItems, ChosenItems, RejectItems } from './review.dto';
import type { AcceptedItems, DecidedItems } from './review.view';
import { setByPerson } from './undo/item-trace';
import { noteStep } from './undo/review-steps';

/** Decisions about items: accepting makes tasks, problems and causes, each with an anchor to its sentence. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly db: DataSource,
    private readonly scope: ReviewScope,
    private readonly tasks: TaskDraftsService,
    private readonly problems: ProblemsService,
  ) {}

  /** All of them in one transaction. Throws report-item.decided when one was decided about meanwhile. */
  accept(actor: Actor, reportId: string, ask: AcceptItems): Promise<AcceptedItems> {
    return this.db.transaction(async (tx) => {
      const items = await this.scope.items(tx, actor, reportId, ask.itemIds, 'proposed');
      await this.scope.checkOwner(actor, ask);
      const before = items.map(setByPerson);
      for (const item of items) {
        item.status = 'accepted';
        overrule(item, ask);
        await this.scope.checkOwner(actor, item);
      }
      await tx.save(items, { chunk: 200 });
      await noteStep(tx, actor, { action: 'accept', items, before, after: items.map(decision) });
      const anchors = await tx.save(Anchor, items.map(anchorOf), { chunk: 200 });
      const anchorIds = new Map(anchors.map((anchor) => [anchor.itemId, anchor.id]));
      const anchorId = (item: ReportItem) => anchorIds.get(item.id) ?? null;

      const steps = items.filter(({ kind }) => kind === 'next_step' || kind === 'pledge');
      const tasks = await this.tasks.draft(
        tx,
        actor,
        steps.map((item) => ({ ...content(item), leadUnitId: item.unitId, anchorId: anchorId(item) })),
      );
      await addSupport(
        tx,
        steps.flatMap((item, index) =>
          supportersOf(item).map((unitId) => ({ taskId: tasks[index].id, unitId, duty: '' })),
        ),
      );
      const shortcomings = items.filter(({ kind }) => kind === 'problem');
      const problems = await this.problems.open(
        tx,
        actor,
        shortcomings.map((item) => ({
          title: item.title,
          text: item.text,
          unitId: item.unitId,
          anchorId: anchorId(item),
        })),
      );
      const causes = items.filter(({ kind }) => kind === 'cause');
      for (const item of causes) {
        await tx.insert(Cause, { text: item.text, unitId: item.unitId, anchorId: anchorIds.get(item.id) });
      }
      await this.linkMeasures(tx, reportId);
      await this.remember(tx, actor, items, 'accept');
      const views = await itemViews(tx, reportId, ask.itemIds);
      return { items: views, tasks: tasks.length, problems: problems.length };
    });
  }

  reject(actor: Actor, reportId: string, ask: RejectItems): Promise<DecidedItems> {
    return this.db.transaction(async (tx) => {
      const items = await this.scope.items(tx, actor, reportId, ask.itemIds, 'proposed');
      const before = items.map(({ id }) => ({ id }));
      for (const item of items) {
        item.status = 'rejected';
        item.rejectReason = ask.reason;
      }
      await tx.save(items, { chunk: 200 });
      await noteStep(tx, actor, { action: 'reject', items, before, after: items.map(decision) });
      await this.remember(tx, actor, items, 'reject', ask.reason);
      return { items: await itemViews(tx, reportId, ask.itemIds) };
    });
  }

  /** Undoes a decision: what was rejected or accepted is a proposal again. Throws report-item.task-under-way. */
  restore(actor: Actor, reportId: string, ask: ChosenItems): Promise<DecidedItems> {
    return this.db.transaction(async (tx) => {
      const items = await this.takeBack(tx, actor, reportId, ask.itemIds);
      await this.remember(tx, actor, items, 'restore');
      return { items: await itemViews(tx, reportId, ask.itemIds) };
    });
  }

  /** Makes decided items proposals again, in a transaction that records it. Throws report-item.task-under-way. */
  async takeBack(tx: EntityManager, actor: Actor, reportId: string, itemIds: string[]): Promise<ReportItem[]> {
    const items = await this.scope.items(tx, actor, reportId, itemIds, 'decided');
    const views = await itemViews(tx, reportId, itemIds);
    const problemIds = views.flatMap(({ problemId }) => problemId ?? []);
    const taskIds = views.flatMap(({ taskId }) => taskId ?? []);
    if (problemIds.length > 0) await this.problems.withdraw(tx, actor, problemIds);
    if (taskIds.length > 0) await this.tasks.undraft(tx, actor, taskIds);
    const anchors = await tx.findBy(Anchor, { itemId: In(itemIds) });
    if (anchors.length > 0) {
      const anchorIds = anchors.map(({ id }) => id);
      await tx.delete(Cause, { anchorId: In(anchorIds) });
      await tx.delete(Anchor, anchorIds);
    }
    for (const item of items) {
      item.status = 'proposed';
      item.rejectReason = null;
    }
    return tx.save(items, { chunk: 200 });
  }

  /** Links the accepted steps of the report to the accepted problems they answer, as extraction found them. */
  private async linkMeasures(tx: EntityManager, reportId: string): Promise<void> {
    const links = await tx.query<{ problemId: string; taskId: string }[]>(
      `SELECT p.id AS "problemId", t.id AS "taskId"
       FROM report_item s
       JOIN report_item q ON q.report_id = s.report_id AND q.key = ANY(s.related_keys)
       JOIN anchor sa ON sa.item_id = s.id JOIN task t ON t.anchor_id = sa.id
       JOIN anchor qa ON qa.item_id = q.id JOIN problem p ON p.anchor_id = qa.id
       WHERE s.report_id = $1`,
      [reportId],
    );
    await this.problems.link(tx, links);
  }

  private async remember(tx: EntityManager, actor: Actor, items: ReportItem[], action: string, reason?: string) {
    await record(
      tx,
      actor,
      ...items.map(({ id }) => ({ subject: 'report-item' as const, subjectId: id, action, reason })),
    );
  }
}

const decision = ({ id, status }: ReportItem) => ({ id, status });

/** The units that the report asks to support 配合, without the one that leads. */
const supportersOf = ({ units, unitId: lead }: ReportItem): string[] => {
  const named = units.filter(({ role }) => role === 'supporting').flatMap(({ unitId }) => unitId ?? []);
  return [...new Set(named)].filter((unitId) => unitId !== lead);
};

const content = ({ title, text, measures, dueOn, dueBasis, recurrence, assigneeId }: ReportItem) => ({
  title,
  text,
  measures: measures.map((measure) => ({ text: measure.text })),
  dueOn,
  dueBasis,
  recurrence,
  assigneeId,
});

const anchorOf = (item: ReportItem) => ({
  reportId: item.reportId,
  itemId: item.id,
  sectionKey: item.sectionKey,
  sectionPath: [...item.sectionPath, ...item.groupPath],
  quote: item.text,
  startOffset: item.startOffset,
  endOffset: item.endOffset,
});
