import { ORIGIN_LABELS } from './problem-origin';
import { PROBLEM_STATUS_LABELS } from './problem-status';
import type { DueWindow, FilterProblems } from './problem.dto';

const WINDOW_WORDS: Record<DueWindow, string> = { overdue: '已超期', soon: '临近到期', none: '未定时限' };

/** What a filter leaves in, in words for the head of a printed list; `names` knows units, people and reports by id. */
export function filterWords(ask: FilterProblems, names: ReadonlyMap<string, string>): string {
  const named = (id: string | undefined) => id && (names.get(id) ?? '所选');
  const unit = named(ask.unitId);
  const leader = named(ask.leaderId);
  const report = named(ask.reportId);
  const words = [
    unit && `${unit}及下级单位`,
    ask.status?.map((status) => PROBLEM_STATUS_LABELS[status]).join('、'),
    ask.origin?.map((origin) => `来自${ORIGIN_LABELS[origin]}`).join('、'),
    ask.category,
    leader && `${leader}挂钩`,
    report && `《${report}》所列`,
    ask.due && WINDOW_WORDS[ask.due],
    ask.mine && '本人挂钩或负责',
    ask.q && `含“${ask.q}”`,
  ];
  return words.filter(Boolean).join('；') || '全部问题';
}
