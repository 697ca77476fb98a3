import { strToU8, unzipSync, zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { importAs, pathsSeenBy, UNITS, xlsx } from '../support/organisation-file';

let application: TestApplication;
let admin: Browserless;
beforeEach(async () => {
  application = await startApplication();
  admin = application.admin;
});
afterEach(() => application?.close());

it.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['GB18030', (text: string) => encode(text, 'gb18030')],
])('takes CSV in %s', async (_, bytes) => {
  const units = '单位名称*,上级单位,简称,别名\r\n"青石街道",,,"青石街道办事处、街道办"\r\n\r\n石桥社区,青石街道,,\r\n';
  expect((await importAs(admin, bytes(units), 'apply', '单位.csv')).body).toMatchObject({
    units: { created: 2 },
    errors: [],
  });
  const people = '姓名,登录名,单位,角色\n丁春生,dingchunsheng,石桥社区,承办人\n周𬱟,zhouwei,石桥,承办人\n';
  const wrong = await importAs(admin, bytes(people), 'apply', '人员.csv');
  expect(wrong.body.errors).toMatchObject([{ sheet: '人员', row: 3, field: '单位' }]);
  const right = await importAs(admin, bytes(people.replace('石桥,', '石桥社区,')), 'apply', '人员.csv');
  expect(right.body.oneTimePasswords.map(({ name }) => name)).toEqual(['丁春生', '周𬱟']);
});

it('reads what a person sees in the cells: results, rich text, links, merged cells', async () => {
  const bytes = await xlsx({ 单位: [UNITS, [], [], ['石桥社区', '青石街道'], ['柳溪社区']] }, (workbook) => {
    const sheet = workbook.getWorksheet('单位');
    if (!sheet) throw new Error('no sheet');
    sheet.getCell('A2').value = { formula: 'HYPERLINK("http://evil.example.com","x")', result: '青石街道' };
    sheet.getCell('D2').value = { richText: [{ text: '青石街道' }, { text: '办事处', font: { bold: true } }] };
    sheet.getCell('A3').value = { text: '临河街道', hyperlink: 'http://example.com' };
    sheet.mergeCells('B4:B5');
    sheet.getCell('B4').value = '青石街道';
  });
  expect((await importAs(admin, bytes)).body).toMatchObject({ units: { created: 4 } });
  expect(await pathsSeenBy(admin)).toEqual([
    '本单位',
    '本单位/青石街道',
    '本单位/青石街道/石桥社区',
    '本单位/青石街道/柳溪社区',
    '本单位/临河街道',
  ]);
});

it.each<[string, string, () => Uint8Array | Promise<Uint8Array>, number, string]>([
  ['an empty file', '空.xlsx', () => new Uint8Array(), 422, 'organisation.file-empty'],
  [
    'a picture',
    '图.xlsx',
    () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    415,
    'organisation.file-unsupported',
  ],
  [
    'an old .xls',
    '旧.xls',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    415,
    'organisation.file-unsupported',
  ],
  ['a broken archive', '坏.xlsx', () => Buffer.from('PK\u0003\u0004 broken'), 422, 'organisation.file-damaged'],
  [
    'a zip bomb',
    '炸弹.xlsx',
    () => zipSync({ 'xl/workbook.xml': new Uint8Array(8 << 20) }),
    422,
    'organisation.file-damaged',
  ],
  ['another archive', '文档.xlsx', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), 422, 'organisation.'],
  ['a table of something else', '别的.csv', () => Buffer.from('日期,金额\n1月,2\n'), 422, 'organisation.no-table'],
  ['an open quote', '引号.csv', () => Buffer.from('单位名称,上级单位\n"青石街道,\n'), 422, 'organisation.file-damaged'],
  [
    'more than 10 MB',
    '大.csv',
    () => Buffer.alloc(11 << 20, '单位名称,上级单位\n'),
    413,
    'organisation.file-too-large',
  ],
  [
    'too many rows',
    '长.csv',
    () => Buffer.from(`单位名称,上级单位\n${'某单位,\n'.repeat(20_001)}`),
    413,
    'organisation.file-too-large',
  ],
  ['a missing column', '缺.csv', () => Buffer.from('姓名,登录名\n'), 200, ''],
])('answers %s with one clear sentence', async (_, fileName, bytes, status, code) => {
  const answer = await importAs(admin, await bytes(), 'apply', fileName);
  expect([answer.status, answer.body.code ?? '']).toEqual([status, expect.stringContaining(code)]);
  if (status !== 200) expect(answer.body.detail).toMatch(/\p{Script=Han}.*。$/u);
  expect(await pathsSeenBy(admin)).toEqual(['本单位']);
});

it('is not slowed down by drop-downs and merged cells over whole columns', async () => {
  const sheet = (extra: string) =>
    strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>单位名称</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>青石街道</t></is></c></row></sheetData>${extra}</worksheet>`,
    );
  const file = async (extra: string) => {
    return zipSync({ ...unzipSync(await xlsx({ 单位: [] })), 'xl/worksheets/sheet1.xml': sheet(extra) });
  };
  const listed =
    '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"x"</formula1></dataValidation></dataValidations>';
  expect((await importAs(admin, await file(listed))).body).toMatchObject({ units: { created: 1 } });
  const merged = '<mergeCells count="1"><mergeCell ref="C3:XFD1048576"/></mergeCells>';
  expect((await importAs(admin, await file(merged))).body).toMatchObject({ code: 'organisation.file-too-large' });
});
