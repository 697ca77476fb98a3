import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Workbook } from 'exceljs';
import { convert } from '../libre-office/convert';
import type { WrittenCell } from '../written-table';
import { harmlessText } from './harmless-text';
import { writeWorkbook, type WrittenSheet } from './write-workbook';

jest.setTimeout(60_000);

const COLUMNS: WrittenSheet['columns'] = [
  { title: '问题', width: 20 },
  { title: '时限', width: 6, kind: 'day' },
  { title: '进度', width: 4, kind: 'percent' },
  { title: '亮灯', width: 6, centred: true },
];
const RED = { ink: 'B42318', ground: 'FDECEA' };

async function* all(rows: WrittenCell[][]) {
  yield* rows;
}
const sheet = (name: string, rows: string[][]): WrittenSheet => ({
  ...{ name, title: name, subtitle: '截至 2026-11-25', columns: COLUMNS },
  rows: all(rows.map((texts) => texts.map((text) => ({ text, colour: text === '逾期' ? RED : undefined })))),
});
async function written(...sheets: WrittenSheet[]): Promise<Buffer> {
  const out = new PassThrough();
  const [file] = await Promise.all([buffer(out), writeWorkbook(out, '三张清单', sheets)]);
  return file;
}
async function opened(file: Buffer): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Uint8Array.from(file).buffer);
  return workbook;
}

describe('a workbook', () => {
  it('holds days as days, percentages as numbers, lights as words with a ground', async () => {
    const workbook = await opened(
      await written(
        sheet('整改清单', [
          ['台账空白', '2026-12-31', '40%', '逾期'],
          ['', '', '', ''],
        ]),
      ),
    );
    const [first] = workbook.worksheets;
    const [problem, day, percent, light] = [1, 2, 3, 4].map((column) => first.getCell(4, column));
    expect([problem.value, day.value, percent.value, light.value]).toEqual([
      '台账空白',
      new Date('2026-12-31T00:00:00Z'),
      0.4,
      '逾期',
    ]);
    expect([problem.numFmt, day.numFmt, percent.numFmt]).toEqual(['@', 'yyyy-mm-dd', '0%']);
    expect(light.fill).toMatchObject({ fgColor: { argb: 'FFFDECEA' } });
    expect(problem.alignment).toMatchObject({ wrapText: true });
    expect(first.getCell(5, 2).value ?? '').toBe('');
  });

  it('has a title, a frozen head with filters, and prints on A4 on its side with the head on every page', async () => {
    const workbook = await opened(await written(sheet('问题清单', [['甲', '', '', '']]), sheet('责任清单', [])));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['问题清单', '责任清单']);
    const [first] = workbook.worksheets;
    expect(first.getCell('A1').value).toBe('问题清单');
    expect(first.getRow(3).values).toEqual([undefined, '问题', '时限', '进度', '亮灯']);
    expect(first.views).toMatchObject([{ state: 'frozen', ySplit: 3 }]);
    expect(first.autoFilter).toBe('A3:D4');
    expect(first.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      printTitlesRow: '3:3',
    });
    expect(first.getColumn(1).width).toBe(42);
  });

  it('opens in LibreOffice with formulas and markup as mere text', async () => {
    const file = await written(
      sheet('问题清单', [
        ['=1+1', '2026-12-31', '40%', '<b>red</b>'],
        ['\u0001台账\ud800', '', '', '正常'],
      ]),
    );
    const [rewritten] = (await opened((await convert(file, 'xlsx', 'xlsx')) as Buffer)).worksheets;
    const values = [4, 5].map((row) => [1, 2, 3, 4].map((column) => rewritten.getCell(row, column).value ?? ''));
    expect(values).toEqual([
      ["'=1+1", new Date('2026-12-31T00:00:00Z'), 0.4, '<b>red</b>'],
      ['台账', '', '', '正常'],
    ]);
  });
});

it.each([
  ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
  ['+8613800000000', `'+8613800000000`],
  ['-2+3', `'-2+3`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['＝1+1', `'＝1+1`],
  ['  =1+1', `'  =1+1`],
  ['\t=1+1', `'\t=1+1`],
  ['\n第二行', `'\n第二行`],
  ['完成率=80%', '完成率=80%'],
  ['——已整改', '——已整改'],
  ['', ''],
])('%j is written as %j', (text, safe) => expect(harmlessText(text)).toBe(safe));

it('cuts what no cell of Excel holds', () => {
  expect(harmlessText('长'.repeat(40_000))).toBe(`${'长'.repeat(32_766)}…`);
});
