import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { DocumentError, type ReadDocument } from '../document.types';
import { readDocument } from '../read-document';

const MIME = 'application/vnd.oasis.opendocument.text';
const NAMES = ['office', 'style', 'text', 'table', 'draw', 'loext']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');
interface Odt {
  body: string;
  /** Common styles, and those of content.xml. */
  styles?: string;
  automatic?: string;
  mimetype?: string;
}
const odt = ({ body, styles = '', automatic = '', mimetype = MIME }: Odt): Uint8Array =>
  zipSync(
    {
      mimetype: strToU8(mimetype),
      'content.xml': strToU8(
        `<office:document-content ${NAMES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
      'styles.xml': strToU8(
        `<office:document-styles ${NAMES}><office:styles>${styles}</office:styles></office:document-styles>`,
      ),
    },
    { level: 1 },
  );
const read = (parts: Odt): Promise<ReadDocument> => readDocument(odt(parts));
const texts = async (parts: Odt): Promise<string[]> => (await read(parts)).paragraphs.map(({ text }) => text);
const textsOf = (body: string): Promise<string[]> => texts({ body });
const p = (content: string, style = 'Standard'): string => `<text:p text:style-name="${style}">${content}</text:p>`;
const h = (content: string, level: number, more = ''): string =>
  `<text:h text:outline-level="${level}" ${more}>${content}</text:h>`;
const list = (attributes: string, ...items: string[]): string =>
  `<text:list ${attributes}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`;
const number = (level: number, attributes: string): string =>
  `<text:list-level-style-number text:level="${level}" ${attributes}/>`;
const CHINESE = 'style:num-format="一, 二, 三, ..."';
const OFFICIAL = `<text:list-style style:name="L">${number(1, `${CHINESE} style:num-suffix="、"`)}${number(2, `${CHINESE} style:num-prefix="（" style:num-suffix="）" loext:num-list-format="（%2%）"`)}${number(3, 'style:num-format="1" style:num-suffix="."')}</text:list-style>`;
const L = 'text:style-name="L"';

describe('lists', () => {
  it('count as LibreOffice shows them: sublists anew in every item, lists that go on after a paragraph', async () =>
    expect(
      await texts({
        automatic: OFFICIAL,
        body:
          list(L, p('工作开展情况') + list('', p('强化领导'))) +
          p('会议12次。') +
          list(
            `${L} text:continue-numbering="true"`,
            list('', p('压实责任')),
            p('存在的问题') + list('', p('不够深入')),
          ) +
          list(L, p('又一个')),
      }),
    ).toEqual([
      '一、工作开展情况',
      '（一）强化领导',
      '会议12次。',
      '（二）压实责任',
      '二、存在的问题',
      '（一）不够深入',
      '一、又一个',
    ]));
  it('go on with a list they name, whatever lists stand between', async () =>
    expect(
      await texts({
        automatic: OFFICIAL,
        body: list(`${L} xml:id="a"`, p('甲')) + list(L, p('别')) + list('text:continue-list="a" xml:id="b"', p('乙')),
      }),
    ).toEqual(['一、甲', '一、别', '二、乙']));
  it('do not go on with a list of another style', async () =>
    expect(
      await texts({
        automatic: OFFICIAL + OFFICIAL.replace('"L"', '"M"'),
        body: list(L, p('甲')) + list('text:style-name="M" text:continue-numbering="true"', p('乙')),
      }),
    ).toEqual(['一、甲', '一、乙']));
  it('number the first paragraph of an item only, and no list header', async () =>
    expect(
      await texts({
        automatic: OFFICIAL,
        body: `<text:list ${L}><text:list-header>${p('头')}</text:list-header><text:list-item>${p('甲')}${p('续')}</text:list-item><text:list-item text:start-value="5">${p('乙')}</text:list-item></text:list>`,
      }),
    ).toEqual(['头', '一、甲', '续', '五、乙']));
  it('a second sublist of an item begins anew', async () =>
    expect(
      await texts({ automatic: OFFICIAL, body: list(L, p('甲') + list('', p('子')) + list('', p('另'))) }),
    ).toEqual(['一、甲', '（一）子', '（一）另']));
  it('that begin on a lower level have a number above all the same', async () =>
    expect(await texts({ automatic: OFFICIAL, body: list(L, list('', p('子')), p('乙')) })).toEqual([
      '（一）子',
      '二、乙',
    ]));
  it('start where their style says, and show upper levels', async () =>
    expect(
      await texts({
        automatic: `<text:list-style style:name="L">${number(1, 'style:num-format="1" text:start-value="3"')}${number(2, 'style:num-format="1" text:display-levels="2" style:num-suffix="."')}</text:list-style>`,
        body: list(L, p('甲') + list('', p('子'), p('丑'))),
      }),
    ).toEqual(['3 甲', '3.1. 子', '3.2. 丑']));
  it('without a style of their own take that of the paragraph style, else bullets', async () =>
    expect(
      await texts({
        automatic: OFFICIAL,
        styles:
          '<style:style style:name="Num" style:family="paragraph" style:list-style-name="L"/><style:style style:name="Sub" style:family="paragraph" style:parent-style-name="Num"/>',
        body: list('', p('甲', 'Num'), p('乙', 'Sub')) + list('', p('丙')) + p('丁', 'Num'),
      }),
    ).toEqual(['一、甲', '二、乙', '• 丙', '丁']));
  it('may name their paragraphs one by one', async () =>
    expect(
      await texts({
        automatic: OFFICIAL,
        body: [1, 2, 1]
          .map(
            (level) =>
              `<text:numbered-paragraph text:list-id="n" ${L} text:level="${level}">${p('项')}</text:numbered-paragraph>`,
          )
          .join(''),
      }),
    ).toEqual(['一、项', '（一）项', '二、项']));
  it('count paragraphs without words, and show no number there', async () => {
    const { paragraphs } = await read({ automatic: OFFICIAL, body: list(L, p(''), p('乙')) });
    expect(paragraphs).toEqual([{ text: '' }, { text: '二、乙', label: '二、' }]);
  });
  it.each([
    ['1', '2'],
    ['a', 'b'],
    ['I', 'II'],
    ['壹, 贰, 叁, ...', '贰'],
    ['①, ②, ③, ...', '②'],
    ['１, ２, ３, ...', '２'],
    ['1, 2, 3, ...', '２'],
    ['甲, 乙, 丙, ...', '乙'],
    ['子, 丑, 寅, ...', '丑'],
    ['ア, イ, ウ, ...', '2'],
    ['', undefined],
  ])('write their numbers as %s', async (format, label) => {
    const { paragraphs } = await read({
      automatic: `<text:list-style style:name="L">${number(1, `style:num-format="${format}"`)}</text:list-style>`,
      body: list(L, p('甲'), p('乙')),
    });
    expect(paragraphs[1].label).toBe(label);
  });
  it.each([
    ['', 'aa'],
    ['style:num-letter-sync="true"', 'bb'],
  ])('count letters after z %s', async (sync) => {
    const { paragraphs } = await read({
      automatic: `<text:list-style style:name="L">${number(1, `style:num-format="a" text:start-value="28" ${sync}`)}</text:list-style>`,
      body: list(L, p('甲')),
    });
    expect(paragraphs[0].label).toBe(sync === '' ? 'ab' : 'bb');
  });
  it.each([
    ['◆', '◆'],
    ['\uf0b7', '•'],
  ])('with the bullet %j read %s', async (bullet, label) =>
    expect(
      await texts({
        automatic: `<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="${bullet}"/></text:list-style>`,
        body: list(L, p('甲')),
      }),
    ).toEqual([`${label} 甲`]),
  );
});

describe('headings', () => {
  const OUTLINE = `<text:outline-style style:name="Outline">${`${number(1, `${CHINESE} style:num-suffix="、"`)}${number(2, `${CHINESE} style:num-prefix="（" style:num-suffix="）"`)}`.replaceAll('list-level-style-number', 'outline-level-style')}</text:outline-style>`;
  const HEADING =
    '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>';

  it('have the numbers of the outline, unless they opt out', async () =>
    expect(
      (
        await read({
          styles: OUTLINE + HEADING,
          automatic:
            '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1" style:list-style-name=""/>',
          body:
            h('总体', 1) +
            h('分项', 2) +
            h('附', 1, 'text:style-name="P1"') +
            h('头', 1, 'text:is-list-header="true"') +
            p('打算', 'Heading_20_1') +
            h('新', 1, 'text:restart-numbering="true" text:start-value="7"'),
        })
      ).paragraphs.map(({ text, heading }) => `${heading} ${text}`),
    ).toEqual(['1 一、总体', '2 （一）分项', '1 附', '1 头', '1 二、打算', '1 七、新']));
  it('are told by the names of styles where no level is given', async () =>
    expect(
      (
        await read({
          styles:
            '<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/><style:style style:name="Title" style:family="paragraph"/>',
          automatic:
            '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/><style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>',
          body: p('题', 'P2') + p('节', 'P1') + p('文'),
        })
      ).paragraphs.map(({ heading }) => heading),
    ).toEqual([0, 2, undefined]));
});

describe('text', () => {
  it.each([
    ['甲\n   <text:span> 乙 </text:span> 丙\n', '甲 乙 丙'],
    ['甲<text:s text:c="3"/>乙<text:s/>', '甲   乙 '],
    ['甲<text:tab/>乙<text:line-break/>丙', '甲\t乙\n丙'],
    ['<text:a>链接</text:a><text:bookmark-start text:name="a"/>后', '链接后'],
    ['第<text:page-number text:select-page="current">3</text:page-number>页', '第3页'],
    ['<text:ruby><text:ruby-base>资</text:ruby-base><text:ruby-text>zī</text:ruby-text></text:ruby>', '资'],
    ['甲<office:annotation><text:p>批注</text:p></office:annotation>乙<office:annotation-end/>', '甲乙'],
    ['甲<text:change-start text:change-id="1"/>乙<text:change-end text:change-id="1"/>', '甲乙'],
    ['甲<text:hidden-text text:string-value="密">密</text:hidden-text>', '甲'],
    ['<text:conditional-text text:condition="1">显示</text:conditional-text>', '显示'],
    ['安\u00ad全', '安全'],
  ])('%s', async (content, text) => expect(await textsOf(p(content))).toEqual([text]));

  it('without deletions and hidden parts', async () =>
    expect(
      await texts({
        automatic:
          '<style:style style:name="H" style:family="paragraph"><style:text-properties text:display="none"/></style:style>' +
          '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>',
        body:
          `<text:tracked-changes><text:changed-region><text:deletion>${p('删掉的')}</text:deletion></text:changed-region></text:tracked-changes>` +
          p('甲<text:span text:style-name="T">乙</text:span>') +
          p('丙', 'H') +
          p('丁<text:hidden-paragraph text:is-hidden="true"/>') +
          `<text:section text:display="none">${p('戊')}</text:section><text:section>${p('己')}</text:section>`,
      }),
    ).toEqual(['甲', '己']));
  it('without the table of contents and its title', async () =>
    expect(
      await texts({
        styles: '<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph"/>',
        body:
          p('报告') +
          p('目　录') +
          `<text:table-of-content><text:index-body>${p('一、总体\t1')}</text:index-body></text:table-of-content>` +
          p('二、打算\t3', 'Contents_20_1') +
          p('一、总体'),
      }),
    ).toEqual(['报告', '一、总体']));
  it('with footnotes apart and text boxes behind their paragraph', async () => {
    const { paragraphs, footnotes } = await read({
      body:
        p(
          `数据<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('截至9月')}${p('二')}</text:note-body></text:note>核实<draw:frame><draw:text-box>${p('框')}</draw:text-box></draw:frame>`,
        ) + `<draw:frame><draw:text-box>${p('页框')}</draw:text-box></draw:frame>`,
    });
    expect([paragraphs.map(({ text }) => text), footnotes]).toEqual([['数据核实', '框', '页框'], ['截至9月\n二']]);
  });
});

describe('tables', () => {
  const places = async (body: string): Promise<string[]> =>
    (await read({ body: p('表') + body })).paragraphs
      .slice(1)
      .map(({ text, cell: at }) => (at === undefined ? text : `${at.table}/${at.row},${at.column} ${text}`));
  const cell = (text: string, more = ''): string => `<table:table-cell ${more}>${p(text)}</table:table-cell>`;
  const covered = (more = ''): string => `<table:covered-table-cell ${more}/>`;
  const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
  const table = (...rows: string[]): string => `<table:table><table:table-column/>${rows.join('')}</table:table>`;

  it('give every cell its place; covered cells have none', async () =>
    expect(
      await places(
        table(
          `<table:table-header-rows>${row(cell('任务', 'table:number-columns-spanned="2"'), covered(), cell('时限'))}</table:table-header-rows>`,
          row(cell('党建', 'table:number-rows-spanned="2"'), cell('培训'), cell('11月底')),
          row(covered(), cell('换届'), cell('12月底')),
        ),
      ),
    ).toEqual(['0/0,0 任务', '0/0,2 时限', '0/1,0 党建', '0/1,1 培训', '0/1,2 11月底', '0/2,1 换届', '0/2,2 12月底']));
  it('a table inside a cell belongs to the cell', async () =>
    expect(
      await places(
        table(row(`<table:table-cell>${table(row(cell('内')))}</table:table-cell>`, cell('乙'))) +
          table(row(cell('丙'))),
      ),
    ).toEqual(['0/0,0 内', '0/0,1 乙', '1/0,0 丙']));
  it('repeated cells and rows stand there as often as they say; empty cells are empty', async () =>
    expect(
      await places(
        table(
          `<table:table-row table:number-rows-repeated="2">${cell('甲', 'table:number-columns-repeated="2"')}<table:table-cell/></table:table-row>`,
          row(covered('table:number-columns-repeated="3"'), cell('乙')),
        ),
      ),
    ).toEqual(['0/0,0 甲', '0/0,1 甲', '0/0,2 ', '0/1,0 甲', '0/1,1 甲', '0/1,2 ', '0/2,3 乙']));
  it('a file cannot grow without end by repeating', async () => {
    const many = 'table:number-columns-repeated="999999"';
    const { text } = await read({
      body: table(
        `<table:table-row table:number-rows-repeated="999999">${cell('字'.repeat(1000), many).repeat(50)}</table:table-row>`.repeat(
          20,
        ),
      ),
    });
    expect(text.length).toBeLessThan(2_000_000);
  });
  it('of 10,000 rows are read whole', async () =>
    expect(await places(table(...Array.from({ length: 10_000 }, () => row(cell('项'), cell('底')))))).toHaveLength(
      20_000,
    ));
});

describe('OpenDocument files', () => {
  it('are told by their content: texts and templates', async () => {
    expect((await read({ body: p('报告') })).format).toBe('odt');
    expect((await read({ body: p('报告'), mimetype: `${MIME}-template\n` })).format).toBe('odt');
  });
  it('whose type only the manifest has, with other prefixes', async () =>
    expect(
      (
        await readDocument(
          zipSync({
            'content.xml': strToU8(
              '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text><t:h t:outline-level="2">报告</t:h></o:text></o:body></o:document-content>',
            ),
            'META-INF/manifest.xml': strToU8(
              `<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><file-entry m:full-path="/" m:media-type="${MIME}"/></manifest>`,
            ),
          }),
        )
      ).paragraphs,
    ).toEqual([{ text: '报告', heading: 2 }]));
  it('of other kinds are refused', async () =>
    await expect(
      read({ body: p('甲'), mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    ).rejects.toMatchObject({ code: 'document.unsupported' }));
  it('with a password are refused', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    await expect(
      readDocument(
        zipSync({ mimetype: strToU8(MIME), 'content.xml': strToU8('x'), 'META-INF/manifest.xml': strToU8(manifest) }),
        { fileName: '汇报.odt' },
      ),
    ).rejects.toMatchObject({
      code: 'document.protected',
      message: '“汇报.odt”设有密码，无法读取；请取消密码保护后再试。',
    });
  });
  it('that are damaged are read or refused, never more', async () => {
    const whole = odt({
      automatic: OFFICIAL,
      body:
        h('题', 1) +
        list(L, p('甲') + list('', p('乙'))) +
        `<table:table><table:table-row><table:table-cell>${p('格')}</table:table-cell></table:table-row></table:table>`,
    });
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (flips, length) => {
        const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
        for (const [at, byte] of flips) bytes[at % whole.length] = byte;
        await readDocument(bytes).catch((error: unknown) => {
          if (!(error instanceof DocumentError)) throw error;
        });
      }),
      { numRuns: 300 },
    );
  });
});
