import * as iconv from 'iconv-lite';
import type { ReadDocument } from '../document.types';
import { readDocument } from '../read-document';

const read = (text: string): Promise<ReadDocument> => readDocument(new TextEncoder().encode(text));

describe('separated values', () => {
  const ROWS = [
    ['序号', '工作任务', '责任单位', '完成时限'],
    ['1', '培训教师', '区教育局', '2026年6月30日'],
    ['2', '改造食堂', '', '10月底前'],
  ];
  it.each([
    ['commas', ','],
    ['tabs', '\t'],
    ['semicolons', ';'],
  ])('between %s are a table', async (_what, separator) => {
    const { format, paragraphs } = await read(ROWS.map((row) => row.join(separator)).join('\r\n'));
    expect(format).toBe('csv');
    expect(paragraphs.map(({ text, cell }) => [cell?.table, cell?.row, cell?.column, text])).toEqual(
      ROWS.flatMap((row, at) => row.map((text, column) => [0, at, column, text])),
    );
  });
  it('as a spreadsheet saves them: GB18030, a title, quotes, lines in a cell, an empty end', async () => {
    const text =
      '重点任务表,,\r\n序号,具体措施,责任人\r\n1,"1.摸底\n2.整改，报“结果”""",张三\r\n,,\r\n注：按月更新,,\r\n';
    const { paragraphs, format } = await readDocument(Uint8Array.from(iconv.encode(text, 'gb18030')));
    expect(format).toBe('csv');
    expect(paragraphs).toEqual([
      { text: '重点任务表', heading: 0 },
      { text: '序号', cell: { table: 0, row: 0, column: 0 } },
      { text: '具体措施', cell: { table: 0, row: 0, column: 1 } },
      { text: '责任人', cell: { table: 0, row: 0, column: 2 } },
      { text: '1', cell: { table: 0, row: 1, column: 0 } },
      { text: '1.摸底', cell: { table: 0, row: 1, column: 1 } },
      { text: '2.整改，报“结果”"', cell: { table: 0, row: 1, column: 1 } },
      { text: '张三', cell: { table: 0, row: 1, column: 2 } },
      { text: '注：按月更新' },
    ]);
  });
});

describe('ordinary texts', () => {
  it.each([
    ['sentences with commas', '一是抓党建,强班子,带队伍\n二是抓项目,促发展,惠民生\n三是抓作风,转职能,提效率'],
    ['slogans that sound like heads', '推进工作,落实任务,完成目标\n推进项目,落实措施,完成整改'],
    ['a list of units', '区教育局,区财政局,区人社局\n区住建局,区民政局,区卫健委'],
    [
      'rows set with tabs between paragraphs',
      '工作汇报\n序号\t任务\t时限\n1\t培训\t6月\n2\t换届\t7月\n以上任务按月调度。',
    ],
    ['a head alone', '序号,任务,责任单位,时限'],
    ['two columns', '任务,时限\n培训,6月'],
    ['quotes that do not pair', '序号,任务,时限\n1,"培训,6月\n'],
  ])('%s stay as they are', async (_what, text) => expect(await read(text)).toMatchObject({ format: 'txt', text }));
});
