import { extract } from './extract';

const read = (lines: string[]): string[] => {
  const text = lines.join('\n');
  const { reports } = extract(
    { text, paragraphs: lines.map((line) => ({ text: line })) },
    { receivedOn: '2026-01-12' },
  );
  return reports
    .flatMap(({ items }) => items)
    .map(({ kind, ordinal, title, dueOn, units }) =>
      [kind, ordinal ?? '-', title, dueOn ?? '-', units.map(({ name }) => name).join('、')].join(' | '),
    );
};

describe('tables flattened to text', () => {
  it('with tabs: a row without a number is covered by the cells above it', () =>
    expect(
      read([
        '2026年机关党建重点工作任务清单',
        '序号\t工作任务\t具体措施\t责任单位\t完成时限',
        '1\t深化理论武装\t举办读书会4期\t宣传部\t全年',
        '2\t抓好支部建设\t整顿软弱涣散支部\t组织部\t6月底',
        '\t\t举办书记培训班2期\t\t10月',
        '3\t做好换届\t督促12个支部按期换届\t\t11月底前',
        '说明：排在第一位的为牵头单位。',
      ]),
    ).toEqual([
      'next_step | 1 | 深化理论武装 | 2026-12-31 | 宣传部',
      'next_step | 2 | 抓好支部建设 | 2026-06-30 | 组织部',
      'next_step | - | 举办书记培训班2期 | 2026-10-31 | 组织部',
      'next_step | 3 | 做好换届 | 2026-11-30 | ',
    ]));

  it('with wide gaps; signatures set apart by gaps are no row', () =>
    expect(
      read([
        '重点欠薪案件任务分解表',
        '序号    欠薪情况    化解措施    责任单位    办结时限',
        '1    安居家园C标段欠薪326人    督促总包单位先行垫付    区住建局    6月30日',
        '2    城南污水厂欠薪58人    5月22日已支付到位    区水利局    已办结',
        '区住房和城乡建设局    区水利局',
      ]),
    ).toEqual([
      'problem | 1 | 安居家园C标段欠薪326人 | - | ',
      'next_step | 1 | 督促总包单位先行垫付 | 2026-06-30 | 区住建局',
    ]));

  it('are no tables without known heads', () =>
    expect(
      read(['全区2026年上半年经济运行情况报告', '指标\t上半年\t同比', '生产总值\t512\t5.6%', '财政收入\t24\t3.2%']),
    ).toEqual([]));
});
