import { isDeepStrictEqual } from 'node:util';
import type { ReportItem } from '#reports/report-item.entity';

/** An item, or as much of it as a step touched. */
export type ItemTrace = Pick<ReportItem, 'id'> & Partial<Row>;
type Row = Omit<ReportItem, 'report' | 'unit' | 'assignee' | 'version'>;

/** What a person sets on an item. */
export const setByPerson = (item: ReportItem): ItemTrace => {
  const { id, kind, title, unitId, unitBasis, assigneeId, dueOn, dueBasis } = item;
  return { id, kind, title, unitId, unitBasis, assigneeId, dueOn, dueBasis };
};

/** What tells an item made by a step from one that was worked on since. */
export const asMade = (item: ReportItem): ItemTrace => {
  const { startOffset, endOffset, status } = item;
  return { ...setByPerson(item), startOffset, endOffset, status };
};

/** Everything, so that the item can be made again. */
export function whole(item: ReportItem): ItemTrace {
  const { report: _report, unit: _unit, assignee: _assignee, version: _version, ...row } = item;
  return row;
}

/** Whether the item still is what the step made of it. */
export function stands(trace: ItemTrace, item: ReportItem | undefined): boolean {
  return (
    item !== undefined &&
    (Object.keys(trace) as (keyof ItemTrace)[]).every((field) => isDeepStrictEqual(trace[field], item[field]))
  );
}
