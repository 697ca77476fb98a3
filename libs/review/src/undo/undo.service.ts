import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { ItemRevision } from '#reports/editions/item-revision.entity';
import { ReportItem } from '#reports/report-item.entity';
import { AcceptanceService } from '../acceptance.service';
import { itemViews } from '../desk';
import { ReviewScope } from '../review-scope';
import type { UndoneStep } from '../review.view';
import { stands, type ItemTrace } from './item-trace';
import { ReviewStep } from './review-step.entity';

/** Takes back what a person did last on the review desk: decisions, edits, cuts, joins and marks, one after the other. */
@Injectable()
export class UndoService {
  constructor(
    private readonly db: DataSource,
    private readonly scope: ReviewScope,
    private readonly acceptance: AcceptanceService,
  ) {}

  /**
   * The actor's newest step that still stands; what was changed since, by him or by others, is left alone. Throws review-step.none, or
   * report-item.task-under-way when the tasks of the step were assigned meanwhile.
   */
  undo(actor: Actor, reportId: string): Promise<UndoneStep> {
    return this.db.transaction(async (tx) => {
      const report = await this.scope.report(tx, actor, reportId);
      const { step, made } = await this.newest(tx, actor, reportId);
      const decided = step.action === 'accept' || step.action === 'reject';
      const ids = new Set(made.map(({ id }) => id));
      // Of a decision about many only those still decided go back; the others were taken back one by one.
      const before = decided ? step.before.filter(({ id }) => ids.has(id)) : step.before;
      if (decided) await this.acceptance.takeBack(tx, actor, reportId, [...ids]);
      const removedIds = decided ? [] : await this.putBack(tx, step, made);
      for (const { id, ...fields } of before) {
        if (ids.has(id) && Object.keys(fields).length > 0) await tx.update(ReportItem, id, fields);
      }
      await tx.delete(ReviewStep, step.id);
      const { action, title } = step;
      const { unitId } = report;
      const subjects = before.length > 0 ? before : made;
      await record(
        tx,
        actor,
        ...subjects.map(({ id }) => ({
          ...{ subject: 'report-item' as const, subjectId: id, action: `undo-${action}`, reason: title, unitId },
        })),
      );
      const items = await itemViews(
        tx,
        reportId,
        before.map(({ id }) => id),
      );
      return { action, title, items, removedIds };
    });
  }

  /** Steps that do not stand any more are forgotten on the way. */
  private async newest(tx: EntityManager, actor: Actor, reportId: string) {
    for (;;) {
      const step = await tx.findOne(ReviewStep, {
        where: { reportId, personId: actor.personId },
        order: { id: 'DESC' },
      });
      if (!step) throw new DomainError('conflict', 'review-step.none', '没有可以撤销的操作。');
      const found = await tx.find(ReportItem, {
        where: { reportId, id: In(step.after.map(({ id }) => id)) },
        order: { startOffset: 'ASC', id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const byId = new Map(found.map((item) => [item.id, item]));
      const made = step.after.filter((trace) => stands(trace, byId.get(trace.id)));
      const decided = step.action === 'accept' || step.action === 'reject';
      if (decided ? made.length > 0 : made.length === step.after.length) return { step, made };
      await tx.delete(ReviewStep, step.id);
    }
  }

  /** Makes what the step removed again and removes what it made; the ids of what was removed. */
  private async putBack(tx: EntityManager, { before, revisions }: ReviewStep, made: ItemTrace[]): Promise<string[]> {
    const former = new Set(before.map(({ id }) => id));
    const current = new Set(made.map(({ id }) => id));
    const removedIds = [...current].filter((id) => !former.has(id));
    if (removedIds.length > 0) await tx.delete(ReportItem, removedIds);
    const again = before.filter(({ id }) => !current.has(id));
    if (again.length > 0) await tx.insert(ReportItem, again);
    for (const { id, itemId } of revisions) await tx.update(ItemRevision, { id }, { itemId });
    return removedIds;
  }
}
