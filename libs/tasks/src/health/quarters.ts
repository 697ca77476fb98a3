import { periodOf, previousPeriod, type Period } from '#calendar/period';
import type { Day } from '#platform/clock';

/** Quarters that the trend goes back, the present one included. */
export const TREND_QUARTERS = 8;

/** The last `count` quarters up to that of `today`, the earliest first. */
export function lastQuarters(today: Day, count: number): Period[] {
  const quarters = [periodOf(today, 'quarter')];
  while (quarters.length < count) quarters.unshift(previousPeriod(quarters[0]));
  return quarters;
}

export const PUNCTUALITY_FORMULA =
  '按期完成率 = 按期办结 ÷（按期办结 + 逾期办结 + 逾期未办结）。按完成时限所在季度统计；未到期、正在办理的不计入，中止和撤销的不统计。';

/** 按期完成率 in percent, one decimal; null while nothing of the quarter was done or became overdue. */
export function punctuality({ doneInTime, doneLate, overdue }: Record<'doneInTime' | 'doneLate' | 'overdue', number>) {
  const settled = doneInTime + doneLate + overdue;
  return settled === 0 ? null : Math.round((1000 * doneInTime) / settled) / 10;
}
