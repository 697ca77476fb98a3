import { extract } from './extract';

const read = (text: string): [number, string | undefined] => {
  const { reports } = extract(
    { text, paragraphs: text.split('\n').map((line) => ({ text: line })) },
    { receivedOn: '2026-10-12' },
  );
  return [reports[0].planYear, reports[0].period?.label];
};
const BODY = '（一）抓好排查。健全台账，10月底前完成整改。';

describe('what year the plan is of', () => {
  it.each([
    ['区教育局2025年工作总结\n一、下一步工作\n', 2026, '2025年'],
    ['区教育局2026年上半年工作总结\n一、下一步工作\n', 2026, '2026年上半年'],
    ['２０２４年区教育局工作总结\n一、下一步工作\n', 2025, '2024年'],
    [
      '政府工作报告\n２０１２年１月１２日在青岚省第十一届人民代表大会第五次会议上\n二、２０１２年工作安排\n',
      2012,
      '2011年',
    ],
    ['政府工作报告\n2025年12月28日在丰乐县人民代表大会第五次会议上\n二、下一步工作\n', 2026, '2025年'],
    ['个人述职报告\n2022年，本人履职尽责。\n今后努力方向\n', 2023, '2022年'],
    ['政府工作报告\n一、过去一年工作回顾\n我们做了以下工作。\n二、2014年工作部署\n', 2014, '2013年'],
    ['青岚区爱国卫生工作要点\n一、重点任务\n', 2026, undefined],
    ['关于开展专项检查的通知\n一、工作要求\n2024年9月30日前启动，2024年底前结束。\n', 2024, undefined],
    ['机关党建重点工作任务清单\n填报日期：2025年2月26日\n2025年，支部将抓好以下工作：\n', 2025, '2025年'],
  ])('%j → %d', (text, year, label) => expect(read(text + BODY)).toEqual([year, label]));
});

describe('limits that count from the report’s own day', () => {
  it.each([
    ['自本通知印发之日起30日内完成整改。', '2025-08-07'],
    ['10个工作日内报送方案。', '2025-07-22'],
    ['一个月内建立台账。', '2025-08-08'],
    ['月底前完成排查。', '2025-07-31'],
    ['判决生效后3个月内完成清理。', null],
  ])('%s → %s', (sentence, day) => {
    const text = `关于挂牌督办的通知\n一、督办要求\n（一）落实整改责任。${sentence}\n区安委办\n2025年7月8日`;
    const { reports } = extract(
      { text, paragraphs: text.split('\n').map((line) => ({ text: line })) },
      { receivedOn: '2026-10-12' },
    );
    expect(reports[0].items.map(({ dueOn }) => dueOn)).toEqual([day]);
  });
});
