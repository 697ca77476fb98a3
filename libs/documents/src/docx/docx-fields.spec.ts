import { field, line, mark, p, readWord, run, textsOf, wordTexts } from '../../../../test/support/word-markup';

const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

describe('fields', () => {
  it('show their result', () =>
    expect(textsOf(line(run('第') + field(' PAGE ', run('3')) + run('页')))).toEqual(['第3页']));
  it('of the simple kind show it too', () =>
    expect(textsOf(line(`<w:fldSimple w:instr=" NUMPAGES ">${run('12')}</w:fldSimple>`))).toEqual(['12']));
  it('inside an instruction are no text', () =>
    expect(
      textsOf(
        line(
          `${mark('begin')}${instruction('IF ')}${field('PAGE', run('3'))}${mark('separate')}${run('是')}${mark('end')}`,
        ),
      ),
    ).toEqual(['是']));
  it('without a result show nothing', () =>
    expect(textsOf(line(`${run('甲')}${mark('begin')}${instruction('XE "索引"')}${mark('end')}${run('乙')}`))).toEqual([
      '甲乙',
    ]));
  it('whose end is missing hide nothing', () =>
    expect(textsOf(line(mark('begin') + instruction('TOC') + run('甲')) + p('乙'))).toEqual(['甲', '乙']));
  it('that end without having begun hide nothing', () =>
    expect(textsOf(line(mark('separate') + mark('end') + run('甲')))).toEqual(['甲']));
  it('whose text is hidden still end', () =>
    expect(
      textsOf(
        line(
          `<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>${instruction('XE')}<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>${run('甲')}`,
        ),
      ),
    ).toEqual(['甲']));
  it.each([
    ['eq \\o\\ac(○,1)', '①'],
    [' eq \\o\\ac(○, 12) ', '⑫'],
    ['EQ \\o\\ac(□,密)', '密'],
    ['eq \\f(1,2)', ''],
  ])('that draw a character in a circle: %s → %s', (code, text) =>
    expect(textsOf(line(`${mark('begin')}${instruction(code)}${mark('end')}${run('项')}`))).toEqual([`${text}项`]),
  );
});

describe('the table of contents', () => {
  const entries = [
    line(`${mark('begin')}${instruction('TOC \\o "1-3"')}${mark('separate')}${run('一、总体要求\t1')}`),
    line(field('HYPERLINK \\l "_Toc1"', run('二、下一步工作\t3'))),
    line(mark('end')),
  ].join('');

  it('is left out with its title, the report around it stays', () =>
    expect(textsOf(p('关于工作情况的报告') + p('目　录') + entries + p('一、总体要求'))).toEqual([
      '关于工作情况的报告',
      '一、总体要求',
    ]));
  it('leaves the words that stand behind it in its last paragraph', () =>
    expect(
      textsOf(
        line(`${mark('begin')}${instruction('TOC')}${mark('separate')}${run('甲\t1')}${mark('end')}${run('正文')}`),
      ),
    ).toEqual(['正文']));
  it('is told by the styles of its paragraphs', () => {
    const styles = [
      ['10', 'toc 1'],
      ['11', 'TOC Heading'],
      ['12', '目录 2'],
    ]
      .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
      .join('');
    const body = ['10', '11', '12', '13'].map((id) => p(`段${id}`, `<w:pStyle w:val="${id}"/>`)).join('');
    expect(wordTexts({ styles, body })).toEqual(['段13']);
  });
  it('is told by the content control around it', () =>
    expect(
      textsOf(
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${entries}</w:sdtContent></w:sdt>${p('正文')}`,
      ),
    ).toEqual(['正文']));
  it('in a simple field is left out', () =>
    expect(textsOf(line(`<w:fldSimple w:instr="TOC \\o">${run('甲\t1')}</w:fldSimple>`) + p('乙'))).toEqual(['乙']));
  it('does not count the numbers of the report', () =>
    expect(readWord({ body: entries + p('题', '<w:outlineLvl w:val="0"/>') })).toEqual([{ text: '题', heading: 1 }]));
  it('does not reach into a text box', () =>
    expect(
      textsOf(
        line(
          `${mark('begin')}${instruction('PAGE')}<w:r><w:txbxContent>${p('框')}</w:txbxContent></w:r>${mark('separate')}${run('1')}${mark('end')}`,
        ),
      ),
    ).toEqual(['1']));
});
