import type { OwnWork } from '../../../api/generated';
import { t } from '../../../language/t';

export type OwnTask = OwnWork['tasks'][number];

/** In the order in which they are done. */
export const URGENCIES: Record<OwnTask['urgency'], string> = {
  overdue: t`逾期`,
  today: t`今天到期`,
  week: t`本周到期`,
  'to-accept': t`待签收`,
  'sent-back': t`退回补办`,
  other: t`其他在办`,
};
