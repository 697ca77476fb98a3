import { CUES, isPlanTitle, kindOfHeading } from './section-kinds';

describe('kindOfHeading', () => {
  it.each([
    ['存在的主要问题', 'problems'],
    ['存在的问题和不足', 'problems'],
    ['主要问题及原因分析', 'problems'],
    ['困难和挑战', 'problems'],
    ['工作中的不足', 'problems'],
    ['存在的主要隐患', 'problems'],
    ['存在的主要问题及改进情况', 'problems'],
    ['正视差距，发展短板不容回避', 'problems'],
    ['短板弱项', 'problems'],
    ['原因剖析', 'causes'],
    ['尚未整改到位问题的原因分析', 'causes'],
    ['下一步工作打算', 'next_steps'],
    ['下半年工作安排', 'next_steps'],
    ['开拓进取，下阶段工作力求新成效', 'next_steps'],
    ['今后努力方向和整改措施', 'next_steps'],
    ['对今年政府工作的建议', 'next_steps'],
    ['下一步工作要求', 'next_steps'],
    ['督办要求', 'next_steps'],
    ['重点任务', 'next_steps'],
    ['实施步骤', 'next_steps'],
    ['议定事项', 'next_steps'],
    ['总体要求', 'other'],
    ['行动目标', 'other'],
    ['整治范围', 'other'],
    ['责任分工', 'other'],
    ['其他需要报告的事项', 'other'],
    ['工作开展情况', 'review'],
    ['反馈问题整改落实情况', 'review'],
    ['主要做法和成效', 'review'],
  ])('%s → %s', (heading, kind) => expect(kindOfHeading(heading, null)?.kind).toBe(kind));

  it.each([
    '网格员力量不足',
    '采购程序不规范问题',
    '民生领域尚有短板',
    '矿山生态修复进展缓慢',
    '解决突出问题',
    '加快建设现代化产业体系',
    '推动乡村全面振兴',
  ])('%s names no part', (heading) => expect(kindOfHeading(heading, null)).toBeNull());

  it.each([
    ['2026年重点工作', 2025, 'next_steps'],
    ['２０２６年主要工作任务', 2025, 'next_steps'],
    ['二〇二六年工作安排', 2025, 'next_steps'],
    ['2026年主要工作', 2026, 'review'],
    ['砥砺奋进，2026年工作开新局', 2025, 'next_steps'],
    ['2019：决战决胜  善作善成', 2018, 'next_steps'],
    ['2018：攻坚克难  稳中有进', 2018, 'review'],
  ])('%s in a report on %d → %s', (heading, reviewed, kind) =>
    expect(kindOfHeading(heading, reviewed)?.kind).toBe(kind),
  );
});

describe('isPlanTitle', () => {
  it.each([
    '2026年爱国卫生工作要点',
    '根治欠薪夏季专项行动工作方案',
    '关于印发2026年《政府工作报告》重点工作责任分解的通知',
    '重点工作任务清单',
  ])('%s', (title) => expect(isPlanTitle(title)).toBe(true));
  it.each(['2025年工作总结及2026年工作打算', '关于巡察整改情况的报告', '政府工作报告'])('not %s', (title) =>
    expect(isPlanTitle(title)).toBe(false),
  );
});

/** The 汉字 words that a pattern is written with, alone and two together. */
function headingsOf(pattern: RegExp): string[] {
  const words = [...new Set(pattern.source.split(/[^一-鿿]+/).filter(Boolean))];
  return words.flatMap((one) => [one, ...words.map((other) => one + other)]);
}

describe('the cues of headings', () => {
  it.each(CUES.map(({ pattern, signs }) => [pattern, signs] as const))(
    '%s fits no heading without %s',
    (pattern, signs) => {
      const fitting = headingsOf(pattern).filter((heading) => pattern.test(heading));
      expect(fitting.filter((heading) => ![...signs].some((sign) => heading.includes(sign)))).toEqual([]);
    },
  );
});
