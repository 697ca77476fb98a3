import { Workbook, type Worksheet } from 'exceljs';
import { DataSource } from 'typeorm';
import { convert } from '../../libs/documents/src/libre-office/convert';
import { readDocument } from '../../libs/documents/src/read-document';
import { addDays } from '../../libs/language/src/day';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { dayIn } from '../../libs/platform/src/clock';
import type { HookedLeader, HookedLeaderDetail } from '../../libs/rectification/src/hooked-leaders.view';
import type { ProblemDetail } from '../../libs/rectification/src/problem.view';
import type { ThreeListPage } from '../../libs/rectification/src/three-lists.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

jest.setTimeout(120_000);

const today = dayIn('Asia/Shanghai', new Date());
const LISTS = { problems: '问题清单', duties: '责任清单', measures: '整改清单' };
let application: TestApplication;
let admin: Browserless;
let units: { root: UnitView; safety: UnitView; education: UnitView };
let people: { liaison: SignedIn; leader: SignedIn };

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string) =>
    admin.post<UnitView>('/units', { parentId: root.id, name, shortName: null, aliases: [] }, 201);
  units = { root, safety: await add('区应急管理局'), education: await add('区教育局') };
  people = {
    liaison: await addPerson(application, 'liaison', 'liaison', units.safety),
    leader: await addPerson(application, 'leader', 'leader', units.root),
  };
  const make = (title: string, unit: UnitView, ask: object = {}) =>
    admin.post<ProblemDetail>('/problems', { title, unitId: unit.id, ...ask }, 201);
  const first = await make('隐患排查流于形式', units.safety, {
    ...{ category: '安全生产', origin: 'audit', raisedBy: '区审计局', duty: '监管责任' },
    ...{ leaderId: people.leader.id, dueOn: addDays(today, 60) },
  });
  const due = { leadUnitId: units.safety.id, dueOn: addDays(today, 5) };
  await admin.post(`/problems/${first.id}/measures`, { version: first.version, title: '全员培训', ...due });
  await make('=HYPERLINK("http://example.com","点此")', units.safety, {
    category: '<b>类别</b>',
    dueOn: addDays(today, 1),
  });
  await make('校园食堂台账不全', units.education, { text: '第一段\n第二段\u0007' });
});
afterAll(() => application?.close());

const download = (who: Browserless, query: string) => who.send('GET', `/problems/three-lists/export?${query}`);
async function bookOf(who: Browserless, filter = ''): Promise<Workbook> {
  const answer = await download(who, `format=xlsx${filter}`);
  expect(answer.statusCode).toBe(200);
  const workbook = new Workbook();
  await workbook.xlsx.load(Uint8Array.from(answer.rawPayload).buffer);
  return workbook;
}
const shown = async (who: Browserless, filter = '') =>
  Promise.all(
    Object.keys(LISTS).map(async (list) => {
      const page = await who.get<ThreeListPage>(`/problems/three-lists?list=${list}${filter}`);
      return page.rows.map(({ cells }, index) => [String(index + 1), ...cells]);
    }),
  );
/** A cell as it reads on screen. */
const word = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return `${Math.round(value * 100)}%`;
  return String(value ?? '');
};
const rowsOf = (sheet: Worksheet): string[][] => {
  const rows: string[][] = [];
  for (let row = 4; row <= sheet.rowCount; row++) {
    rows.push(Array.from({ length: sheet.columnCount }, (_, column) => word(sheet.getCell(row, column + 1).value)));
  }
  return rows;
};
const neutral = (rows: string[][]) =>
  rows.map((cells) => cells.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell)));

describe('三张清单 as Excel', () => {
  it.each(['', '&category=安全生产', '&unitId='])('has the rows that are on screen, filtered by %j', async (given) => {
    const filter = given === '&unitId=' ? given + units.education.id : encodeURI(given);
    const workbook = await bookOf(admin, filter);
    const screen = await shown(admin, filter);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(Object.values(LISTS));
    expect(workbook.worksheets.map(rowsOf)).toEqual(screen.map(neutral));
    expect(screen.flat().length).toBeGreaterThan(0);
  });

  it('has what the person may see, and a Chinese name', async () => {
    const workbook = await bookOf(people.liaison.client);
    expect(rowsOf(workbook.worksheets[0])).toEqual(neutral((await shown(people.liaison.client))[0]));
    expect(JSON.stringify(rowsOf(workbook.worksheets[0]))).not.toContain('校园食堂');
    const answer = await download(admin, 'format=xlsx');
    const name = encodeURIComponent(`问题整改三张清单${today.replaceAll('-', '')}.xlsx`);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
    });
  });

  it('says over the rows of when they are and which ones', async () => {
    const filter = `&status=open&q=${encodeURIComponent('隐患')}&unitId=${units.safety.id}&leaderId=${people.leader.id}`;
    const [sheet] = (await bookOf(admin, filter)).worksheets;
    expect(sheet.getCell('A2').value).toBe(
      `截至 ${today}　共 1 个问题　范围：区应急管理局及下级单位；整改中；${people.leader.name}挂钩；含“隐患”`,
    );
  });
});

describe('三张清单 as Word', () => {
  it('has the rows that are on screen, after how far it is', async () => {
    const answer = await download(admin, 'format=docx');
    const { paragraphs } = await readDocument(answer.rawPayload);
    const texts = paragraphs.map(({ text }) => text).filter(Boolean);
    expect(texts.slice(0, 3)).toEqual([
      '问题整改三张清单',
      '一、总体情况',
      expect.stringContaining('共列出问题 3 个，其中整改中 3 个。列出范围：全部问题。'),
    ]);
    expect(texts).toContainEqual(expect.stringContaining('整改率 0%。整改率 = 已销号问题数 ÷'));
    const cells = new Set(paragraphs.filter(({ cell }) => cell).map(({ text }) => text));
    for (const expected of (await shown(admin)).flat(2).filter(Boolean)) expect([...cells]).toContain(expected);
  });

  it('opens in LibreOffice', async () => {
    const answer = await download(admin, 'format=docx');
    const text = Buffer.from((await convert(answer.rawPayload, 'docx', 'txt')) as Uint8Array).toString();
    expect(text).toContain('=HYPERLINK("http://example.com","点此")');
    const pdf = Buffer.from((await convert(answer.rawPayload, 'docx', 'pdf')) as Uint8Array);
    expect(pdf.toString('latin1').match(/\/Type\/Page\b/g)).toHaveLength(4);
  });
});

it('writes a long list whole as Excel, and refuses a Word document that nobody would read', async () => {
  await application.app.get(DataSource).query(
    `INSERT INTO problem (code, title, text, unit_id, raised_on, created_by_id, category)
     SELECT 'X' || lpad(n::text, 5, '0'), '批量问题' || n, '批量', $1, $2, (SELECT id FROM person LIMIT 1), '批量'
     FROM generate_series(1, 1001) n`,
    [units.safety.id, today],
  );
  const only = `&category=${encodeURIComponent('批量')}`;
  const [sheet] = (await bookOf(admin, only)).worksheets;
  expect(rowsOf(sheet).map(([, , title]) => title)).toEqual(
    Array.from({ length: 1001 }, (_, at) => `批量问题${at + 1}`),
  );
  const refused = await download(admin, `format=docx${only}`);
  expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining('three-lists.too-many')]);
  expect((await download(admin, 'format=pdf')).body).toContain('请选择导出格式');
});

it('shows by leader what he is hooked to, to those who may see it', async () => {
  const leaders = await admin.get<HookedLeader[]>('/hooked-leaders');
  expect(leaders).toEqual([
    {
      ...{ id: people.leader.id, name: people.leader.name, problems: 1, problemsClosed: 0, problemsOverdue: 0 },
      ...{ tasks: 0, tasksClosed: 0, red: 0, yellow: 0, blue: 0, green: 0, purple: 0 },
    },
  ]);
  const detail = await people.leader.client.get<HookedLeaderDetail>(`/hooked-leaders/${people.leader.id}`);
  expect(detail.problemRows.map(({ title }) => title)).toEqual(['隐患排查流于形式']);
  const { rows } = await admin.get<{ rows: { id: string; version: number }[] }>('/tasks');
  await admin.post(`/tasks/${rows[0].id}/assign`, {
    version: rows[0].version,
    leaderId: people.leader.id,
    leadUnitId: units.safety.id,
  });
  expect((await admin.get<HookedLeader[]>('/hooked-leaders'))[0]).toMatchObject({ tasks: 1, blue: 1 });
  expect((await admin.get<HookedLeaderDetail>(`/hooked-leaders/${people.leader.id}`)).taskRows).toHaveLength(1);
  const outsider = await addPerson(application, 'outsider', 'liaison', units.education);
  expect(await outsider.client.get<HookedLeader[]>('/hooked-leaders')).toEqual([]);
  await expect(outsider.client.get(`/hooked-leaders/${people.leader.id}`)).rejects.toThrow('leader.unknown');
});
