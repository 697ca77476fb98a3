import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { PersonView } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { ProblemPage } from '../../libs/rectification/src/problem.view';
import type { ImportResult, ReportPage } from '../../libs/reports/src/report.view';
import type { ReportDetail } from '../../libs/review/src/review.view';
import type { SearchGroup, SearchKind, SearchResult } from '../../libs/search/src/search.view';
import type { TaskPage } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';

/** One report for each unit; every word that is searched for below stands in both. */
const report = (unit: string, own: string) => `${unit}关于2026年前三季度工作情况的报告

一、前三季度工作情况
处理12345热线工单9件，建成5G基站16座，ＧＤＰ增长6.1%。
二、存在的问题
一是${own}食堂管理还有薄弱环节。二是“互联网＋监管”应用不够，存在100%照抄现象。
三、下一步工作打算
（一）开展${own}食堂专项检查。11月底前对全区食堂开展一次全面检查。
（二）抓好安全、生产两件大事。年底前完成《${own}办法》起草；𠮷林路道口改造到位😀。
（三）压实安全生产责任。12月底前与所属单位签订责任书。
`;

let application: TestApplication;
let admin: Browserless;
let units: { root: UnitView; safety: UnitView; education: UnitView };

async function addPerson(login: string, role: string, unit: UnitView): Promise<Browserless> {
  const { oneTimePassword } = await admin.post<{ person: PersonView; oneTimePassword: string }>(
    '/people',
    { name: `人员${login}`, login, positions: [], roles: [{ unitId: unit.id, role }] },
    201,
  );
  return application.signIn(login, oneTimePassword);
}

async function importAndAccept(unit: UnitView, own: string): Promise<ReportDetail> {
  const answer = await admin.upload('/documents', `${own}.txt`, Buffer.from(report(unit.name, own)), {
    receivedOn: '2026-10-10',
    unitId: unit.id,
  });
  const { reports } = JSON.parse(answer.body) as ImportResult;
  const desk = await admin.get<ReportDetail>(`/reports/${reports[0].id}`);
  await admin.post(`/reports/${desk.id}/items/accept`, { itemIds: desk.items.map(({ id }) => id) });
  return admin.get(`/reports/${desk.id}`);
}

const search = (who: Browserless, q: string, more = '') =>
  who.get<SearchResult>(`/search?q=${encodeURIComponent(q)}${more}`);

async function group(who: Browserless, q: string, kind: SearchKind): Promise<SearchGroup> {
  const { groups } = await search(who, q, `&kind=${kind}`);
  return groups[0];
}

const titles = ({ rows }: SearchGroup) => rows.map(({ title }) => title.text);

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string) => admin.post<UnitView>('/units', { parentId: root.id, name, aliases: [] }, 201);
  units = { root, safety: await add('区应急管理局'), education: await add('区教育局') };
  await importAndAccept(units.safety, '应急');
  await importAndAccept(units.education, '校园');
});
afterAll(() => application?.close());

describe('pairs of characters', () => {
  let client: Client;
  beforeAll(async () => {
    client = new Client(application.settings.databaseUrl);
    await client.connect();
  });
  afterAll(() => client?.end());

  it.each([
    ['安全生产', ['安全', '全生', '生产']],
    ['安全 生产', ['安全', '生产']],
    ['安全　生产\n责任', ['安全', '生产', '责任']],
    ['ＧＤＰ5G', ['gd', 'dp', 'p5', '5g']],
    ['热', []],
    ['', []],
    ['𠮷林😀', ['𠮷林', '林😀']],
    ["100%_\\'", ['10', '00', '0%', '%_', '_\\', "\\'"]],
  ])('of %j', async (text, pairs) => {
    const { rows } = await client.query<{ pairs: string[] }>('SELECT search_pairs($1) AS pairs', [text]);
    expect(rows[0].pairs).toEqual(pairs);
  });

  it('reads no further than 50,000 characters', async () => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT cardinality(search_pairs(repeat('甲乙', 3000000))) AS n`,
    );
    expect(rows[0].n).toBe(49_999);
  });

  it('cuts a text into passages that tile it, at the ends of sentences', async () => {
    const text = `标题\n\n${'𠮷林路改造到位；'.repeat(90)}\n${'没有标点'.repeat(400)}😀末尾。`;
    const { rows } = await client.query<{ start_offset: number; start_character: number; characters: number }>(
      'SELECT * FROM report_passages($1)',
      [text],
    );
    expect(rows.length).toBeGreaterThan(3);
    const parts = rows.map(({ start_offset }, n) => text.slice(start_offset, rows[n + 1]?.start_offset));
    expect(parts.join('')).toBe(text);
    expect(parts.map((part) => [...part].length)).toEqual(rows.map(({ characters }) => characters));
    expect(parts[0].endsWith('；')).toBe(true);
    expect(Math.max(...rows.map(({ characters }) => characters))).toBeLessThan(760);
  });
});

describe('what is found', () => {
  it.each([
    ['食堂', 2],
    ['校园食堂', 1],
    ['校园 检查', 1],
    ['“校园食堂”', 1],
    ['"校园 食堂"', 0],
    ['安全生产', 2],
    ['安全、生产', 2],
    ['《校园办法》', 1],
    ['全食', 0],
    ['𠮷林', 2],
    ['到位😀', 2],
    ['11月', 2],
    ['%%', 0],
    ['__', 0],
    ['\\\\', 0],
    ["'OR 1=1", 0],
    ['食堂&!检查', 0],
    ['食堂|检查', 0],
    ['食堂:*', 0],
    ['食堂\u0000检查', 2],
  ])('tasks with %j: %i', async (q, found) => {
    const { rows, total } = await group(admin, q, 'task');
    expect([rows.length, total]).toEqual([found, found]);
    const list = await admin.get<TaskPage>(`/tasks?q=${encodeURIComponent(q)}`);
    expect(list.total).toBe(found);
  });

  it.each([
    ['GDP', 2, 'ＧＤＰ'],
    ['gdp', 2, 'ＧＤＰ'],
    ['５g', 2, '5G'],
    ['互联网+监管', 2, '互联网＋监管'],
    ['12345热线', 2, '12345热线'],
    ['345热', 2, '345热'],
    ['6.1%', 2, '6.1%'],
    ['0%照', 2, '0%照'],
    ['6_1', 0, ''],
  ])('reports with %j: %i', async (q, found, words) => {
    const { rows, total } = await group(admin, q, 'report');
    expect([rows.length, total]).toEqual([found, found]);
    for (const { excerpt, id, place } of rows) {
      expect(excerpt.marks.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual([words]);
      const { text } = await admin.get<ReportDetail>(`/reports/${id}`);
      expect(text.slice(place?.start, place?.end)).toBe(words);
    }
    const list = await admin.get<ReportPage>(`/reports?q=${encodeURIComponent(q)}`);
    expect(list.rows).toHaveLength(found);
  });

  it('finds problems by their text, and reports by the name of their file', async () => {
    expect(titles(await group(admin, '薄弱环节', 'problem'))).toHaveLength(2);
    const problems = await admin.get<ProblemPage>(`/problems?q=${encodeURIComponent('校园 薄弱')}`);
    expect(problems.total).toBe(1);
    const reports = await admin.get<ReportPage>(`/reports?q=${encodeURIComponent('校园.TXT')}`);
    expect(reports.rows.map(({ fileName }) => fileName)).toEqual(['校园.txt']);
  });

  it('says where in a report', async () => {
    const { rows } = await group(admin, '照抄', 'report');
    expect(rows[0].sectionPath).toEqual([expect.stringContaining('存在的问题')]);
  });

  it.each(['安', '安 全', '', ' ', '"安"', '安全 生', '食堂 & 检查', '😀'])('refuses %j in words', async (q) => {
    await expect(search(admin, q)).rejects.toThrow('每个搜索词至少要有相连的两个字');
  });

  it('refuses a list’s word of one character as well', async () => {
    await expect(admin.get(`/tasks?q=${encodeURIComponent('安')}`)).rejects.toThrow('search.too-short');
  });
});

describe('the order of hits', () => {
  it('is the number itself, then the title before the text', async () => {
    const { rows } = await group(admin, '食堂', 'task');
    const code = rows[1].code?.text ?? '';
    const [byCode] = (await group(admin, code, 'task')).rows;
    expect(byCode.id).toBe(rows[1].id);
    expect(byCode.code?.marks).toEqual([{ start: 0, end: code.length }]);
    const checks = titles(await group(admin, '检查', 'task'));
    expect(checks.every((title) => title.includes('检查'))).toBe(true);
  });

  it('puts open before closed, and follows a task when it is closed, reopened or rewritten', async () => {
    const client = new Client(application.settings.databaseUrl);
    await client.connect();
    try {
      const [first, second] = (await group(admin, '食堂', 'task')).rows;
      await client.query(
        `UPDATE task SET status = 'closed', closed_on = '2026-11-01', closed_at = now() WHERE id = $1`,
        [first.id],
      );
      expect((await group(admin, '食堂', 'task')).rows.map(({ id }) => id)).toEqual([second.id, first.id]);
      await client.query(
        `UPDATE task SET status = 'in-progress', closed_on = NULL, closed_at = NULL, title = '开展餐厅检查', text = '餐厅' WHERE id = $1`,
        [first.id],
      );
      expect((await group(admin, '食堂', 'task')).rows.map(({ id }) => id)).toEqual([second.id]);
      expect((await group(admin, '餐厅', 'task')).rows.map(({ id }) => id)).toEqual([first.id]);
    } finally {
      await client.end();
    }
  });
});

describe('a person of one unit', () => {
  it('finds, counts and reads nothing of another', async () => {
    const liaison = await addPerson('liaison-s', 'supervisor', units.education);
    for (const q of ['食堂', '应急食堂', '应急', '薄弱环节', 'GDP', '餐厅']) {
      const { groups } = await search(liaison, q);
      expect(groups.map(({ kind }) => kind)).toEqual(['task', 'problem', 'report']);
      for (const { rows, total } of groups) {
        expect(total).toBe(rows.length);
        expect(rows.filter(({ unitName }) => unitName !== '区教育局')).toEqual([]);
      }
      expect(JSON.stringify(groups)).not.toContain('应急');
    }
    expect((await group(liaison, '应急', 'report')).total).toBe(0);
    expect((await group(liaison, '校园', 'task')).total).toBeGreaterThan(0);
  });

  it('of the staff finds one’s own only, and is not offered reports', async () => {
    const staff = await addPerson('staff-s', 'staff', units.education);
    const { groups } = await search(staff, '食堂');
    const nothing = { rows: [], nextCursor: null, total: 0 };
    expect(groups).toEqual([
      { kind: 'task', ...nothing },
      { kind: 'problem', ...nothing },
    ]);
    expect(await search(staff, '食堂', '&kind=report')).toEqual({ groups: [] });
  });

  it('finds a problem that one is responsible for, and a withdrawn one behind the open ones', async () => {
    const db = application.app.get(DataSource);
    const staff = await addPerson('responsible-s', 'staff', units.safety);
    const [first, second] = (await group(admin, '薄弱环节', 'problem')).rows;
    await db.query(
      `UPDATE problem SET person_id = (SELECT id FROM person WHERE login = 'responsible-s') WHERE id = $1`,
      [first.id],
    );
    expect((await group(staff, '薄弱环节', 'problem')).rows.map(({ id }) => id)).toEqual([first.id]);
    await db.query(`UPDATE problem SET status = 'withdrawn' WHERE id = $1`, [first.id]);
    expect((await group(admin, '薄弱环节', 'problem')).rows.map(({ id }) => id)).toEqual([second.id, first.id]);
  });
});

describe('many hits', () => {
  it('come page by page, each once, in one order, and are counted to a hundred', async () => {
    const client = new Client(application.settings.databaseUrl);
    await client.connect();
    try {
      // Fewer than the newest rows looked through, and far more than those: common and rare words in every tier.
      await client.query(
        `INSERT INTO task (code, title, text, status, closed_on, closed_at, lead_unit_id, created_by_id, created_at)
         SELECT 'X-' || n, CASE WHEN n % 500 = 0 THEN '巡河保洁' ELSE '河道治理' END, '河长' || CASE WHEN n % 200 = 0 THEN '巡河' ELSE '' END,
           CASE WHEN n % 3 = 0 THEN 'closed' ELSE 'assigned' END, CASE WHEN n % 3 = 0 THEN DATE '2026-01-01' END,
           CASE WHEN n % 3 = 0 THEN now() END, $1, (SELECT id FROM person LIMIT 1), TIMESTAMPTZ '2026-01-01' + n * interval '1 minute'
         FROM generate_series(1, 9000) n`,
        [units.safety.id],
      );
    } finally {
      await client.end();
    }
    for (const [q, expected] of [
      ['巡河', 54],
      ['河长', 100],
    ] as const) {
      const seen: SearchGroup['rows'] = [];
      let cursor: string | null = '';
      for (let page = 0; page < 5 && cursor !== null; page++) {
        const { groups }: SearchResult = await search(admin, q, `&kind=task${cursor && `&cursor=${cursor}`}`);
        expect(groups[0].total).toBe(expected);
        seen.push(...groups[0].rows);
        cursor = groups[0].nextCursor;
      }
      expect(seen).toHaveLength(expected);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(expected);
      const rank = ({ title, taskStatus, code }: SearchGroup['rows'][number]) => [
        title.marks.length > 0 ? 0 : 1,
        taskStatus === 'closed' ? 1 : 0,
        -Number(code?.text.slice(2)),
      ];
      const ranks = seen.map(rank);
      expect(ranks).toEqual([...ranks].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]));
    }
  });
});
