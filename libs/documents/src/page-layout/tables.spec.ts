import type { Paragraph } from '../document.types';
import { layoutPage } from './layout-page';
import { paragraphsOf } from './paragraphs';
import { LEFT, SamplePage } from './sample-page';

const page = (number = 1): SamplePage => new SamplePage(number);
const read = (...pages: SamplePage[]): Paragraph[] =>
  paragraphsOf(pages.map(({ content }) => layoutPage(content))).paragraphs;
const cells = (...pages: SamplePage[]): string[] =>
  read(...pages).map(({ text, cell }) =>
    cell === undefined ? text : `${cell.table}.${cell.row}.${cell.column} ${text}`,
  );

const XS = [80, 130, 290, 400];
const HEAD = (sample: SamplePage, y: number): SamplePage =>
  sample.text('序号', 93, y, 12).text('问题', 198, y, 12).text('责任单位', 321, y, 12);

describe('ruled tables', () => {
  it('have cells whose lines are joined; an empty cell is there', () => {
    const table = HEAD(page().text('现将情况报告如下：', LEFT, 80).grid(XS, [100, 120, 180, 200]), 115)
      .text('1', 102, 155, 12)
      .text('隐患排查台账不健全，部分', 135, 140, 12)
      .text('企业主体责任落实不到位', 135, 157, 12)
      .text('区应急局', 321, 155, 12)
      .text('2', 102, 195, 12)
      .text('项目审批时限偏长', 135, 195, 12)
      .text('特此报告。', LEFT, 230);
    expect(cells(table)).toEqual([
      '现将情况报告如下：',
      '0.0.0 序号',
      '0.0.1 问题',
      '0.0.2 责任单位',
      '0.1.0 1',
      '0.1.1 隐患排查台账不健全，部分企业主体责任落实不到位',
      '0.1.2 区应急局',
      '0.2.0 2',
      '0.2.1 项目审批时限偏长',
      '0.2.2 ',
      '特此报告。',
    ]);
  });

  it('have merged cells once, counted where they begin', () => {
    const table = page()
      .rule(80, 100, 400, 100)
      .rule(130, 120, 400, 120)
      .rule(130, 140, 400, 140)
      .rule(80, 160, 400, 160)
      .rule(80, 100, 80, 160)
      .rule(130, 100, 130, 160)
      .rule(290, 120, 290, 160)
      .rule(400, 100, 400, 160)
      .text('党建', 93, 135, 12)
      .text('责任', 250, 115, 12)
      .text('牵头', 180, 135, 12)
      .text('配合', 330, 135, 12)
      .text('组织部', 180, 155, 12)
      .text('宣传部', 330, 155, 12);
    expect(cells(table)).toEqual([
      '0.0.0 党建',
      '0.0.1 责任',
      '0.1.1 牵头',
      '0.1.2 配合',
      '0.2.1 组织部',
      '0.2.2 宣传部',
    ]);
  });

  it('keep paragraphs of a cell apart', () => {
    const table = page()
      .grid([80, 130, 290], [100, 140, 160])
      .text('1', 90, 125, 12)
      .text('建立台账；', 135, 115, 12)
      .text('逐项销号。', 135, 132, 12)
      .text('2', 90, 155, 12);
    expect(cells(table)).toEqual(['0.0.0 1', '0.0.1 建立台账；', '0.0.1 逐项销号。', '0.1.0 2', '0.1.1 ']);
  });

  it('go on over a page break, without the head that is repeated, and a parted row is one', () => {
    const one = HEAD(page(1).grid(XS, [700, 720, 740]), 715)
      .text('1', 102, 735, 12)
      .text('隐患排查台账不健全，部分', 135, 735, 12)
      .text('应急局', 321, 735, 12);
    const two = HEAD(page(2).grid(XS, [60, 80, 100, 120]), 75)
      .text('企业责任不落实', 135, 95, 12)
      .text('2', 102, 115, 12)
      .text('审批偏慢', 135, 115, 12)
      .text('审批局', 321, 115, 12);
    expect(cells(one, two)).toEqual([
      '0.0.0 序号',
      '0.0.1 问题',
      '0.0.2 责任单位',
      '0.1.0 1',
      '0.1.1 隐患排查台账不健全，部分企业责任不落实',
      '0.1.2 应急局',
      '0.2.0 2',
      '0.2.1 审批偏慢',
      '0.2.2 审批局',
    ]);
  });

  it('are not what a frame around text is', () =>
    expect(cells(page().grid([60, 520], [60, 700]).text('工作简报', LEFT, 120))).toEqual(['工作简报']));
});

describe('tables without lines', () => {
  it('are seen by their columns; rows by the gaps', () => {
    const table = page()
      .text('任务', LEFT, 120)
      .text('单位', 300, 120)
      .text('时限', 420, 120)
      .text('完成供暖设施检修和管网', LEFT, 150)
      .text('住建局', 300, 150)
      .text('10月底', 420, 150)
      .text('改造任务', LEFT, 169)
      .text('开展安全培训', LEFT, 199)
      .text('应急局', 300, 199)
      .text('年底前', 420, 199)
      .text('以上任务请抓好落实。', LEFT, 260);
    expect(cells(table)).toEqual([
      '0.0.0 任务',
      '0.0.1 单位',
      '0.0.2 时限',
      '0.1.0 完成供暖设施检修和管网改造任务',
      '0.1.1 住建局',
      '0.1.2 10月底',
      '0.2.0 开展安全培训',
      '0.2.1 应急局',
      '0.2.2 年底前',
      '以上任务请抓好落实。',
    ]);
  });

  it('are not what two lines with gaps are', () =>
    expect(
      cells(
        page()
          .text('甲方：某局', LEFT, 120)
          .text('乙方：某司', 320, 120)
          .text('日期：', LEFT, 150)
          .text('日期：', 320, 150),
      ),
    ).toEqual(['甲方：某局\t乙方：某司', '日期：\t日期：']));
});
