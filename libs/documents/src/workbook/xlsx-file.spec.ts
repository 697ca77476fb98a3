import { Workbook, type Worksheet } from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { DocumentError, type Paragraph, type ReadDocument } from '../document.types';
import { readDocument } from '../read-document';

type Fill = (sheet: Worksheet, workbook: Workbook) => void;
const HEAD = ['序号', '工作任务', '责任单位', '完成时限'];

async function bytesOf(...fills: Fill[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  fills.forEach((fill, at) => fill(workbook.addWorksheet(`表${at + 1}`), workbook));
  return Uint8Array.from(Buffer.from(await workbook.xlsx.writeBuffer()));
}
const read = async (...fills: Fill[]): Promise<ReadDocument> => readDocument(await bytesOf(...fills));
const shape = ({ text, heading, cell }: Paragraph): string =>
  [heading === undefined ? '' : `h${heading} `, cell && `${cell.table}:${cell.row},${cell.column} `, text].join('');
const shapes = async (...fills: Fill[]): Promise<string[]> => (await read(...fills)).paragraphs.map(shape);
/** The parts of a workbook, one of them changed. */
const changed = (bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]))) });
};

describe('a sheet', () => {
  it('is its title, its lines above, its table and its notes', async () =>
    expect(
      await shapes((sheet) => {
        sheet.addRow(['2026年重点任务分解表']);
        sheet.mergeCells('A1:D2');
        sheet.getCell('A3').value = '填报单位：区教育局';
        sheet.getCell('C3').value = '填报日期：2026年1月9日';
        sheet.addRow(HEAD);
        sheet.addRow([1, '培训教师', '区教育局', '6月底']);
        sheet.addRow([2, '改造食堂', '', '10月底']);
        sheet.addRow(['注：时限以通知为准。']);
        sheet.addRow(['填表人：张三', '', '审核人：李四']);
      }),
    ).toEqual([
      'h0 2026年重点任务分解表',
      '填报单位：区教育局',
      '填报日期：2026年1月9日',
      '0:0,0 序号',
      '0:0,1 工作任务',
      '0:0,2 责任单位',
      '0:0,3 完成时限',
      '0:1,0 1',
      '0:1,1 培训教师',
      '0:1,2 区教育局',
      '0:1,3 6月底',
      '0:2,0 2',
      '0:2,1 改造食堂',
      '0:2,2 ',
      '0:2,3 10月底',
      '注：时限以通知为准。',
      '填表人：张三',
      '审核人：李四',
    ]));

  it('shows merged cells once, bands too', async () =>
    expect(
      await shapes((sheet) => {
        sheet.addRows([
          HEAD,
          ['一、党建'],
          [1, '培训', '区教育局', '6月'],
          [2, '换届', '', '6月'],
          [3, '考核', '区委组织部', '7月'],
        ]);
        sheet.mergeCells('A2:D2');
        sheet.mergeCells('C3:C4');
      }),
    ).toEqual([
      ...HEAD.map((text, column) => `0:0,${column} ${text}`),
      '0:1,0 一、党建',
      '0:2,0 1',
      '0:2,1 培训',
      '0:2,2 区教育局',
      '0:2,3 6月',
      '0:3,0 2',
      '0:3,1 换届',
      '0:3,3 6月',
      '0:4,0 3',
      '0:4,1 考核',
      '0:4,2 区委组织部',
      '0:4,3 7月',
    ]));

  it('may hold several tables; an empty row alone does not end one without a new head', async () =>
    expect(
      await shapes((sheet) => {
        sheet.addRows([HEAD.slice(0, 2), [1, '甲'], [], [2, '乙'], [], ['问题清单'], ['序号', '存在问题'], [1, '丙']]);
      }),
    ).toEqual([
      '0:0,0 序号',
      '0:0,1 工作任务',
      '0:1,0 1',
      '0:1,1 甲',
      '0:2,0 2',
      '0:2,1 乙',
      'h1 问题清单',
      '1:0,0 序号',
      '1:0,1 存在问题',
      '1:1,0 1',
      '1:1,1 丙',
    ]));

  it('need not begin in its first cell; sheets follow each other', async () =>
    expect(
      await shapes(
        (sheet) => {
          sheet.getCell('C4').value = '任务';
          sheet.getCell('D4').value = '时限';
          sheet.getCell('C5').value = '甲';
        },
        (sheet) => sheet.addRows([['整改台账'], ['问题', '措施'], ['乙', '丙']]),
      ),
    ).toEqual([
      '0:0,0 任务',
      '0:0,1 时限',
      '0:1,0 甲',
      '0:1,1 ',
      'h0 整改台账',
      '1:0,0 问题',
      '1:0,1 措施',
      '1:1,0 乙',
      '1:1,1 丙',
    ]));

  it('of sentences in one column is a text', async () =>
    expect(
      await shapes((sheet) => sheet.addRows([['填表说明'], ['一、本表由各单位填报。'], ['二、每月5日前报送。']])),
    ).toEqual(['h0 填表说明', '一、本表由各单位填报。', '二、每月5日前报送。']));
});

describe('cells', () => {
  it('are shown as a reader sees them', async () => {
    const { paragraphs } = await read((sheet) => {
      sheet.addRow(['完成时限', '完成率', '投资', '措施', '其他']);
      sheet.addRow([new Date(Date.UTC(2026, 5, 30)), 0.95, 1234.5, '1.摸底\n2.整改', true]);
      sheet.addRow([new Date(Date.UTC(2026, 5, 30)), 0.1 + 0.2, { formula: 'C2*2', result: 2469 }, '', '']);
      sheet.getCell('A2').numFmt = 'yyyy"年"m"月"d"日"';
      sheet.getCell('A3').numFmt = 'd-mmm-yy';
      sheet.getCell('B2').numFmt = '0%';
      sheet.getCell('C2').numFmt = '#,##0.00"万元"';
      sheet.getCell('D3').value = { richText: [{ text: '立行' }, { text: '立改', font: { bold: true } }] };
      sheet.getCell('E3').value = { text: '见附件', hyperlink: 'http://example.com' };
    });
    expect(paragraphs.slice(5).map(({ text, cell }) => `${cell?.row},${cell?.column} ${text}`)).toEqual([
      '1,0 2026年6月30日',
      '1,1 95%',
      '1,2 1,234.50万元',
      '1,3 1.摸底',
      '1,3 2.整改',
      '1,4 TRUE',
      '2,0 2026年6月30日',
      '2,1 0.3',
      '2,2 2469',
      '2,3 立行立改',
      '2,4 见附件',
    ]);
  });

  it('that are hidden are left out and named', async () => {
    const { text, notes } = await read(
      (sheet) => {
        sheet.addRows([HEAD, [1, '甲', '乙', '丙'], [2, '藏行', '', ''], [3, '丁', '戊', '己']]);
        sheet.getRow(3).hidden = true;
        sheet.getColumn(3).hidden = true;
      },
      (sheet) => {
        sheet.addRow(['草稿', '数据']);
        sheet.state = 'hidden';
      },
    );
    expect(text.split('\n')).toEqual(['序号', '工作任务', '完成时限', '1', '甲', '丙', '3', '丁', '己']);
    expect(notes).toEqual(['隐藏的工作表“表2”未读取。', '工作表“表1”中隐藏的 1 行、1 列未读取。']);
  });
});

describe('what other programs write', () => {
  const plain: Fill = (sheet) => sheet.addRows([HEAD, [1, '甲', '乙', '6月']]);
  it('prefixes of their own', async () => {
    const prefixed = changed(await bytesOf(plain), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
    );
    expect((await readDocument(prefixed)).text).toBe('序号\n工作任务\n责任单位\n完成时限\n1\n甲\n乙\n6月');
  });
  it('cells without places, texts in the sheet itself, reading aids, escaped characters', async () => {
    const sheet =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>任务</t></is></c><c t="str"><v>时_x000D_限</v></c></row>' +
      '<row><c t="inlineStr"><is><r><t>培</t></r><r><t>训</t></r><rPh sb="0" eb="1"><t>pei</t></rPh></is></c><c><v>6</v></c></row></sheetData></worksheet>';
    const bytes = changed(await bytesOf(plain), 'xl/worksheets/sheet1.xml', () => sheet);
    expect((await readDocument(bytes)).text).toBe('任务\n时\n限\n培训\n6');
  });
  it('addresses of parts that begin at the root', async () => {
    const bytes = changed(await bytesOf(plain), 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replaceAll('Target="', 'Target="/xl/'),
    );
    expect((await readDocument(bytes)).paragraphs).toHaveLength(8);
  });
});

describe('workbooks that cannot be read', () => {
  const refusal = async (bytes: Uint8Array): Promise<DocumentError> => {
    const read = readDocument(bytes, { fileName: '台账.xlsx' });
    return read.then(
      () => Promise.reject(new Error('The file was read.')),
      (error: unknown) => (error instanceof DocumentError ? error : Promise.reject(error)),
    );
  };
  const one: Fill = (sheet) => sheet.addRows([HEAD, [1, '甲', '乙', '6月']]);
  const withSheet = async (inner: string): Promise<Uint8Array> =>
    changed(await bytesOf(one), 'xl/worksheets/sheet1.xml', () => `<worksheet>${inner}</worksheet>`);
  const cell = (row: number): string => `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>甲</t></is></c></row>`;

  it.each<[string, () => Promise<Uint8Array>, string, RegExp]>([
    ['nothing seen', () => bytesOf((sheet) => sheet.addRow(['', ' '])), 'document.no-text', /没有可见的文字/],
    [
      'without its list of parts',
      async () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
      'document.damaged',
      /已损坏/,
    ],
    ['broken XML', () => withSheet('<sheetData><row>'), 'document.damaged', /用 Excel 或 WPS 打开/],
    [
      'a row beyond all',
      () => withSheet(`<sheetData>${cell(1_000_000)}</sheetData>`),
      'document.too-complex',
      /表格过大/,
    ],
    [
      'too many rows',
      () => withSheet(`<sheetData>${Array.from({ length: 50_001 }, (_none, at) => cell(at + 1)).join('')}</sheetData>`),
      'document.too-complex',
      /表格过大/,
    ],
    [
      'merged cells over whole columns',
      () => withSheet(`<sheetData>${cell(1)}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
      'document.too-complex',
      /合并的单元格过多/,
    ],
  ])('%s', async (_what, bytes, code, message) => {
    const error = await refusal(await bytes());
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(message)]);
    expect(error.message).toMatch(/^“台账\.xlsx”[^。]*。$/);
  });

  it('a row that is only coloured, far below, is no row', async () =>
    expect(
      (
        await readDocument(
          await withSheet(`<sheetData>${cell(1)}<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>`),
        )
      ).text,
    ).toBe('甲'));

  it('whatever is done to its bytes, it is read or refused', async () => {
    const whole = await bytesOf(one);
    const stored = zipSync(unzipSync(whole), { level: 0 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(whole, stored),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        fc.option(fc.nat(), { nil: undefined }),
        async (bytes, flips, cut) => {
          const spoilt = bytes.slice(0, cut === undefined ? bytes.length : cut % bytes.length);
          for (const [at, byte] of flips) if (spoilt.length > 0) spoilt[at % spoilt.length] = byte;
          const answer = await readDocument(spoilt).catch((error: unknown) => error);
          if (answer instanceof Error) expect(answer).toBeInstanceOf(DocumentError);
        },
      ),
      { numRuns: 300 },
    );
  });
});
