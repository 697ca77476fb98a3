import {
  item,
  level,
  line,
  num,
  OFFICIAL,
  p,
  readWord as read,
  run,
  textsOf,
  wordArchive,
  wordTexts as texts,
} from '../../../../test/support/word-markup';
import { readDocx } from './docx-file';

describe('automatic numbers', () => {
  it('count as Word shows them, lower levels start again', () =>
    expect(
      texts({
        numbering: OFFICIAL + num(1, 0),
        body: [
          item('回顾', 1),
          item('党建', 1, 1),
          item('学习', 1, 2),
          item('培训', 1, 2),
          item('巡察', 1, 1),
          item('整改', 1, 2),
          item('打算', 1),
          item('细项', 1, 3),
        ].join(''),
      }),
    ).toEqual(['一、回顾', '（一）党建', '1. 学习', '2. 培训', '（二）巡察', '1. 整改', '二、打算', '① 细项']));

  it('start again where a list overrides its start', () =>
    expect(
      texts({
        numbering:
          OFFICIAL + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
        body: item('甲', 1) + item('乙', 1) + item('丙', 2) + item('丁', 2),
      }),
    ).toEqual(['一、甲', '二、乙', '一、丙', '二、丁']));

  it('come from styles and the styles they are based on, unless a paragraph opts out', () =>
    expect(
      texts({
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>')}${level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>')}</w:abstractNum>${num(5, 0)}`,
        styles:
          '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>' +
          '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:name w:val="heading 2"/></w:style>',
        body:
          p('总体', '<w:pStyle w:val="A"/>') +
          p('分项', '<w:pStyle w:val="B"/>') +
          p('附', '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      }),
    ).toEqual(['一、总体', '（一）分项', '附']));

  it('of legal lists show digits: 1.1 under 第一章', () =>
    expect(
      texts({
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '第%1章')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>${num(1, 0)}`,
        body: item('总则', 1) + item('目的', 1, 1),
      }),
    ).toEqual(['第一章 总则', '1.1 目的']));

  it('restart only below the level that the list says', () =>
    expect(
      texts({
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>')}${level(3, 'decimal', '（%4）', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>${num(1, 0)}`,
        body: [[0], [1], [2], [3], [1], [2], [0], [1], [2], [3]].map(([at]) => item('项', 1, at)).join(''),
      }),
    ).toEqual([
      '一、项',
      '（一）项',
      '1. 项',
      '（1）项',
      '（二）项',
      '2. 项',
      '二、项',
      '（一）项',
      '1. 项',
      '（2）项',
    ]));

  it('of a style that is based on a numbered style stand on its level', () =>
    expect(
      texts({
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>')}${level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>')}</w:abstractNum>${num(5, 0)}`,
        styles:
          '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>' +
          '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>' +
          '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>',
        body: p('总体', '<w:pStyle w:val="A"/>') + p('分项', '<w:pStyle w:val="C"/>'),
      }),
    ).toEqual(['一、总体', '（一）分项']));

  it('take the list from the style where a paragraph names the level only', () =>
    expect(
      texts({
        numbering: OFFICIAL + num(1, 0),
        styles:
          '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        body: p('甲', '<w:pStyle w:val="L"/>') + p('乙', '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'),
      }),
    ).toEqual(['一、甲', '（一）乙']));

  it('go on beyond 9999', () =>
    expect(
      texts({
        numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="10000"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>${num(1, 0)}`,
        body: item('项', 1) + item('项', 1),
      }),
    ).toEqual(['10000. 项', '10001. 项']));

  it.each([
    ['\uf06c', '', '•'],
    ['\uf0fc', '', '•'],
    ['l', '', '•'],
    ['o', '', '•'],
    ['', '<w:lvlPicBulletId w:val="0"/>', '•'],
    ['◆', '', '◆'],
    ['—', '', '—'],
    ['□', '', '□'],
    ['', '', undefined],
  ])('the bullet %j%s reads %s', (mark, more, label) =>
    expect(
      read({
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', mark, more)}</w:abstractNum>${num(1, 0)}`,
        body: item('项', 1),
      })[0],
    ).toEqual({ ...(label === undefined ? { text: '项' } : { text: `${label} 项`, label }) }),
  );

  it('of a hidden number show nothing', () =>
    expect(
      texts({
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.', '<w:rPr><w:vanish/></w:rPr>')}</w:abstractNum>${num(1, 0)}`,
        body: item('项', 1),
      }),
    ).toEqual(['项']));

  it('a numbered paragraph without words is an empty line', () =>
    expect(texts({ numbering: OFFICIAL + num(1, 0), body: item('', 1) + p('正文') })).toEqual(['', '正文']));
});

describe('paragraphs', () => {
  it('leave out deletions and field codes, keep insertions, soft breaks and tabs', () =>
    expect(
      texts({
        body: `<w:p>${run('落实')}<w:ins>${run('主体')}</w:ins><w:del><w:r><w:delText>全部</w:delText></w:r></w:del>${run('责任')}<w:r><w:br/></w:r>${run('下行')}<w:r><w:tab/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${run('尾')}</w:p>`,
      }),
    ).toEqual(['落实主体责任\n下行\t尾']));

  it('know their heading level by outline or style', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="3"><w:name w:val="标题 2"/></w:style>';
    const body =
      p('题', '<w:pStyle w:val="T"/>') +
      p('节', '<w:pStyle w:val="3"/>') +
      p('段', '<w:outlineLvl w:val="0"/>') +
      p('文');
    expect(read({ styles, body }).map(({ heading }) => heading)).toEqual([0, 2, 1, undefined]);
  });

  it('know the heading level of styles based on headings, and of no body text', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="一级"/><w:basedOn w:val="1"/></w:style>';
    const body = p('节', '<w:pStyle w:val="a"/>') + p('段', '<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>');
    expect(read({ styles, body }).map(({ heading }) => heading)).toEqual([1, undefined]);
  });

  it('keep footnotes and endnotes apart, in the order of their marks', () => {
    const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const { paragraphs, footnotes } = readDocx(
      wordArchive({
        body: line(
          `${run('甲')}${reference('footnote', 3)}${run('乙')}${reference('endnote', 2)}${run('丙')}${reference('footnote', 2)}<w:del>${reference('footnote', 4)}</w:del>`,
        ),
        footnotes: [2, 3, 4].map((id) => `<w:footnote w:id="${id}">${p(`脚注${id}`)}</w:footnote>`).join(''),
        endnotes: `<w:endnote w:id="2">${p('尾注')}${p('二')}</w:endnote>`,
      }),
    );
    expect([paragraphs[0].text, footnotes]).toEqual(['甲乙丙', ['脚注3', '尾注\n二', '脚注2']]);
  });

  it('keep footnotes apart', () => {
    const { paragraphs, footnotes } = readDocx(
      wordArchive({
        body: `<w:p>${run('数据')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('核实')}</w:p>`,
        footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${p('截至9月')}</w:footnote>`,
      }),
    );
    expect([paragraphs[0].text, footnotes]).toEqual(['数据核实', ['截至9月']]);
  });
});

describe('tracked changes', () => {
  const deletedEnd = '<w:rPr><w:del w:id="1"/></w:rPr>';
  const deleted = (text: string): string => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

  it('a deleted paragraph is gone', () =>
    expect(textsOf(p('甲') + line(deleted('乙'), deletedEnd) + p('丙'))).toEqual(['甲', '丙']));
  it('a deleted paragraph end joins two paragraphs', () =>
    expect(textsOf(p('压实', deletedEnd) + p('责任'))).toEqual(['压实责任']));
  it('paragraphs that are joined have one number', () =>
    expect(
      texts({
        numbering: OFFICIAL + num(1, 0),
        body: p('压实', `<w:numPr><w:numId w:val="1"/></w:numPr>${deletedEnd}`) + item('责任', 1) + item('落实', 1),
      }),
    ).toEqual(['一、压实责任', '二、落实']));
  it('the rest of a deleted paragraph keeps the number and level of the next', () =>
    expect(
      texts({
        numbering: OFFICIAL + num(1, 0),
        body: line(deleted('旧'), `<w:numPr><w:numId w:val="1"/></w:numPr>${deletedEnd}`) + item('新', 1, 1),
      }),
    ).toEqual(['（一）新']));
  it('a joined paragraph ends with the table that follows, and with the document', () =>
    expect(
      textsOf(
        `${p('甲', deletedEnd)}<w:tbl><w:tr><w:tc>${p('乙', deletedEnd)}</w:tc></w:tr></w:tbl>${p('丙', deletedEnd)}`,
      ),
    ).toEqual(['甲', '乙', '丙']));
  it('moved text stands where it was moved to', () =>
    expect(
      textsOf(
        line(
          `<w:moveFromRangeStart w:id="1"/><w:moveFrom>${run('先移走')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`,
          '<w:rPr><w:moveFrom w:id="2"/></w:rPr>',
        ) +
          p('中') +
          line(`<w:moveTo>${run('先移走')}</w:moveTo>`, '<w:rPr><w:moveTo w:id="3"/></w:rPr>'),
      ),
    ).toEqual(['中', '先移走']));
  it('inserted paragraphs stay', () =>
    expect(textsOf(line(`<w:ins>${run('新增')}</w:ins>`, '<w:rPr><w:ins w:id="1"/></w:rPr>') + p('后'))).toEqual([
      '新增',
      '后',
    ]));
  it('old properties are no properties', () =>
    expect(read({ body: p('文', '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>') })).toEqual([
      { text: '文' },
    ]));
});

describe('hidden text', () => {
  const VANISH = '<w:rPr><w:vanish/></w:rPr>';

  it('is left out', () => expect(textsOf(line(run('甲') + run('乙', '<w:vanish/>') + run('丙')))).toEqual(['甲丙']));
  it('is text where a run says that it is not hidden', () =>
    expect(textsOf(line(run('甲', '<w:vanish w:val="0"/>')))).toEqual(['甲']));
  it('is hidden by its character style or paragraph style, and those they are based on', () =>
    expect(
      texts({
        styles:
          `<w:style w:type="character" w:styleId="H">${VANISH}</w:style>` +
          '<w:style w:type="character" w:styleId="I"><w:basedOn w:val="H"/></w:style>' +
          `<w:style w:type="paragraph" w:styleId="Q">${VANISH}</w:style>`,
        body:
          line(run('甲') + run('乙', '<w:rStyle w:val="I"/>')) +
          line(run('丙') + run('丁', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="Q"/>'),
      }),
    ).toEqual(['甲', '丁']));
  it('a hidden paragraph end lets the next paragraph go on in the same line', () =>
    expect(textsOf(p('标题。', VANISH) + p('正文。'))).toEqual(['标题。正文。']));
  it('text that is hidden on the web only is seen on paper', () =>
    expect(textsOf(line(run('3', '<w:webHidden/>')))).toEqual(['3']));
});

describe('characters', () => {
  const sym = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;

  it.each([
    [sym('Wingdings', 'F0FE'), '☑'],
    [sym('Wingdings', 'F0A8'), '□'],
    [sym('Wingdings 2', '0052'), '☑'],
    [sym('Symbol', 'F0B0'), '°'],
    [sym('Wingdings', 'F0C5'), '•'],
    [sym('宋体', '2460'), '①'],
    [sym('Webdings', 'zz'), ''],
    [run('\uf0fc', '<w:rFonts w:ascii="Wingdings"/>'), '✓'],
    ['<w:r><w:softHyphen/></w:r>', ''],
    [run('安\u00ad全'), '安全'],
    ['<w:r><w:noBreakHyphen/></w:r>', '-'],
    ['<w:r><w:ptab/></w:r>', '\t'],
    ['<w:r><w:cr/></w:r>', '\n'],
    ['<w:r><w:br w:type="page"/></w:r>', ''],
    ['<w:r><w:t>两\n行</w:t></w:r>', '两 行'],
    ['<w:r><w:t><![CDATA[A<B]]></w:t></w:r>', 'A<B'],
    [
      '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>资</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '资',
    ],
    [
      '<w:r><w:rPr><w:vanish/></w:rPr><w:ruby><w:rt/><w:rubyBase><w:r><w:t>资</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '',
    ],
    [
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
      '1/2',
    ],
  ])('%s reads %j', (content, text) => expect(textsOf(line(run('前') + content + run('后')))).toEqual([`前${text}后`]));
});

describe('what is no text of the document', () => {
  it('comments and bookmarks', () =>
    expect(
      textsOf(
        line(
          `<w:commentRangeStart w:id="0"/><w:bookmarkStart w:id="1" w:name="a"/>${run('正文')}<w:bookmarkEnd w:id="1"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
        ),
      ),
    ).toEqual(['正文']));
  it('headers and footers', () =>
    expect(textsOf(`${p('正文')}<w:sectPr><w:headerReference w:type="default"/></w:sectPr>`)).toEqual(['正文']));
});

describe('content given twice', () => {
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;

  it('is read once: the newer form', () =>
    expect(
      textsOf(
        line(
          `${run('图')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('框')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ) + p('后'),
      ),
    ).toEqual(['图', '框', '后']));
  it('is read in the older form where there is no newer one', () =>
    expect(
      textsOf(`<mc:AlternateContent><mc:Fallback>${p('旧')}</mc:Fallback></mc:AlternateContent>`).concat(
        textsOf(line(`<w:r><w:pict>${box('框')}</w:pict></w:r>`)),
      ),
    ).toEqual(['旧', '', '框']));
  it('boxes that are drawn inside hidden or deleted text are not read', () =>
    expect(
      textsOf(line(`${run('甲')}<w:del><w:r><w:pict>${box('乙')}</w:pict></w:r></w:del>`)).concat(
        textsOf(line(`${run('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:pict>${box('乙')}</w:pict></w:r>`)),
      ),
    ).toEqual(['甲', '甲']));
});
