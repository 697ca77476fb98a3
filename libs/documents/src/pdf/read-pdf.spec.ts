import * as fc from 'fast-check';
import { brokenBytes } from '../../../../test/support/broken-bytes';
import { DocumentError, type ReadDocument } from '../document.types';
import { readDocumentIsolated } from '../read-isolated';
import { grid, hex, pdfOf, PICTURE, text } from './sample-pdf';

/** pdfjs is an ES module that Jest cannot load: PDFs are read by the compiled reader in its thread. */
const read = (bytes: Uint8Array): Promise<ReadDocument> => readDocumentIsolated(bytes, { fileName: '报告.pdf' });
const texts = async (bytes: Uint8Array): Promise<string[]> => (await read(bytes)).paragraphs.map((one) => one.text);

const refusal = async (bytes: Uint8Array): Promise<DocumentError> => {
  const found = await read(bytes).catch((error: unknown) => error);
  if (found instanceof DocumentError) return found;
  throw new Error('The file was read.', { cause: found });
};

const BODY = text('市政府：', 80, 700) + text('于6月底前完成整改。', 112, 672);

describe('readPdf', () => {
  it('gives paragraphs with their page, title and heading level', async () => {
    const title = text('工作情况汇报', 231.5, 760, 22);
    const found = await read(pdfOf([title + BODY, text('二、打算', 112, 700) + text('抓好落实。', 112, 672)]));
    expect(found.format).toBe('pdf');
    expect(found.text).toBe('工作情况汇报\n市政府：\n于6月底前完成整改。\n二、打算\n抓好落实。');
    expect(found.paragraphs.map(({ heading, page }) => [heading, page])).toEqual([
      [0, 1],
      [undefined, 1],
      [undefined, 1],
      [undefined, 2],
      [undefined, 2],
    ]);
  });

  it('gives the cells of a ruled table, stroked or filled', async () => {
    const words =
      text('问题', 90, 607, 12) +
      text('时限', 210, 607, 12) +
      text('台账不全', 90, 587, 12) +
      text('年底前', 210, 587, 12);
    const expected = [
      ['问题', { table: 0, row: 0, column: 0 }],
      ['时限', { table: 0, row: 0, column: 1 }],
      ['台账不全', { table: 0, row: 1, column: 0 }],
      ['年底前', { table: 0, row: 1, column: 1 }],
    ];
    const cells = async (content: string): Promise<unknown[]> =>
      (await read(pdfOf([content]))).paragraphs.map((one) => [one.text, one.cell]);
    expect(await cells(grid([80, 200, 320], [580, 600, 620]) + words)).toEqual(expected);
    const bars =
      '80 580 240 1 re f 80 600 240 1 re f 80 620 240 1 re f 80 580 1 41 re f 200 580 1 41 re f 320 580 1 41 re f\n';
    expect(await cells(bars + words)).toEqual(expected);
  });

  it('keeps written spaces and knows every way to place text', async () => {
    const placed =
      `BT /F1 16 Tf 18 TL 80 700 Td <${hex('第一行 甲')}> Tj T* 2 Tr 0 Ts <${hex('第二行')}> Tj ET\n` +
      `q .5 0 0 .5 40 100 cm BT /F1 32 Tf 1 0 0 1 80 900 Tm [<${hex('完')}> -100 <${hex('成')}>] TJ ET Q\n`;
    expect(await texts(pdfOf([placed]))).toEqual(['第一行 甲', '第二行', '完成']);
  });

  it('turns pages that lie on their side', async () => {
    const lying = `BT /F1 16 Tf 0 1 -1 0 100 80 Tm <${hex('横排表格')}> Tj ET BT /F1 16 Tf 0 1 -1 0 130 80 Tm <${hex('第二行')}> Tj ET`;
    expect(await texts(pdfOf([lying]))).toEqual(['横排表格', '第二行']);
    expect(await texts(pdfOf([lying], { rotate: 90 }))).toEqual(['横排表格', '第二行']);
  });

  it('leaves out what leans across the page', async () =>
    expect(await texts(pdfOf([`${BODY}BT /F1 60 Tf .7 .7 -.7 .7 200 300 Tm <${hex('内部资料')}> Tj ET`]))).toEqual([
      '市政府：',
      '于6月底前完成整改。',
    ]));

  it('names the pages that are pictures, but not an empty one', async () => {
    const found = await read(pdfOf([BODY, PICTURE, '', PICTURE + text('— 4 —', 280, 40), PICTURE, BODY]));
    expect(found.notes).toEqual(['第2、4、5页是图片，没有文字，未读取。']);
    expect((await read(pdfOf([BODY, '']))).notes).toBeUndefined();
  });
});

describe('PDFs that cannot be read', () => {
  const encrypted = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> `;
  it.each<[string, Uint8Array, string, RegExp]>([
    [
      'only pictures',
      pdfOf([PICTURE, PICTURE]),
      'document.scanned',
      /是扫描件，没有文字层；请提供文字版，或先做文字识别（OCR）后再试/,
    ],
    ['a password', pdfOf([BODY], { trailer: encrypted }), 'document.protected', /请取消密码后再试/],
    ['nonsense', Uint8Array.from(Buffer.from('%PDF-1.4 nonsense')), 'document.damaged', /已损坏/],
    ['too many pages', pdfOf(Array.from({ length: 3001 }, () => '')), 'document.too-complex', /3001 页/],
    [
      'a font without meaning',
      pdfOf(['BT /F1 16 Tf 80 700 Td (ABABABAB) Tj ET'], {
        font: '/Type /Font /Subtype /Type1 /BaseFont /Secret /Encoding << /Differences [65 /uniE001 /uniE002] >>',
      }),
      'document.no-text',
      /乱码/,
    ],
  ])('%s', async (_what, bytes, code, message) => {
    const error = await refusal(bytes);
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(message)]);
    expect(error.message.split('。').length).toBe(2);
  });

  it('any bytes are read or refused', async () => {
    const sample = pdfOf([grid([80, 200, 320], [580, 600, 620]) + BODY + text('问题', 90, 607, 12), BODY]);
    const broken = brokenBytes(sample, 8, 5);
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        const found = await read(bytes).catch((error: unknown) => error);
        return found instanceof DocumentError || (typeof found === 'object' && found !== null && 'paragraphs' in found);
      }),
      { numRuns: 40, seed: 5 },
    );
  }, 120_000);
});

describe('text in other directions', () => {
  it('vertical writing is read from the right column to the left', async () => {
    const vertical = {
      font: '/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [4 0 R]',
    };
    expect(await texts(pdfOf([text('右边一列', 500, 700) + text('左边一列', 460, 700)], vertical))).toEqual([
      '右边一列',
      '左边一列',
    ]);
  });

  it('a cell whose text is turned is one paragraph', async () => {
    const turned = `BT /F1 12 Tf 0 1 -1 0 105 590 Tm <${hex('类别')}> Tj ET\n`;
    const words =
      text('任务一', 130, 605, 12) + text('任务二', 130, 588, 12) + text('说明完成时限和责任', 130, 560, 12);
    const found = await read(pdfOf([grid([80, 120, 320], [582, 620]) + '120 600 m 320 600 l S\n' + turned + words]));
    expect(found.paragraphs.map((one) => [one.text, one.cell?.row, one.cell?.column])).toEqual([
      ['类别', 0, 0],
      ['任务一', 0, 1],
      ['任务二', 1, 1],
      ['说明完成时限和责任', undefined, undefined],
    ]);
  });
});
