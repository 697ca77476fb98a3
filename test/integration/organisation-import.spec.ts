import { Workbook, type CellValue } from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import { DataSource } from 'typeorm';
import type { OrganisationImport } from '../../libs/organisation/src/import/organisation-import.view';
import type { AddedPerson, PersonPage, PersonView } from '../../libs/organisation/src/person.view';
import type { Me } from '../../libs/organisation/src/session.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { Problem } from '../../apps/api/src/problem.filter';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';

type Row = CellValue[];
const UNITS = ['单位名称', '上级单位', '简称', '别名'];
const PEOPLE = ['姓名', '登录名', '单位', '职务', '角色', '邮箱', '手机'];

let application: TestApplication;
let admin: Browserless;
beforeEach(async () => {
  application = await startApplication();
  admin = application.admin;
});
afterEach(() => application?.close());

async function xlsx(sheets: Record<string, Row[]>, prepare?: (workbook: Workbook) => void): Promise<Buffer> {
  const workbook = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows);
  prepare?.(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function send(bytes: Uint8Array, mode = 'apply', client = admin, fileName = '组织机构.xlsx') {
  const answer = await client.upload('/organisation/imports', fileName, bytes, { mode });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as OrganisationImport & Problem };
}

const paths = async (client = admin) => {
  const units = await client.get<UnitView[]>('/units');
  const pathOf = (unit: UnitView): string => {
    const parent = units.find(({ id }) => id === unit.parentId);
    return parent ? `${pathOf(parent)}/${unit.name}` : unit.name;
  };
  return units.map(pathOf);
};

const placesOf = ({ roles, positions }: PersonView) =>
  [
    ...roles.map((one) => `${one.unitName} ${one.role}`),
    ...positions.map((one) => `${one.unitName} ${one.title}`),
  ].sort();

const person = async (login: string) =>
  (await admin.get<PersonPage>(`/people?q=${login}`)).rows.find((one) => one.login === login) as PersonView;

const SMALL = {
  单位: [UNITS, ['青石街道', '', '', '青石街道办事处、青石街道党工委'], ['石桥社区', '青石街道', '石桥']],
  人员: [
    PEOPLE,
    ['宋知秋', 'songzhiqiu', '青石街道', '党政办主任', '单位联络员、承办人', 'song@example.com', 13_800_000_000],
    ['宋知秋', 'songzhiqiu', '石桥', '第一书记'],
    ['丁春生', 'DingChunsheng', '青石街道/石桥社区', '', '承办人'],
  ] as Row[],
};

it('previews, stores and recognises what it stored', async () => {
  const bytes = await xlsx(SMALL);
  const preview = await send(bytes, 'preview');
  expect(preview).toMatchObject({
    status: 200,
    body: {
      units: { created: 2, updated: 0, unchanged: 0 },
      people: { created: 2, updated: 0, unchanged: 0 },
      oneTimePasswords: [],
      errors: [],
    },
  });
  expect(await paths()).toEqual(['本单位']);

  const { body } = await send(bytes);
  expect(body).toMatchObject({ units: { created: 2 }, people: { created: 2 } });
  expect(await paths()).toEqual(['本单位', '本单位/青石街道', '本单位/青石街道/石桥社区']);
  expect(await person('songzhiqiu')).toMatchObject({ email: 'song@example.com', phone: '13800000000' });
  expect(placesOf(await person('songzhiqiu'))).toEqual([
    '石桥社区 第一书记',
    '青石街道 liaison',
    '青石街道 staff',
    '青石街道 党政办主任',
  ]);
  for (const { login, password } of body.oneTimePasswords) {
    expect(await application.stranger().post<Me>('/session', { login, password })).toMatchObject({
      mustChangePassword: true,
      person: { login },
    });
  }
  const again = await send(bytes);
  expect(again.body).toMatchObject({
    units: { created: 0, updated: 0, unchanged: 2 },
    people: { created: 0, updated: 0, unchanged: 2 },
    oneTimePasswords: [],
  });
});

it('updates what the file gives and keeps what it leaves empty', async () => {
  await send(await xlsx(SMALL));
  const before = await person('songzhiqiu');
  const { body } = await send(
    await xlsx({
      单位: [UNITS, ['石桥社区', '青石街道', '', '石桥村']],
      人员: [
        PEOPLE,
        ['宋知秋', 'songzhiqiu', '青石街道', '党政办主任'],
        ['丁春生', 'dingchunsheng', '', '', '', 'ding@example.com'],
      ],
    }),
  );
  expect(body).toMatchObject({ units: { updated: 1 }, people: { created: 0, updated: 2 } });
  const units = await admin.get<UnitView[]>('/units');
  expect(units.find(({ name }) => name === '石桥社区')).toMatchObject({ shortName: '石桥', aliases: ['石桥村'] });
  const after = await person('songzhiqiu');
  expect(placesOf(after)).toEqual(['青石街道 liaison', '青石街道 staff', '青石街道 党政办主任']);
  expect(after.email).toBe(before.email);
  expect(after.version).toBeGreaterThan(before.version);
  // A position that stays is the same row: what hangs on it stays with it.
  expect(before.positions).toEqual(expect.arrayContaining(after.positions));
  expect(placesOf(await person('dingchunsheng'))).toEqual(['石桥社区 staff']);
  const history = await application.app
    .get(DataSource)
    .query<{ changes: unknown[] }[]>(`SELECT changes FROM history WHERE subject_id = $1 AND action = 'change'`, [
      after.id,
    ]);
  expect(history[0].changes).toEqual([{ field: 'positions', from: '石桥社区 第一书记', to: null }]);
});

it('names every wrong cell with sheet, row and column, and stores nothing', async () => {
  const bytes = await xlsx({
    单位: [['（填表说明）'], UNITS, ['青石街道'], [''], ['', '青石街道'], ['石桥社区', '没有的街道', '简'.repeat(31)]],
    人员: [
      PEOPLE,
      ['', 'a', '青石街道', '主任', '书记', '不是邮箱'],
      ['张三', 'zhangsan', '', '主任'],
      ['李四', 'zhangsan', '青石街道', '副主任'],
      ['王五', 'wangwu'],
      ['赵六', 'zhaoliu', '不存在的局', '科员'],
    ],
  });
  const preview = await send(bytes, 'preview');
  expect(preview.status).toBe(200);
  expect(preview.body.errors.map(({ sheet, row, field }) => `${sheet} ${row} ${field}`)).toEqual([
    '人员 2 姓名',
    '人员 2 登录名',
    '人员 2 邮箱',
    '人员 2 角色',
    '人员 3 单位',
    '人员 4 姓名',
    '人员 5 单位',
    '人员 6 单位',
    '单位 5 单位名称',
    '单位 6 简称',
    '单位 6 上级单位',
  ]);
  for (const { message } of preview.body.errors) expect(message).toMatch(/\p{Script=Han}.*。$/u);
  const applied = await send(bytes);
  expect(applied).toMatchObject({
    status: 422,
    body: { code: 'organisation.import-errors', errors: preview.body.errors },
  });
  expect(await paths()).toEqual(['本单位']);
  expect((await admin.get<PersonPage>('/people')).total).toBe(1);
});

it.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['GB18030', (text: string) => encode(text, 'gb18030')],
])('takes CSV in %s', async (_, bytes) => {
  const units = '单位名称*,上级单位,简称,别名\r\n"青石街道",,,"青石街道办事处、街道办"\r\n\r\n石桥社区,青石街道,,\r\n';
  expect((await send(bytes(units), 'apply', admin, '单位.csv')).body).toMatchObject({
    units: { created: 2 },
    errors: [],
  });
  const people = '姓名,登录名,单位,角色\n丁春生,dingchunsheng,石桥社区,承办人\n周𬱟,zhouwei,石桥,承办人\n';
  const wrong = await send(bytes(people), 'apply', admin, '人员.csv');
  expect(wrong.body.errors).toMatchObject([{ sheet: '人员', row: 3, field: '单位' }]);
  const right = await send(bytes(people.replace('石桥,', '石桥社区,')), 'apply', admin, '人员.csv');
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
  expect((await send(bytes)).body).toMatchObject({ units: { created: 4 } });
  expect(await paths()).toEqual([
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
    () => zipSync({ 'xl/workbook.xml': new Uint8Array(150 << 20) }),
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
  const answer = await send(await bytes(), 'apply', admin, fileName);
  expect([answer.status, answer.body.code ?? '']).toEqual([status, expect.stringContaining(code)]);
  if (status !== 200) expect(answer.body.detail).toMatch(/\p{Script=Han}.*。$/u);
  expect(await paths()).toEqual(['本单位']);
});

it('is not slowed down by drop-downs and merged cells over whole columns', async () => {
  const sheet = (extra: string) =>
    strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>单位名称</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>青石街道</t></is></c></row></sheetData>${extra}</worksheet>`,
    );
  const file = async (extra: string) => {
    const { unzipSync } = await import('fflate');
    return zipSync({ ...unzipSync(await xlsx({ 单位: [] })), 'xl/worksheets/sheet1.xml': sheet(extra) });
  };
  const listed =
    '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"x"</formula1></dataValidation></dataValidations>';
  expect((await send(await file(listed))).body).toMatchObject({ units: { created: 1 } });
  const merged = '<mergeCells count="1"><mergeCell ref="C3:XFD1048576"/></mergeCells>';
  expect((await send(await file(merged))).body).toMatchObject({ code: 'organisation.file-too-large' });
});

it('keeps a sub-tree administrator to his own units and people', async () => {
  await send(await xlsx(SMALL));
  const units = await admin.get<UnitView[]>('/units');
  const street = units.find(({ name }) => name === '青石街道') as UnitView;
  const elsewhere = await admin.post<UnitView>('/units', { parentId: units[0].id, name: '区教育局' }, 201);
  const add = (login: string, unit: UnitView, role: string) =>
    admin.post<AddedPerson>('/people', { name: login, login, positions: [], roles: [{ unitId: unit.id, role }] }, 201);
  await add('teacher', elsewhere, 'staff');
  const local = await application.signIn('local', (await add('local', street, 'administrator')).oneTimePassword);

  const inside = await send(
    await xlsx({ 单位: [UNITS, ['柳溪社区']], 人员: [PEOPLE, ['罗佩芳', 'luopeifang', '柳溪社区', '', '承办人']] }),
    'apply',
    local,
  );
  expect(inside.body).toMatchObject({ units: { created: 1 }, people: { created: 1 } });
  expect(await paths(local)).toEqual(['青石街道', '青石街道/石桥社区', '青石街道/柳溪社区']);
  const outside = await send(
    await xlsx({
      单位: [UNITS, ['体育科', '区教育局']],
      人员: [PEOPLE, ['我', 'teacher', '青石街道', '主任'], ['新人', 'newcomer', '本单位', '', '管理员']],
    }),
    'preview',
    local,
  );
  expect(outside.body.errors.map(({ sheet, row, field }) => `${sheet} ${row} ${field}`)).toEqual([
    '人员 2 登录名',
    '人员 3 单位',
    '单位 2 上级单位',
  ]);
});

it('never takes the last administrator away', async () => {
  const bytes = await xlsx({ 人员: [PEOPLE, ['管理员', 'admin', '本单位', '', '督办员']] });
  expect(await send(bytes)).toMatchObject({ status: 409, body: { code: 'person.last-administrator' } });
  expect((await person('admin')).roles).toHaveLength(2);
});

it('stores one of two imports of the same file at once, and finds the other one stored', async () => {
  const bytes = await xlsx(SMALL);
  const answers = await Promise.all([send(bytes), send(bytes)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.map(({ body }) => body.units.created).sort()).toEqual([0, 2]);
  expect((await admin.get<PersonPage>('/people')).total).toBe(3);
});

it('offers a template that it reads itself', async () => {
  const answer = await admin.send('GET', '/organisation/imports/template');
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('模板.xlsx'));
  const workbook = new Workbook();
  const data = answer.rawPayload as unknown as Parameters<typeof workbook.xlsx.load>[0];
  await workbook.xlsx.load(data);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['单位', '人员', '填写说明']);
  expect(workbook.getWorksheet('人员')?.getCell('E2').dataValidation.formulae).toEqual([
    '"督办员,分管领导,单位联络员,承办人,审计员,管理员"',
  ]);
  workbook.getWorksheet('单位')?.getRow(2).splice(1, 0, '青石街道');
  workbook.getWorksheet('人员')?.getRow(2).splice(1, 0, '宋知秋', 'songzhiqiu', '青石街道', '', '承办人');
  const { body } = await send(Buffer.from(await workbook.xlsx.writeBuffer()));
  expect(body).toMatchObject({ units: { created: 1 }, people: { created: 1 }, errors: [] });
});
