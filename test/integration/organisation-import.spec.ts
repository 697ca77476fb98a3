import { Workbook } from 'exceljs';
import { DataSource } from 'typeorm';
import type { AddedPerson, PersonPage, PersonView } from '../../libs/organisation/src/person.view';
import type { Me } from '../../libs/organisation/src/session.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { importAs, pathsSeenBy, PEOPLE, UNITS, xlsx, type Row } from '../support/organisation-file';

let application: TestApplication;
let admin: Browserless;
beforeEach(async () => {
  application = await startApplication();
  admin = application.admin;
});
afterEach(() => application?.close());

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
  const preview = await importAs(admin, bytes, 'preview');
  expect(preview).toMatchObject({
    status: 200,
    body: {
      units: { created: 2, updated: 0, unchanged: 0 },
      people: { created: 2, updated: 0, unchanged: 0 },
      oneTimePasswords: [],
      errors: [],
    },
  });
  expect(await pathsSeenBy(admin)).toEqual(['本单位']);

  const { body } = await importAs(admin, bytes);
  expect(body).toMatchObject({ units: { created: 2 }, people: { created: 2 } });
  expect(await pathsSeenBy(admin)).toEqual(['本单位', '本单位/青石街道', '本单位/青石街道/石桥社区']);
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
  const again = await importAs(admin, bytes);
  expect(again.body).toMatchObject({
    units: { created: 0, updated: 0, unchanged: 2 },
    people: { created: 0, updated: 0, unchanged: 2 },
    oneTimePasswords: [],
  });
});

it('updates what the file gives and keeps what it leaves empty', async () => {
  await importAs(admin, await xlsx(SMALL));
  const before = await person('songzhiqiu');
  const { body } = await importAs(
    admin,
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
  const preview = await importAs(admin, bytes, 'preview');
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
  const applied = await importAs(admin, bytes);
  expect(applied).toMatchObject({
    status: 422,
    body: { code: 'organisation.import-errors', errors: preview.body.errors },
  });
  expect(await pathsSeenBy(admin)).toEqual(['本单位']);
  expect((await admin.get<PersonPage>('/people')).total).toBe(1);
});

it('keeps a sub-tree administrator to his own units and people', async () => {
  await importAs(admin, await xlsx(SMALL));
  const units = await admin.get<UnitView[]>('/units');
  const street = units.find(({ name }) => name === '青石街道') as UnitView;
  const elsewhere = await admin.post<UnitView>('/units', { parentId: units[0].id, name: '区教育局' }, 201);
  const add = (login: string, unit: UnitView, role: string) =>
    admin.post<AddedPerson>('/people', { name: login, login, positions: [], roles: [{ unitId: unit.id, role }] }, 201);
  await add('teacher', elsewhere, 'staff');
  const local = await application.signIn('local', (await add('local', street, 'administrator')).oneTimePassword);

  const inside = await importAs(
    local,
    await xlsx({ 单位: [UNITS, ['柳溪社区']], 人员: [PEOPLE, ['罗佩芳', 'luopeifang', '柳溪社区', '', '承办人']] }),
    'apply',
  );
  expect(inside.body).toMatchObject({ units: { created: 1 }, people: { created: 1 } });
  expect(await pathsSeenBy(local)).toEqual(['青石街道', '青石街道/石桥社区', '青石街道/柳溪社区']);
  const outside = await importAs(
    local,
    await xlsx({
      单位: [UNITS, ['体育科', '区教育局']],
      人员: [PEOPLE, ['我', 'teacher', '青石街道', '主任'], ['新人', 'newcomer', '本单位', '', '管理员']],
    }),
    'preview',
  );
  expect(outside.body.errors.map(({ sheet, row, field }) => `${sheet} ${row} ${field}`)).toEqual([
    '人员 2 登录名',
    '人员 3 单位',
    '单位 2 上级单位',
  ]);
});

it('never takes the last administrator away', async () => {
  const bytes = await xlsx({ 人员: [PEOPLE, ['管理员', 'admin', '本单位', '', '督办员']] });
  expect(await importAs(admin, bytes)).toMatchObject({ status: 409, body: { code: 'person.last-administrator' } });
  expect((await person('admin')).roles).toHaveLength(2);
});

it('stores one of two imports of the same file at once, and finds the other one stored', async () => {
  const bytes = await xlsx(SMALL);
  const answers = await Promise.all([importAs(admin, bytes), importAs(admin, bytes)]);
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
  const { body } = await importAs(admin, Buffer.from(await workbook.xlsx.writeBuffer()));
  expect(body).toMatchObject({ units: { created: 1 }, people: { created: 1 }, errors: [] });
});
