import * as fc from 'fast-check';
import { brokenBytes } from '../../../../test/support/broken-bytes';
import { strToU8, zipSync } from 'fflate';
import { DocumentError, type ReadDocument } from '../document.types';
import { readDocument } from '../read-document';

interface Files {
  pages: string[];
  template?: string;
  prefix?: string;
  /** How paths are written; the root of the document stands in Doc_0. */
  path?: (path: string) => string;
}

const wrap = (name: string, inner: string): string =>
  `<ofd:${name} xmlns:ofd="http://www.ofdspec.org/2016">${inner}</ofd:${name}>`;
const page = (content: string, before = ''): string =>
  wrap('Page', `${before}<ofd:Content><ofd:Layer ID="9">${content}</ofd:Layer></ofd:Content>`);

/** An OFD written by hand. */
function ofd({ pages, template, prefix = 'ofd:', path = (same) => same }: Files): Uint8Array {
  const common = `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${template === undefined ? '' : `<ofd:TemplatePage ID="2" BaseLoc="${path('Tpls/Tpl_0/Content.xml')}"/>`}</ofd:CommonData>`;
  const list = pages
    .map((_none, at) => `<ofd:Page ID="${at + 10}" BaseLoc="${path(`Pages/Page_${at}/Content.xml`)}"/>`)
    .join('');
  const files: Record<string, string> = {
    'OFD.xml': wrap('OFD', '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'),
    'Doc_0/Document.xml': wrap('Document', `${common}<ofd:Pages>${list}</ofd:Pages>`),
    ...(template === undefined ? {} : { 'Doc_0/Tpls/Tpl_0/Content.xml': template }),
    ...Object.fromEntries(pages.map((content, at) => [`Doc_0/Pages/Page_${at}/Content.xml`, content])),
  };
  const encoded = Object.entries(files).map(([name, xml]) => [name, strToU8(xml.replaceAll('ofd:', prefix))]);
  return zipSync(Object.fromEntries(encoded));
}

/** Text in size 5.6 mm at millimetres from the upper left corner. */
const text = (
  words: string,
  x: number,
  y: number,
  attributes = '',
  code = `DeltaX="g ${words.length - 1} 5.6"`,
): string =>
  `<ofd:TextObject ID="5" Font="3" Size="5.6" Boundary="${x} ${y - 5} 150 7" ${attributes}><ofd:TextCode X="0" Y="5" ${code}>${words}</ofd:TextCode></ofd:TextObject>`;
const line = (data: string, x = 0, y = 0): string =>
  `<ofd:PathObject ID="7" Boundary="${x} ${y} 200 200" LineWidth="0.3"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
const PICTURE = '<ofd:ImageObject ID="8" Boundary="0 0 210 297" ResourceID="4"/>';

const read = (bytes: Uint8Array): Promise<ReadDocument> => readDocument(bytes, { fileName: '报告.ofd' });
const texts = async (files: Files): Promise<string[]> => (await read(ofd(files))).paragraphs.map((one) => one.text);
const BODY = text('市政府：', 28, 40) + text('于六月底前完成整改。', 39.2, 50);

describe('readOfd', () => {
  it('reads the pages in their order', async () => {
    const found = await read(ofd({ pages: [page(BODY), page(text('二、打算', 39.2, 40))] }));
    expect(found.format).toBe('ofd');
    expect(found.paragraphs).toEqual([
      { text: '市政府：', page: 1 },
      { text: '于六月底前完成整改。', page: 1 },
      { text: '二、打算', page: 2 },
    ]);
  });

  it.each<[string, Partial<Files>]>([
    ['another prefix', { prefix: 'x:' }],
    ['absolute paths', { path: (path) => `/Doc_0/${path}` }],
    ['back-slashes', { path: (path) => path.replaceAll('/', '\\') }],
    ['paths from the root without a slash', { path: (path) => `Doc_0/${path}` }],
    ['other letter case', { path: (path) => path.toUpperCase() }],
  ])('understands %s', async (_what, files) =>
    expect(await texts({ pages: [page(BODY)], ...files })).toEqual(['市政府：', '于六月底前完成整改。']),
  );

  it('places text by CTM, steps and blocks', async () => {
    const scaled = `<ofd:TextObject ID="5" Font="3" Size="2.8" CTM="2 0 0 2 0 0" Boundary="28 35 150 7"><ofd:TextCode X="0" Y="2.5" DeltaX="g 1 2.8 5.6 2.8">完成时限</ofd:TextCode></ofd:TextObject>`;
    const blocked = `<ofd:PageBlock ID="6"><ofd:PageBlock ID="7">${text('整改', 28, 60)}</ofd:PageBlock></ofd:PageBlock>`;
    expect(await texts({ pages: [page(scaled + blocked)] })).toEqual(['完成 时限', '整改']);
  });

  it('reads text without steps, and several codes in one object', async () => {
    const codes = `<ofd:TextObject ID="5" Font="3" Size="5.6" Boundary="28 35 150 60"><ofd:TextCode X="0" Y="5">第一行6月底</ofd:TextCode><ofd:TextCode X="0" Y="20">第二行</ofd:TextCode></ofd:TextObject>`;
    expect(await texts({ pages: [page(codes)] })).toEqual(['第一行6月底', '第二行']);
  });

  it('puts the text of templates under that of the page, and leaves out what is not visible', async () => {
    const template = page(text('征求意见稿', 28, 30));
    const used = '<ofd:Template TemplateID="2" ZOrder="Background"/>';
    expect(await texts({ pages: [page(BODY, used)], template })).toEqual([
      '征求意见稿',
      '市政府：',
      '于六月底前完成整改。',
    ]);
    expect(await texts({ pages: [page(BODY + text('隐藏', 28, 90, 'Visible="false"'))] })).toEqual([
      '市政府：',
      '于六月底前完成整改。',
    ]);
  });

  it('gives the cells of a ruled table', async () => {
    const lines = [
      'M 0 0 L 100 0',
      'M 0 10 L 100 10',
      'M 0 20 L 100 20',
      'M 0 0 L 0 20',
      'M 50 0 L 50 20',
      'M 100 0 L 100 20',
    ];
    const words = text('问题', 32, 47) + text('时限', 82, 47) + text('台账', 32, 57) + text('年底', 82, 57);
    const found = await read(ofd({ pages: [page(lines.map((data) => line(data, 28, 40)).join('') + words)] }));
    expect(found.paragraphs.map((one) => [one.text, one.cell?.row, one.cell?.column])).toEqual([
      ['问题', 0, 0],
      ['时限', 0, 1],
      ['台账', 1, 0],
      ['年底', 1, 1],
    ]);
  });

  it('names the pages that are pictures or missing', async () => {
    const found = await read(ofd({ pages: [page(BODY), page(PICTURE), '<ofd:Page'] }));
    expect(found.notes).toEqual(['第2页是图片，没有文字，未读取。', '第3页已损坏，未读取。']);
  });
});

describe('OFDs that cannot be read', () => {
  it.each<[string, Uint8Array, string]>([
    ['only pictures', ofd({ pages: [page(PICTURE)] }), 'document.scanned'],
    ['no pages', ofd({ pages: [] }), 'document.damaged'],
    ['only broken pages', ofd({ pages: ['<ofd:Page'] }), 'document.damaged'],
    ['no document', zipSync({ 'OFD.xml': strToU8('<OFD/>') }), 'document.damaged'],
    ['too many pages', ofd({ pages: Array.from({ length: 3001 }, () => page('')) }), 'document.too-complex'],
  ])('%s', async (_what, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DocumentError', code });
  });

  it('a step repeated without end is no more than its characters', async () =>
    expect(await texts({ pages: [page(text('市政府', 28, 40, '', 'DeltaX="g 1000000000 5.6"'))] })).toEqual([
      '市政府',
    ]));

  it('any bytes are read or refused', async () => {
    const sample = ofd({ pages: [page(BODY + line('M 0 0 L 100 0')), page(BODY)], template: page(BODY) });
    const broken = brokenBytes(sample, 4, 4);
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        const found = await read(bytes).catch((error: unknown) => error);
        return found instanceof DocumentError || (typeof found === 'object' && found !== null && 'paragraphs' in found);
      }),
      { numRuns: 300, seed: 7 },
    );
  }, 60_000);

  it('any numbers and words in the attributes are read or refused', async () => {
    const value = fc.oneof(
      fc.constantFrom('', 'NaN', '1e308 1e308', '-5', '0 0 0 0', 'g', 'g g g', '1 0 0 1', 'Infinity'),
      fc.string({ maxLength: 12 }),
    );
    const safe = value.map((words) => words.replace(/[<>&"]/g, ' '));
    await fc.assert(
      fc.asyncProperty(fc.array(safe, { minLength: 5, maxLength: 5 }), async ([boundary, ctm, size, delta, data]) => {
        const odd = `<ofd:TextObject ID="5" Size="${size}" CTM="${ctm}" Boundary="${boundary}"><ofd:TextCode X="${size}" DeltaX="${delta}" DeltaY="${delta}">完成整改</ofd:TextCode></ofd:TextObject>`;
        const found = await texts({ pages: [page(BODY + odd + line(data))] });
        return found.length >= 2;
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
