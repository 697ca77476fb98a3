import { DEADLINE_RULES } from './deadline-rules';
import { timePairsIn } from './time-pairs';

const LIMITS =
  '2026-06-30日前 6月30日前 １０月10日止 10月中旬 三月底 6月份末前 1月至3月 1—3月底 3月份到年底 10月份前 今年6月内 前三季度 第4季度末 下半年 上半年末前 今年底 本年度末 2026年年终 年末 岁末 今明两年内 10个工作日内 三个月之内 两年内 半年以内 2个季度内 一星期内 今年以内 本年度内 2026年度内 年内 2026年全年 2027年前 “十四五”末 十五五规划期结束前 十四五时期末 今年“国庆”节前 春节来临之前 2027年元旦前 本月底 下月末前 换届前 汛期来临前 疫情解除前 至疫情解除 于旅游旺季开放 在采暖季投用 在汛期完成 立行立改 立即整改 即知即改 立查立改'.split(
    ' ',
  );

it.each(LIMITS)('the pairs that the rules for %s need stand in it', (words) => {
  const plain = words.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const fitting = DEADLINE_RULES.filter(({ pattern }) => new RegExp(pattern.source).test(plain));
  expect(fitting.length).toBeGreaterThan(0);
  expect(fitting.filter(({ needs }) => (timePairsIn(words) & needs) !== needs).map(({ name }) => name)).toEqual([]);
});
