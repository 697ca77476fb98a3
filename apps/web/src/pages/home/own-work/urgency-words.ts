import type { OwnWork } from '../../../api/generated';

export type OwnTask = OwnWork['tasks'][number];

/** In the order in which they are done. */
export const URGENCIES: Record<OwnTask['urgency'], string> = {
  overdue: '逾期',
  today: '今天到期',
  week: '本周到期',
  'to-accept': '待签收',
  'sent-back': '退回补办',
  other: '其他在办',
};
