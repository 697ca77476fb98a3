import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { Cause } from '#rectification/cause.entity';
import { Problem } from '#rectification/problem.entity';
import { Anchor } from '#reports/anchor.entity';
import { ItemRevision } from '#reports/editions/item-revision.entity';
import { reportSummary } from '#reports/report-list';
import { unknownReport } from '#reports/reports.service';
import { TaskCommands } from '#tasks/task-commands';
import { decide } from '#tasks/task-status';
import { Task } from '#tasks/task.entity';
import type { DecideChanges } from './edition.dto';
import type { DecidedChanges, ReportChanges } from './edition.view';
import { itemChanges } from './item-changes';
import { ReviewScope } from './review-scope';

/** A change with what it is about. */
interface Waiting {
  revision: ItemRevision;
  /** Of the item that now has the anchor: this edition's, or the former one's where the words are gone. */
  anchorId: string | null;
}

/** The comparison of a corrected version with the former edition, and what its changes mean for tasks and problems. */
@Injectable()
export class EditionReview {
  constructor(
    private readonly db: DataSource,
    private readonly scope: ReviewScope,
    private readonly tasks: TaskCommands,
    private readonly clock: Clock,
  ) {}

  /** Throws report.unknown, also when it is out of the actor's sight or a first edition. */
  async changes(actor: Actor, id: string): Promise<ReportChanges> {
    const report = await reportSummary(this.db.manager, actor.unitsFor('report.read'), id);
    if (!report?.former) throw unknownReport();
    const mayDecide = report.later === null && actor.covers('report.review', report.unitId);
    return { report, items: await itemChanges(this.db.manager, id), mayDecide };
  }

  /** All of them in one transaction. Throws revision.decided, revision.not-gone, revision.gone or what the task refuses. */
  decide(actor: Actor, reportId: string, ask: DecideChanges): Promise<DecidedChanges> {
    return this.db.transaction(async (tx) => {
      await this.scope.report(tx, actor, reportId);
      const revisions = await this.pending(tx, reportId, ask);
      const waiting = await withAnchors(tx, revisions);
      if (ask.decision === 'drop') await this.drop(tx, actor, waiting, ask.reason as string);
      if (ask.decision === 'apply') await this.apply(tx, actor, waiting);
      const decided = { decidedById: actor.personId, decidedAt: this.clock.now(), reason: ask.reason ?? null };
      const ids = revisions.map(({ id }) => id);
      await tx.update(ItemRevision, ids, { ...decided, decision: ask.decision === 'keep' ? 'kept' : 'applied' });
      await record(
        tx,
        actor,
        ...revisions.map(({ itemId, formerItemId }) => ({
          subject: 'report-item' as const,
          subjectId: (itemId ?? formerItemId) as string,
          action: `${ask.decision}-change`,
          reason: ask.reason,
        })),
      );
      return { decided: ids.length };
    });
  }

  private async pending(tx: EntityManager, reportId: string, ask: DecideChanges): Promise<ItemRevision[]> {
    const ids = [...new Set(ask.changeIds)];
    const revisions = await tx.find(ItemRevision, {
      where: { id: In(ids), reportId },
      relations: { item: true },
      order: { id: 'ASC' },
    });
    if (revisions.length !== ids.length) throw unknownReport();
    if (revisions.some(({ decision }) => decision !== 'pending')) {
      const message = '所选改动中有的已经处理过，或不需要处理，请刷新后再操作。';
      throw new DomainError('conflict', 'revision.decided', message);
    }
    const gone = revisions.filter(({ change }) => change === 'gone').length;
    if (ask.decision === 'drop' && gone < revisions.length) {
      throw new DomainError('invalid', 'revision.not-gone', '只能撤销原文已删去的事项，请只选择这些事项。');
    }
    if (ask.decision === 'apply' && gone > 0) {
      const message = '所选事项中有的原文已删去，没有新的内容可用，请对它们选择“保留”或“撤销任务”。';
      throw new DomainError('invalid', 'revision.gone', message);
    }
    return revisions;
  }

  /** The tasks, problems and causes take the new words; a deadline only where the report's own deadline was changed. */
  private async apply(tx: EntityManager, actor: Actor, waiting: readonly Waiting[]): Promise<void> {
    const byAnchor = new Map(waiting.map(({ revision, anchorId }) => [anchorId, revision]));
    const anchorId = In([...byAnchor.keys()].filter((id) => id !== null));
    const ids = await tx.find(Task, { where: { anchorId }, select: { id: true, parentId: true } });
    const loaded = await this.tasks.load(
      tx,
      actor,
      ids.filter(({ parentId }) => parentId === null).map(({ id }) => id),
    );
    const problems = await tx.find(Problem, { where: { anchorId }, lock: { mode: 'pessimistic_write' } });
    const causes = await tx.findBy(Cause, { anchorId });
    for (const cause of causes) cause.text = byAnchor.get(cause.anchorId)?.text ?? cause.text;
    await tx.save(causes);
    const deeds = problems.map((problem) => {
      const from = problem.text;
      Object.assign(problem, newWords(problem, byAnchor.get(problem.anchorId) as ItemRevision));
      const changes = [{ field: 'text', from, to: problem.text }];
      return { subject: 'problem' as const, subjectId: problem.id, action: 'change', changes, reason: REASON };
    });
    await tx.save(problems);
    const changed = loaded.map(({ task, standing }) => {
      const before = { ...task };
      const revision = byAnchor.get(task.anchorId) as ItemRevision;
      task.status = decide(standing, 'change');
      Object.assign(task, newWords(task, revision));
      task.measures = revision.item?.measures.map(({ text }) => ({ text })) ?? task.measures;
      if (revision.dueOn !== revision.formerDueOn) {
        Object.assign(task, { dueOn: revision.dueOn, dueBasis: revision.dueOn === null ? 'none' : 'explicit' });
        if (task.status !== 'drafted') task.originalDueOn ??= task.dueOn;
      }
      return { before, task };
    });
    if (changed.length > 0) await this.tasks.save(tx, actor, changed, 'change', REASON);
    await record(tx, actor, ...deeds);
  }

  private async drop(tx: EntityManager, actor: Actor, waiting: readonly Waiting[], reason: string): Promise<void> {
    const anchorIds = waiting.flatMap(({ anchorId }) => anchorId ?? []);
    const found = await tx.find(Task, { where: { anchorId: In(anchorIds) }, select: { id: true, anchorId: true } });
    const withTask = new Set(found.map(({ anchorId }) => anchorId));
    if (waiting.some(({ anchorId }) => !withTask.has(anchorId))) {
      const message = '所选事项中有问题或原因，它们在整改台账中处理，这里只能保留。请只选择生成了任务的事项。';
      throw new DomainError('invalid', 'revision.no-task', message);
    }
    const loaded = await this.tasks.load(
      tx,
      actor,
      found.map(({ id }) => id),
    );
    const dropped = loaded.map(({ task, standing }) => {
      const before = { ...task };
      Object.assign(task, { status: decide(standing, 'drop'), suspendedFrom: null });
      return { before, task };
    });
    await this.tasks.save(tx, actor, dropped, 'drop', reason);
  }
}

const REASON = '按报告更正稿修改';

/** The words of the corrected version; a title that a person wrote stays. */
function newWords({ title }: { title: string }, { formerText, text, item }: ItemRevision) {
  const fromSource = formerText?.includes(title) === true && text?.includes(title) !== true;
  return { text: text ?? '', title: fromSource && item ? item.title : title };
}

async function withAnchors(tx: EntityManager, revisions: ItemRevision[]): Promise<Waiting[]> {
  const holder = ({ change, itemId, formerItemId }: ItemRevision) => (change === 'gone' ? formerItemId : itemId);
  const itemIds = revisions.flatMap((revision) => holder(revision) ?? []);
  const anchors = await tx.findBy(Anchor, { itemId: In(itemIds) });
  const byItem = new Map(anchors.map(({ id, itemId }) => [itemId, id]));
  return revisions.map((revision) => ({ revision, anchorId: byItem.get(holder(revision)) ?? null }));
}
