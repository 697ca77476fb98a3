import type { ReportingPeriod } from '#tasks/task.entity';
import type { SaidPoints } from './policy-book';
import type { Rung } from './reminder-points';

const PERIODS: Record<ReportingPeriod, string> = { week: '每周', month: '每月', quarter: '每季度' };
const RUNG_WORDS: Record<Rung, string> = { 'unit-head': '单位负责人', leader: '分管领导', supervisors: '督办员' };

const listed = (words: readonly (string | number)[] | null) =>
  words && (words.length > 0 ? words.join('、') : '不提醒');
const everyDays = (days: number | null) => (days === null ? null : days === 0 ? '不提醒' : `${days}个工作日`);

/** What a policy says, point by point in words, for the history. */
export function pointsInWords({
  before,
  onDay,
  overdueEvery,
  requests,
  acceptWithin,
  verifyWithin,
  ladder,
}: SaidPoints) {
  return {
    before: listed(before),
    onDay: onDay === null ? null : onDay ? '提醒' : '不提醒',
    overdueEvery: everyDays(overdueEvery),
    requests: listed(requests && requests.map((period) => PERIODS[period])),
    acceptWithin: everyDays(acceptWithin),
    verifyWithin: everyDays(verifyWithin),
    ladder: listed(ladder && ladder.map(({ rung, after }) => `逾期${after}个工作日报${RUNG_WORDS[rung]}`)),
  };
}
