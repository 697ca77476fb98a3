import type { ReportItem } from '#reports/report-item.entity';
import type { OwnerOfItems } from './review.dto';

/** Sets what was chosen for many items at once on one of them; what was left out stays. */
export function overrule(item: ReportItem, by: OwnerOfItems): void {
  if (by.unitId !== undefined && by.unitId !== item.unitId) {
    item.unitId = by.unitId;
    item.unitBasis = 'person';
    // The person named for the former unit does not come along.
    item.assigneeId = null;
  }
  if (by.assigneeId !== undefined) item.assigneeId = by.assigneeId;
  if (by.dueOn !== undefined && by.dueOn !== item.dueOn) {
    item.dueOn = by.dueOn;
    item.dueBasis = 'person';
  }
}
