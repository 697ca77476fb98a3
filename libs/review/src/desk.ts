import type { EntityManager } from 'typeorm';
import { In, IsNull, Not } from 'typeorm';
import { ItemRevision } from '#reports/editions/item-revision.entity';
import type { Change } from '#reports/editions/reanchor';
import { ReportItem } from '#reports/report-item.entity';
import type { ReportItemView } from './review.view';

interface Outcome {
  itemId: string;
  taskId: string | null;
  problemId: string | null;
}

/** Items as the review desk shows them, in the order of the text; all of a report, or those named. */
export async function itemViews(db: EntityManager, reportId: string, ids?: string[]): Promise<ReportItemView[]> {
  const items = await db.find(ReportItem, {
    where: { reportId, ...(ids ? { id: In(ids) } : {}) },
    relations: { unit: true, assignee: true },
    order: { startOffset: 'ASC', id: 'ASC' },
  });
  const outcomes = await db.query<Outcome[]>(
    `SELECT n.item_id AS "itemId", t.id AS "taskId", p.id AS "problemId"
     FROM anchor n LEFT JOIN task t ON t.anchor_id = n.id LEFT JOIN problem p ON p.anchor_id = n.id
     WHERE n.report_id = $1 AND n.item_id IS NOT NULL`,
    [reportId],
  );
  const changes = await db.find(ItemRevision, {
    where: { reportId, itemId: ids ? In(ids) : Not(IsNull()) },
    select: { itemId: true, change: true },
  });
  const changeOf = new Map(changes.map(({ itemId, change }) => [itemId, change]));
  const byItem = new Map(outcomes.map((outcome) => [outcome.itemId, outcome]));
  return items.map((item) => view(item, byItem.get(item.id), changeOf.get(item.id) ?? null));
}

function view(item: ReportItem, outcome: Outcome | undefined, change: Change | null): ReportItemView {
  return {
    id: item.id,
    key: item.key,
    reportId: item.reportId,
    kind: item.kind,
    ordinal: item.ordinal,
    title: item.title,
    text: item.text,
    start: item.startOffset,
    end: item.endOffset,
    sectionId: item.sectionKey,
    sectionPath: item.sectionPath,
    group: item.groupPath,
    measures: item.measures,
    deadlines: item.deadlines,
    dueOn: item.dueOn,
    dueBasis: item.dueBasis,
    recurrence: item.recurrence,
    units: item.units,
    targets: item.targets,
    related: item.relatedKeys.map((key) => ({ key, score: item.similarity[key] ?? 0 })),
    confidence: item.confidence,
    why: item.why,
    status: item.status,
    rejectReason: item.rejectReason,
    unitId: item.unitId,
    unitName: item.unit?.name ?? '',
    unitBasis: item.unitBasis,
    assigneeId: item.assigneeId,
    assigneeName: item.assignee?.name ?? null,
    taskId: outcome?.taskId ?? null,
    problemId: outcome?.problemId ?? null,
    change,
    version: item.version,
  };
}
