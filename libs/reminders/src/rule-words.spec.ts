import { ruleWords } from './rule-words';

it.each([
  ['assigned', '新交办'],
  ['before-7', '提前 7 个工作日'],
  ['due', '到期当天'],
  ['overdue-0', '已逾期'],
  ['overdue-6', '逾期 6 个工作日'],
  ['request-2026-10-01', '请报送进展（2026-10-01 起的一期）'],
  ['accept-3', '待签收满 3 个工作日'],
  ['verify-5', '待核实满 5 个工作日'],
  ['escalate-unit-head', '逾期上报单位负责人'],
  ['escalate-leader', '逾期上报分管领导'],
  ['nudge-8f14e45f', '催办（张三）'],
  ['mention-8f14e45f', '评论提到（张三）'],
  ['urgent', '立巡立交'],
])('%s → %s', (rule, words) => {
  expect(ruleWords(rule, '张三')).toBe(words);
});

it('does not name whoever is not known', () => {
  expect(ruleWords('nudge-8f14e45f', null)).toBe('催办');
});
