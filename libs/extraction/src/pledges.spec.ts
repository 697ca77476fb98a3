import { extract } from './extract';

const pledges = (title: string, sentence: string): string[] => {
  const text = `${title}\n一、工作开展情况\n${sentence}\n二、下一步工作打算\n（一）强化责任落实。健全工作机制，提高服务水平。`;
  const { reports } = extract(
    { text, paragraphs: text.split('\n').map((line) => ({ text: line })) },
    { receivedOn: '2026-10-12' },
  );
  return reports[0].items.filter(({ kind }) => kind === 'pledge').map((item) => `${item.text} ${item.dueOn}`);
};

describe('commitments inside a review', () => {
  const half = '区住建局2026年上半年工作总结';
  it.each([
    ['整治排水管网12公里，10月底前全部完工。', ['10月底前全部完工 2026-10-31']],
    ['文化馆主体完工，预计9月底设备进场。', ['预计9月底设备进场 2026-09-30']],
    ['停车场完成选址，8月可进场施工。', ['8月可进场施工 2026-08-31']],
    [
      '6月底前整顿一批问题，10月底前提升一批支部。',
      ['6月底前整顿一批问题 2026-06-30', '10月底前提升一批支部 2026-10-31'],
    ],
    ['老旧小区改造3月开工，6月底完工。', []],
    ['截至6月底，已完成投资3.2亿元。', []],
    ['预计全年实现产值50亿元。', []],
  ])('%s', (sentence, found) => expect(pledges(half, sentence)).toEqual(found));

  it('今年 of a report to a congress is the year of the plan', () =>
    expect(pledges('2026年青岚区政府工作报告', '跨江大桥今年9月底前具备通车条件。')).toEqual([
      '跨江大桥今年9月底前具备通车条件 2026-09-30',
    ]));
});
