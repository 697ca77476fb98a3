import { extract } from './extract';
import type { Source, SourceParagraph } from './source-text';

type Cell = string | null;

/** A document with a table after some lines; null is a cell that a merged one covers. */
function withTable(before: string[], rows: Cell[][], after: string[] = []): Source {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      cell === null
        ? []
        : cell.split('\n').map((text): SourceParagraph => ({ text, cell: { table: 0, row: at, column } })),
    ),
  );
  const paragraphs = [...before.map((text) => ({ text })), ...cells, ...after.map((text) => ({ text }))];
  return { paragraphs, text: paragraphs.map(({ text }) => text).join('\n') };
}
const read = (source: Source): string[] =>
  extract(source, { receivedOn: '2026-10-12' }).reports.flatMap(({ items }) =>
    items.map(({ kind, title, dueOn, units }) =>
      [kind, title, dueOn ?? '-', ...units.map(({ role, name }) => `${role} ${name}`)].join(' | '),
    ),
  );

describe('task tables', () => {
  it('give one next step for each row; a merged cell counts for the rows below it, an empty one for none', () =>
    expect(
      read(
        withTable(
          ['青岚区2027年重点任务分解表'],
          [
            ['序号', '重点任务', '具体措施', '牵头单位', '责任单位', '责任人', '完成时限'],
            [
              '1',
              '推进老旧小区改造',
              '3月：完成设计；4月—6月：完成招标',
              '区住建局',
              '青石街道、临河街道',
              '张三',
              '11月底',
            ],
            ['2', null, '同步加装电梯20部', null, '临河街道', '李四', '全年'],
            ['3', '提升应急能力', '开展应急演练\n更新物资储备', '区应急局', '', '王五', '长期'],
          ],
        ),
      ),
    ).toEqual([
      'next_step | 推进老旧小区改造 | 2027-11-30 | lead 区住建局 | responsible 青石街道 | responsible 临河街道 | person 张三',
      'next_step | 同步加装电梯20部 | 2027-12-31 | responsible 临河街道 | person 李四 | lead 区住建局',
      'next_step | 提升应急能力 | - | lead 区应急局 | person 王五',
    ]));

  it('of problems give the problem, and its measures while they are open', () =>
    expect(
      read(
        withTable(
          ['区教育局2026年检视问题整改台账'],
          [
            ['序号', '存在问题', '整改措施', '责任领导', '责任科室', '整改时限', '完成情况'],
            ['1', '理论学习不够系统', '制定学习计划', '赵六', '办公室', '12月底前', '正在推进'],
            ['2', '服务基层不够', '开展大走访', '钱七', '基教科', '立行立改', '已完成'],
          ],
        ),
      ),
    ).toEqual([
      'problem | 理论学习不够系统 | -',
      'next_step | 制定学习计划 | 2026-12-31 | leader 赵六 | responsible 办公室',
      'problem | 服务基层不够 | -',
    ]));

  it('that tell what has been done, or figures only, give nothing', () => {
    const done: Cell[][] = [
      ['序号', '工作任务', '责任单位', '完成情况'],
      ['1', '建设公园', '区住建局', '已完成'],
    ];
    expect(read(withTable(['区住建局2026年上半年工作总结', '一、重点工作完成情况'], done))).toEqual([]);
    const figures: Cell[][] = [
      ['指标', '上年', '本年'],
      ['公园', '3', '5'],
    ];
    expect(read(withTable(['区住建局2026年上半年工作总结', '一、主要指标'], figures))).toEqual([]);
  });
});
