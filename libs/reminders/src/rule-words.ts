import { kindOf, type RuleKind } from './rules';

/** To whom the ladder carries a task up, as `escalate-RUNG` names it. */
const RUNGS: Record<string, string> = { 'unit-head': '单位负责人', leader: '分管领导', supervisors: '督办员' };

const WORDS: Record<RuleKind, (rest: string, by: string | null) => string> = {
  assigned: () => '新交办',
  before: (days) => `提前 ${days} 个工作日`,
  due: () => '到期当天',
  overdue: (days) => (days === '0' ? '已逾期' : `逾期 ${days} 个工作日`),
  request: (day) => `请报送进展（${day} 起的一期）`,
  accept: (days) => `待签收满 ${days} 个工作日`,
  verify: (days) => `待核实满 ${days} 个工作日`,
  escalate: (rung) => `逾期上报${RUNGS[rung] ?? ''}`,
  nudge: (_, by) => (by ? `催办（${by}）` : '催办'),
  mention: (_, by) => (by ? `评论提到（${by}）` : '评论提到'),
  urgent: () => '立巡立交',
};

/** A rule of the ledger in words: 提前 7 个工作日, 催办（张三）; `by` is who nudges or mentions. */
export function ruleWords(rule: string, by: string | null): string {
  const kind = kindOf(rule);
  return WORDS[kind](rule.slice(kind.length + 1), by);
}
