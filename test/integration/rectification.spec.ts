import type { AssignablePerson, PersonView } from '../../libs/organisation/src/person.view';
import { dayIn } from '../../libs/platform/src/clock';
import { addDays, addMonths } from '../../libs/language/src/day';
import type { LookBackPage, ProblemDetail, ProblemPage } from '../../libs/rectification/src/problem.view';
import type { ThreeListPage } from '../../libs/rectification/src/three-lists.view';
import type { ImportResult } from '../../libs/reports/src/report.view';
import type { ReportDetail } from '../../libs/review/src/review.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { safetyBureau, type SafetyBureau } from '../support/safety-bureau';

jest.setTimeout(60_000);

const REPORT = `区教育局2026年上半年工作总结
一、存在的主要问题
一是优质学位供给不足。二是校园食堂管理还有薄弱环节。
产生上述问题的主要原因是：统筹谋划不够，日常监管力量不足。
二、下半年工作打算
一是扩充优质学位。12月底前完成第二实验小学扩建工程验收。
`;

let application: TestApplication;
let admin: Browserless;
let units: SafetyBureau['units'];
let people: SafetyBureau['people'];
const today = dayIn('Asia/Shanghai', new Date());

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  ({ units, people } = await safetyBureau(application));
});
afterAll(() => application?.close());

const make = (ask: object) =>
  admin.post<ProblemDetail>('/problems', { title: '隐患排查流于形式', unitId: units.team.id, ...ask }, 201);

describe('a problem raised by hand, from 整改 to 回头看', () => {
  let problem: ProblemDetail;
  const by = async (client: Browserless, move: string, ask: object = {}) =>
    (problem = await client.post<ProblemDetail>(`/problems/${problem.id}/${move}`, {
      version: problem.version,
      ...ask,
    }));
  const measure = (title: string) => {
    const found = problem.tasks.find((task) => task.title === title);
    if (!found) throw new Error(`no measure ${title}`);
    return found;
  };

  it('is put on record with all that is known, and refuses what cannot be', async () => {
    const leaders = await admin.get<AssignablePerson[]>(`/people/leaders?unitId=${units.team.id}`);
    expect(leaders).toEqual([{ id: people.leader.id, name: '人员leader', unitName: '区应急管理局', title: '科员' }]);
    await expect(make({ leaderId: people.outsider.id })).rejects.toThrow('person.not-leader');
    await expect(make({ personId: people.outsider.id })).rejects.toThrow('person.not-assignable');
    await expect(make({ dueOn: '2026-02-30' })).rejects.toThrow('整改时限须为有效日期');
    await expect(make({ raisedOn: addDays(today, 1) })).rejects.toThrow('day.future');
    await expect(make({ origin: 'report' })).rejects.toThrow('problem.origin-report');
    problem = await make({
      origin: 'audit',
      category: '安全生产',
      personId: people.officer.id,
      leaderId: people.leader.id,
      duty: '监管责任',
      raisedBy: '区审计局',
      dueOn: addDays(today, 60),
    });
    expect(problem).toMatchObject({
      status: 'open',
      origin: 'audit',
      raisedBy: '区审计局',
      raisedOn: today,
      personName: '人员officer',
      leaderName: '人员leader',
      overdue: false,
      lookBackMonths: null,
      moves: ['change', 'explain', 'plan', 'detach', 'withdraw'],
    });
  });

  it('is changed, with what changed in its history, and not over another’s change', async () => {
    const path = `/problems/${problem.id}`;
    const ask = { version: problem.version, dueOn: addDays(today, 30), lookBackMonths: 3 };
    problem = await admin.patch<ProblemDetail>(path, ask);
    expect(problem.history[0]).toMatchObject({
      action: 'change',
      changes: expect.arrayContaining([{ field: 'dueOn', from: addDays(today, 60), to: addDays(today, 30) }]),
    });
    await expect(admin.patch(path, ask)).rejects.toThrow('problem.changed');
    for (const nothing of [{ raisedOn: null }, { title: null }, { unitId: null }]) {
      await expect(admin.patch(path, { version: problem.version, ...nothing })).rejects.toThrow('422');
    }
  });

  it('has causes of its own', async () => {
    await by(people.liaison.client, 'causes', { text: '培训不够' });
    await by(admin, 'causes', { text: '考核缺位' });
    const [first, second] = problem.causes;
    problem = await admin.patch(`/problems/${problem.id}/causes/${first.id}`, {
      version: problem.version,
      text: '培训覆盖面不够',
    });
    await by(admin, `causes/${second.id}/remove`);
    expect(problem.causes).toEqual([{ id: first.id, text: '培训覆盖面不够', shared: false }]);
    await expect(by(admin, `causes/${second.id}/remove`)).rejects.toThrow('cause.unknown');
  });

  it('has measures: new tasks and tasks that exist', async () => {
    const due = { leadUnitId: units.team.id, assigneeId: people.officer.id, dueOn: addDays(today, 20) };
    await by(admin, 'measures', { title: '全员培训', ...due });
    await by(admin, 'measures', { title: '建立考核办法', ...due });
    const other = await make({ title: '另一个问题' });
    const { tasks } = await admin.post<ProblemDetail>(`/problems/${other.id}/measures/link`, {
      version: other.version,
      taskIds: [measure('全员培训').id],
    });
    expect(tasks.map(({ title }) => title)).toEqual(['全员培训']);
    const unlink = { version: other.version + 1 };
    const left = await admin.post<ProblemDetail>(`/problems/${other.id}/measures/${tasks[0].id}/unlink`, unlink);
    expect(left.tasks).toEqual([]);
    await admin.post(`/problems/${other.id}/withdraw`, { version: left.version, reason: '重复登记' });
    expect(problem).toMatchObject({ measures: 2, measuresClosed: 0 });
  });

  it('is not rectified as long as a measure is open', async () => {
    await expect(by(people.liaison.client, 'rectify', { result: '已整改' })).rejects.toThrow('problem.measures-open');
    expect((await people.officer.client.get<ProblemDetail>(`/problems/${problem.id}`)).moves).toEqual([
      'explain',
      'attach',
      'detach',
    ]);
    const command = async (who: Browserless, id: string, move: string, ask: object = {}) => {
      const { version } = await who.get<TaskDetail>(`/tasks/${id}`);
      await who.post(`/tasks/${id}/${move}`, { version, ...ask });
    };
    const training = measure('全员培训').id;
    await command(people.officer.client, training, 'accept');
    await command(people.officer.client, training, 'submit', { narrative: '培训 3 场，覆盖 46 人。' });
    await command(admin, training, 'close');
    await command(admin, measure('建立考核办法').id, 'drop', { reason: '并入年度考核' });
    problem = await admin.get(`/problems/${problem.id}`);
    expect(problem).toMatchObject({ measures: 1, measuresClosed: 1, light: 'green' });
    expect(measure('全员培训').progressEntries).toMatchObject([
      { by: '人员officer', narrative: '培训 3 场，覆盖 46 人。' },
    ]);
  });

  it('is reported rectified by its unit, and sent back with a reason', async () => {
    await expect(by(people.leader.client, 'rectify')).rejects.toThrow('problem.not-yours');
    await by(people.officer.client, 'rectify', { result: '培训全部完成' });
    expect(problem).toMatchObject({
      status: 'rectified',
      rectifiedBy: '人员officer',
      rectifiedOn: today,
      moves: ['attach', 'detach'],
    });
    await by(admin, 'send-back', { reason: '请补充考试成绩' });
    await by(people.liaison.client, 'rectify', { result: '培训完成，考试合格率 100%' });
  });

  it('is reopened with a reply due when somebody is not satisfied', async () => {
    const survey = { asked: '企业代表', askedOn: today, satisfied: 7, basically: 2, dissatisfied: 1 };
    await expect(by(admin, 'satisfaction', survey)).rejects.toThrow('satisfaction.reply-due-missing');
    const nobody = { ...survey, satisfied: 0, basically: 0, dissatisfied: 0 };
    await expect(by(admin, 'satisfaction', nobody)).rejects.toThrow('satisfaction.nobody-asked');
    const replyDueOn = addDays(today, 10);
    await by(admin, 'satisfaction', { ...survey, doubts: '夜班人员没有参加', replyDueOn });
    expect(problem).toMatchObject({ status: 'reopened', replyDueOn, rectifiedOn: null });
    expect(problem.satisfaction).toMatchObject([{ percent: 90, doubts: '夜班人员没有参加', replyDueOn }]);
    await expect(by(people.liaison.client, 'rectify')).rejects.toThrow('problem.result-missing');
    await by(people.liaison.client, 'rectify', { result: '夜班补训 1 场，已当面答复' });
    await expect(by(admin, 'close', { evidence: '培训签到表' })).rejects.toThrow('problem.reply-outstanding');
    await by(admin, 'satisfaction', { ...survey, satisfied: 10, basically: 0, dissatisfied: 0 });
    expect(problem).toMatchObject({ status: 'rectified', replyDueOn: null });
  });

  it('is closed by one of two supervisors at once, and its look-back planned', async () => {
    const { version } = problem;
    const close = () => admin.send('POST', `/problems/${problem.id}/close`, { version, evidence: '签到表、试卷' });
    const both = await Promise.all([close(), close()]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    problem = await admin.get(`/problems/${problem.id}`);
    const dueOn = addMonths(today, 3);
    expect(problem).toMatchObject({
      status: 'closed',
      closedOn: today,
      evidence: '签到表、试卷',
      lookBacks: [{ dueOn }],
    });
    const until = (day: string) => people.leader.client.get<LookBackPage>(`/problems/look-backs?until=${day}`);
    expect((await until(dueOn)).rows).toMatchObject([{ problemId: problem.id, dueOn, overdue: false }]);
    expect((await until(addDays(dueOn, -1))).rows).toEqual([]);
  });

  it('holds, is looked at again, and is reopened when it comes back', async () => {
    await by(admin, 'look-backs', { result: 'held', note: '抽查 5 家企业，未反弹' });
    expect(problem).toMatchObject({ status: 'closed', lookBacks: [{ result: 'held', doneOn: today }] });
    await expect(by(admin, 'look-backs', { result: 'held', note: '再看' })).rejects.toThrow('problem.no-look-back');
    await by(admin, 'look-backs/schedule', { dueOn: addDays(today, 90) });
    await by(admin, 'look-backs', { result: 'relapsed', note: '2 家企业自查台账再次空白' });
    expect(problem).toMatchObject({ status: 'reopened', closedOn: null });
    expect(problem.history[0]).toMatchObject({
      action: 'look-back',
      reason: '2 家企业自查台账再次空白',
      changes: expect.arrayContaining([{ field: 'status', from: 'closed', to: 'reopened' }]),
    });
  });
});

describe('causes that a report states', () => {
  it('belong to its problems together until one takes them over, and go back with it', async () => {
    const upload = await admin.upload('/documents', '教育局.txt', Buffer.from(REPORT));
    const [{ id: reportId }] = (JSON.parse(upload.body) as ImportResult).reports;
    const { items } = await admin.get<ReportDetail>(`/reports/${reportId}`);
    const accept = () => admin.post(`/reports/${reportId}/items/accept`, { itemIds: items.map(({ id }) => id) });
    await accept();
    const problems = async () => {
      const { rows } = await admin.get<ProblemPage>(`/problems?reportId=${reportId}`);
      return Promise.all(rows.map(({ id }) => admin.get<ProblemDetail>(`/problems/${id}`)));
    };
    const [first, second] = await problems();
    expect([first.origin, first.causes]).toEqual(['report', second.causes]);
    const [cause] = first.causes;
    expect(cause.shared).toBe(true);
    await admin.post(`/problems/${first.id}/causes/${cause.id}/adopt`, { version: first.version });
    const again = { version: second.version };
    await expect(admin.post(`/problems/${second.id}/causes/${cause.id}/adopt`, again)).rejects.toThrow('cause.unknown');
    const causes = (await problems()).map(({ causes: own }) => own.map(({ id, shared }) => [id, shared]));
    expect(causes).toEqual([[[cause.id, false]], []]);

    // Taking the decision about its problem back does not lose what the report states.
    const item = items.find(({ text }) => text.includes(first.title));
    await admin.post(`/reports/${reportId}/items/restore`, { itemIds: [item?.id] });
    expect((await problems()).map(({ causes: shared }) => shared)).toEqual([[cause]]);
    await admin.post(`/reports/${reportId}/items/restore`, {
      itemIds: items.filter(({ id }) => id !== item?.id).map(({ id }) => id),
    });
  });
});

describe('who sees and does what', () => {
  let id: string;
  let version: number;
  beforeAll(async () => {
    ({ id, version } = await make({
      title: '值班制度不落实',
      personId: people.officer.id,
      leaderId: people.leader.id,
    }));
  });

  it.each([
    ['liaison', 200, ['explain', 'rectify', 'attach', 'detach']],
    ['officer', 200, ['explain', 'rectify', 'attach', 'detach']],
    ['leader', 200, []],
    ['auditor', 200, []],
    ['outsider', 404, undefined],
  ] as const)('%s reads it: %s, may %j', async (who, status, moves) => {
    const answer = await people[who].client.send('GET', `/problems/${id}`);
    expect([answer.statusCode, JSON.parse(answer.body).moves]).toEqual([status, moves]);
    const listed = await people[who].client.get<ProblemPage>(`/problems?q=${encodeURIComponent('值班')}`);
    expect(listed.total).toBe(status === 200 ? 1 : 0);
    const list = await people[who].client.get<ThreeListPage>(
      `/problems/three-lists?list=duties&q=${encodeURIComponent('值班')}`,
    );
    expect(list.rows).toHaveLength(status === 200 ? 1 : 0);
  });

  it.each([
    ['liaison', 'close', { evidence: '无' }, 403],
    ['officer', 'withdraw', { reason: '无' }, 403],
    ['leader', 'rectify', { result: '无' }, 403],
    ['auditor', 'causes', { text: '无' }, 403],
    ['outsider', 'rectify', { result: '无' }, 404],
  ] as const)('%s may not %s', async (who, move, ask, status) => {
    const answer = await people[who].client.send('POST', `/problems/${id}/${move}`, { version, ...ask });
    expect(answer.statusCode).toBe(status);
  });

  it('does not let whoever did the work close it', async () => {
    const made = await admin.post<{ person: PersonView; oneTimePassword: string }>(
      '/people',
      {
        name: '两职一人',
        login: 'both',
        positions: [],
        roles: [
          { unitId: units.root.id, role: 'supervisor' },
          { unitId: units.team.id, role: 'liaison' },
        ],
      },
      201,
    );
    const both = await application.signIn('both', made.oneTimePassword);
    const rectified = await both.post<ProblemDetail>(`/problems/${id}/rectify`, { version, result: '已建立值班表' });
    expect(rectified.moves).not.toContain('close');
    const close = { version: rectified.version, evidence: '值班表' };
    await expect(both.post(`/problems/${id}/close`, close)).rejects.toThrow('problem.own-work');
    const closed = await admin.post<ProblemDetail>(`/problems/${id}/close`, close);
    expect(closed.status).toBe('closed');
  });
});
