import { DataSource } from 'typeorm';
import { addDays } from '../../libs/language/src/day';
import { Clock } from '../../libs/platform/src/clock';
import type { ProblemDetail, ProblemPage } from '../../libs/rectification/src/problem.view';
import type { RectificationRate } from '../../libs/rectification/src/rectification-rate.view';
import type { ThreeListPage } from '../../libs/rectification/src/three-lists.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { safetyBureau, type SafetyBureau } from '../support/safety-bureau';

jest.setTimeout(60_000);

let application: TestApplication;
let admin: Browserless;
let units: SafetyBureau['units'];
let people: SafetyBureau['people'];
let today: string;

const make = (ask: object) => admin.post<ProblemDetail>('/problems', { unitId: units.team.id, ...ask }, 201);

/** Put right by one measure; it waits to be verified. */
async function rectified(): Promise<void> {
  const owners = { personId: people.officer.id, leaderId: people.leader.id };
  const origin = { origin: 'audit', category: '安全生产', duty: '监管责任', raisedBy: '区审计局' };
  const facts = { title: '隐患排查流于形式', ...owners, ...origin, dueOn: addDays(today, 30) };
  let problem = await make(facts);
  const charge = { leadUnitId: units.team.id, assigneeId: people.officer.id, dueOn: addDays(today, 20) };
  const { id, version } = problem;
  problem = await admin.post(`/problems/${id}/measures`, { version, title: '全员培训', ...charge });
  const [task] = problem.tasks;
  const { client } = people.officer;
  await client.post(`/tasks/${task.id}/accept`, { version: task.version });
  await client.post(`/tasks/${task.id}/submit`, { version: task.version + 1, narrative: '培训 3 场。' });
  await admin.post(`/tasks/${task.id}/close`, { version: task.version + 2 });
  await client.post(`/problems/${id}/rectify`, { version: problem.version });
}

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  today = application.app.get(Clock).today();
  ({ units, people } = await safetyBureau(application));
  await rectified();
  const repeated = await make({ title: '另一个问题' });
  await admin.post(`/problems/${repeated.id}/withdraw`, { version: repeated.version, reason: '重复登记' });
  const { id, version } = await make({ title: '值班制度不落实', leaderId: people.leader.id });
  await people.liaison.client.post(`/problems/${id}/rectify`, { version, result: '已建立值班表' });
  await admin.post(`/problems/${id}/close`, { version: version + 1, evidence: '值班表' });
});
afterAll(() => application?.close());

it('narrows by status, origin, category, unit, leader and deadline', async () => {
  await make({ title: '档案不全', unitId: units.education.id, category: '制度建设', origin: 'inspection' });
  const late = await make({ title: '消防设施失修', dueOn: addDays(today, -1), leaderId: people.leader.id });
  const titles = async (query: string) =>
    (await admin.get<ProblemPage>(`/problems?${query}`)).rows.map(({ title }) => title);
  expect(await titles('due=overdue')).toEqual(['消防设施失修']);
  expect((await admin.get<ProblemPage>('/problems?due=overdue')).rows[0].overdue).toBe(true);
  expect(await titles('origin=inspection')).toEqual(['档案不全']);
  expect(await titles(`category=${encodeURIComponent('制度建设')}`)).toEqual(['档案不全']);
  expect(await titles(`unitId=${units.education.id}`)).toEqual(['档案不全']);
  expect(await titles('status=withdrawn')).toEqual(['另一个问题']);
  expect(await titles('due=none&status=open')).toEqual(['档案不全']);
  expect(await titles(`leaderId=${people.leader.id}&status=open`)).toEqual([late.title]);
  expect((await people.leader.client.get<ProblemPage>('/problems?mine=true')).total).toBe(3);
});

it.each(['newest', 'dueOn'])('turns the pages by %s without losing or repeating a problem', async (sort) => {
  const all = await admin.get<ProblemPage>(`/problems?sort=${sort}`);
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: ProblemPage = await admin.get(`/problems?sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(ids).toHaveLength(5);
  expect(ids).toEqual(all.rows.map(({ id }) => id));
});

it('prints 整改率 with its formula, by branch and category, of a period and a scope', async () => {
  const rate = await admin.get<RectificationRate>('/problems/rate');
  expect(rate.formula).toContain('已销号问题数 ÷（问题总数 − 已撤销问题数）');
  expect(rate.whole).toMatchObject({ total: 4, closed: 1, percent: 25 });
  expect(rate.byUnit.map(({ name, total, closed, percent }) => [name, total, closed, percent])).toEqual(
    expect.arrayContaining([
      ['区应急管理局', 3, 1, 33.3],
      ['区教育局', 1, 0, 0],
    ]),
  );
  expect(rate.byCategory.map(({ name, total }) => [name, total])).toEqual(
    expect.arrayContaining([
      ['未分类', 2],
      ['安全生产', 1],
    ]),
  );
  const before = await admin.get<RectificationRate>(`/problems/rate?to=${addDays(today, -1)}`);
  expect(before.whole).toMatchObject({ total: 0, percent: null });
  const outside = await people.outsider.client.get<RectificationRate>(`/problems/rate?unitId=${units.safety.id}`);
  expect(outside.whole.total).toBe(0);
  const below = await people.liaison.client.get<RectificationRate>('/problems/rate');
  expect(below.byUnit.map(({ name }) => name)).toEqual(['执法大队']);
});

it('gives the three lists from one data set, page by page', async () => {
  const list = (name: string, more = '') => admin.get<ThreeListPage>(`/problems/three-lists?list=${name}${more}`);
  const problems = await list('problems');
  expect([problems.title, problems.total]).toEqual(['问题清单', 4]);
  expect(problems.rows[0].cells.slice(1, 6)).toEqual(['隐患排查流于形式', '安全生产', '审计', '区审计局', today]);
  const duties = await list('duties');
  expect(duties.rows[0].cells.slice(2)).toEqual([
    '执法大队',
    '人员officer',
    '人员leader',
    '监管责任',
    addDays(today, 30),
  ]);
  const measures = await list('measures');
  expect(measures.rows[0].cells.slice(2, 7)).toEqual(['全员培训', addDays(today, 20), '100%', '正常', '已销号']);
  expect(measures.rows.at(-1)?.cells[2]).toBe('尚未制定措施');
  const first = await list('problems', '&limit=3');
  const rest = await list('problems', `&limit=3&cursor=${first.nextCursor}`);
  expect([...first.rows, ...rest.rows]).toEqual(problems.rows);
  expect(rest.nextCursor).toBeNull();
});

it('answers long lists by index', async () => {
  const db = application.app.get(DataSource);
  await db.query(
    `INSERT INTO problem (code, title, text, unit_id, created_by_id, raised_on, due_on, category, created_at)
     SELECT 'X' || lpad(n::text, 6, '0'), '问题' || n, '问题' || n, $1, $2, DATE '2026-01-01', DATE '2026-01-01' + n % 700,
       (ARRAY['安全生产', '作风建设', NULL])[1 + n % 3], now() - n * interval '1 second'
     FROM generate_series(1, 20000) n`,
    [units.team.id, people.officer.id],
  );
  await db.query('ANALYZE problem');
  const plan = async (order: string) =>
    JSON.stringify(
      await db.query(
        `EXPLAIN SELECT p.id FROM problem p WHERE p.unit_id = ANY($1::uuid[]) OR p.leader_id = ANY($2::uuid[])
           OR p.person_id = ANY($3::uuid[])
         ORDER BY ${order} LIMIT 51`,
        [[units.team.id, units.safety.id], [people.leader.id], [people.leader.id]],
      ),
    );
  expect(await plan('p.created_at DESC, p.code')).toContain('problem_newest');
  expect(await plan(`coalesce(p.due_on, DATE '9999-12-31'), p.code`)).toContain('problem_by_due_day');
  expect(await plan('p.code')).toContain('problem_code_key');
  expect((await admin.get<ProblemPage>('/problems?sort=dueOn')).rows).toHaveLength(50);
});
