import { strToU8, zipSync } from 'fflate';
import type { Paragraph } from '../document.types';
import { ZipArchive } from '../archive/zip-archive';
import { readDocx } from './docx-file';

interface Parts {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
}
const part = (name: string, inner: string): Uint8Array =>
  strToU8(`<w:${name} xmlns:w="urn:w" xmlns:mc="urn:mc">${inner}</w:${name}>`);
const docx = ({ body, numbering, styles, footnotes }: Parts): Uint8Array =>
  zipSync({
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': part('numbering', numbering) }),
    ...(styles === undefined ? {} : { 'word/styles.xml': part('styles', styles) }),
    ...(footnotes === undefined ? {} : { 'word/footnotes.xml': part('footnotes', footnotes) }),
  });
const archiveOf = (parts: Parts): ZipArchive =>
  new ZipArchive(docx(parts), { total: 1 << 20, entry: 1 << 20, ratio: 200 });
const read = (parts: Parts): Paragraph[] => readDocx(archiveOf(parts)).paragraphs;
const texts = (parts: Parts): string[] => read(parts).map(({ text }) => text);

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
const item = (text: string, numId: number, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const OFFICIAL = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'japaneseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimalEnclosedCircle', '%4')}</w:abstractNum>`;
const num = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

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

  it('keep footnotes apart', () => {
    const { paragraphs, footnotes } = readDocx(
      archiveOf({
        body: `<w:p>${run('数据')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('核实')}</w:p>`,
        footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${p('截至9月')}</w:footnote>`,
      }),
    );
    expect([paragraphs[0].text, footnotes]).toEqual(['数据核实', ['截至9月']]);
  });
});

describe('tables', () => {
  it('give every cell its place, spanned columns and merged rows counted', () => {
    const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const body =
      `<w:tbl><w:tr>${cell('任务', '<w:gridSpan w:val="2"/>')}${cell('时限')}</w:tr>` +
      `<w:tr>${cell('党建', '<w:vMerge w:val="restart"/>')}${cell('培训')}${cell('11月底')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('换届')}${cell('12月底')}</w:tr></w:tbl>`;
    expect(read({ body }).map(({ text, cell: at }) => `${at?.row},${at?.column} ${text}`)).toEqual([
      '0,0 任务',
      '0,2 时限',
      '1,0 党建',
      '1,1 培训',
      '1,2 11月底',
      '2,1 换届',
      '2,2 12月底',
    ]);
  });
});
