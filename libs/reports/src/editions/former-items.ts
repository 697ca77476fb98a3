import { In, type EntityManager } from 'typeorm';
import { ReportItem } from '../report-item.entity';
import type { Report } from '../report.entity';
import type { Former } from './carried-items';
import { ItemRevision } from './item-revision.entity';

/**
 * The items of an edition, and those that an edition before it left out while their tasks, problems and causes still stand: a sentence
 * that comes back is no new one.
 */
export async function formerItems(tx: EntityManager, edition: Report): Promise<Former[]> {
  const order = { startOffset: 'ASC', id: 'ASC' } as const;
  const items = await tx.find(ReportItem, { where: { reportId: edition.id }, order });
  const lost = await tx.query<{ id: string }[]>(
    `WITH RECURSIVE earlier AS (
       SELECT replaces_id AS id FROM report WHERE id = $1
       UNION ALL SELECT r.replaces_id FROM report r JOIN earlier e ON r.id = e.id
     )
     SELECT i.id FROM earlier e JOIN anchor n ON n.report_id = e.id JOIN report_item i ON i.id = n.item_id
     WHERE NOT EXISTS (SELECT 1 FROM item_revision v
       WHERE v.former_item_id = i.id AND v.change = 'gone' AND v.decision = 'applied')
     ORDER BY i.id`,
    [edition.id],
  );
  const lostItems = await tx.find(ReportItem, { where: { id: In(lost.map(({ id }) => id)) }, order });
  const revisions = await tx.find(ItemRevision, { where: { reportId: edition.id, decision: 'pending' } });
  const waiting = new Map(revisions.map((revision) => [revision.itemId ?? revision.formerItemId, revision]));
  const former = (item: ReportItem, place: Former['place']): Former => ({
    id: item.id,
    kind: item.kind,
    text: item.text,
    place,
    item,
    waiting: waiting.get(item.id) ?? null,
  });
  return [
    ...items.map((item) => former(item, { start: item.startOffset, end: item.endOffset })),
    ...lostItems.map((item) => former(item, null)),
  ];
}
