import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { ItemRevision } from '#reports/editions/item-revision.entity';
import type { ReportItem } from '#reports/report-item.entity';
import type { ItemTrace } from './item-trace';
import { ReviewStep, type StepAction } from './review-step.entity';

interface Done {
  action: StepAction;
  /** Those that were worked on, or made by the step where there were none. */
  items: readonly Pick<ReportItem, 'reportId' | 'title'>[];
  before: ItemTrace[];
  after: ItemTrace[];
  revisions?: ReviewStep['revisions'];
}

/** Notes what was done so that it can be taken back; in the transaction of the deed itself. */
export async function noteStep(tx: EntityManager, actor: Actor, { items, ...step }: Done): Promise<void> {
  const [first] = items;
  const title = items.length === 1 ? `“${first.title}”` : `“${first.title}”等 ${items.length} 条`;
  await tx.insert(ReviewStep, { ...step, reportId: first.reportId, personId: actor.personId, title });
}

/** The changes of a corrected version that will lose their item when the items are removed. */
export async function revisionsOf(tx: EntityManager, items: readonly ReportItem[]): Promise<ReviewStep['revisions']> {
  const found = await tx.find(ItemRevision, {
    where: { itemId: In(items.map(({ id }) => id)) },
    select: { id: true, itemId: true },
  });
  return found.map(({ id, itemId }) => ({ id, itemId: itemId as string }));
}
