import { cell, p, readWord, run, table } from '../../../../test/support/word-markup';

const places = (body: string): string[] =>
  readWord({ body }).map(({ text, cell: at }) =>
    at === undefined ? text : `${at.table}/${at.row},${at.column} ${text}`,
  );
const control = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

describe('tables', () => {
  it('give every cell its place, spanned columns and merged rows counted', () =>
    expect(
      places(
        table(
          cell('任务', '<w:gridSpan w:val="2"/>') + cell('时限'),
          cell('党建', '<w:vMerge w:val="restart"/>') + cell('培训') + cell('11月底'),
          cell('', '<w:vMerge/>') + cell('换届') + cell('12月底'),
          cell('', '<w:vMerge w:val="continue"/>') + cell('述职') + cell('年底'),
        ),
      ),
    ).toEqual([
      '0/0,0 任务',
      '0/0,2 时限',
      '0/1,0 党建',
      '0/1,1 培训',
      '0/1,2 11月底',
      '0/2,1 换届',
      '0/2,2 12月底',
      '0/3,1 述职',
      '0/3,2 年底',
    ]));
  it('a cell that goes on from no cell above is a cell', () =>
    expect(places(table(cell('甲', '<w:vMerge/>') + cell('乙'), cell('丙', '<w:vMerge/>') + cell('丁')))).toEqual([
      '0/0,0 甲',
      '0/0,1 乙',
      '0/1,1 丁',
    ]));
  it('rows may begin behind empty columns', () =>
    expect(places(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('甲')}</w:tr></w:tbl>`)).toEqual([
      '0/0,2 甲',
    ]));
  it('cells merged in the old way are one', () =>
    expect(places(table(cell('甲', '<w:hMerge w:val="restart"/>') + cell('', '<w:hMerge/>') + cell('乙')))).toEqual([
      '0/0,0 甲',
      '0/0,2 乙',
    ]));
  it('empty cells are empty paragraphs', () =>
    expect(places(table(cell('甲') + cell('')))).toEqual(['0/0,0 甲', '0/0,1 ']));
  it('a table inside a cell belongs to the cell, and counts as none', () =>
    expect(
      places(table(`<w:tc>${table(cell('内一') + cell('内二'))}${p('尾')}</w:tc>${cell('乙')}`) + table(cell('丙'))),
    ).toEqual(['0/0,0 内一', '0/0,0 内二', '0/0,0 尾', '0/0,1 乙', '1/0,0 丙']));
  it('content controls stand around paragraphs, tables, rows, cells and what is in cells', () =>
    expect(
      places(
        control(p('段')) +
          control(table(cell('甲'))) +
          `<w:tbl>${control(`<w:tr>${cell('乙')}${control(cell('丙'))}<w:tc>${control(p('丁'))}</w:tc></w:tr>`)}</w:tbl>` +
          `<w:p>${control(run('行内'))}</w:p>`,
      ),
    ).toEqual(['段', '0/0,0 甲', '1/0,0 乙', '1/0,1 丙', '1/0,2 丁', '行内']));
  it('deleted and hidden rows and deleted cells are gone, inserted ones stay', () =>
    expect(
      places(
        `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('甲')}</w:tr>` +
          `<w:tr><w:trPr><w:ins w:id="2"/></w:trPr>${cell('乙')}${cell('丙', '<w:cellDel w:id="3"/>')}</w:tr>` +
          `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('丁')}</w:tr></w:tbl>`,
      ),
    ).toEqual(['0/0,0 乙']));
  it('widths that make no sense count as one', () =>
    expect(
      places(table(cell('甲', '<w:gridSpan w:val="-3"/>') + cell('乙', '<w:gridSpan w:val="x"/>') + cell('丙'))),
    ).toEqual(['0/0,0 甲', '0/0,1 乙', '0/0,2 丙']));
  it('of 10,000 rows are read whole', () => {
    const rows = readWord({
      body: table(...Array.from({ length: 10_000 }, (_none, at) => cell(`事项${at}`) + cell('年底'))),
    });
    expect(rows.length).toBe(20_000);
    expect(rows.at(-1)).toEqual({ text: '年底', cell: { table: 0, row: 9999, column: 1 } });
  });
});
