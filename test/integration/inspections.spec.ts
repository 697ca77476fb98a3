import { DataSource } from 'typeorm';
import { addDays } from '../../libs/language/src/day';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { dayIn } from '../../libs/platform/src/clock';
import type {
  CheckDetail,
  MaterialProblemPage,
  MaterialTaskPage,
  PairView,
  RoundDetail,
  RoundPage,
} from '../../libs/rectification/src/inspections/inspection.view';
import type { ProblemDetail } from '../../libs/rectification/src/problem.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

jest.setTimeout(60_000);

type Name = 'safety' | 'education' | 'health';
let application: TestApplication;
let admin: Browserless;
let root: UnitView;
let units: Record<Name, UnitView>;
let liaisons: Record<Name, SignedIn>;
let people: Record<'inspector' | 'colleague' | 'auditor' | 'leader' | 'otherSupervisor', SignedIn>;
const today = dayIn('Asia/Shanghai', new Date());
const NAMES: Record<Name, string> = { safety: '区应急管理局', education: '区教育局', health: '区卫生健康局' };

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string) =>
    admin.post<UnitView>('/units', { parentId: root.id, name, shortName: null, aliases: [] }, 201);
  units = { safety: await add(NAMES.safety), education: await add(NAMES.education), health: await add(NAMES.health) };
  liaisons = {
    safety: await addPerson(application, 'lsafety', 'liaison', units.safety),
    education: await addPerson(application, 'leducation', 'liaison', units.education),
    health: await addPerson(application, 'lhealth', 'liaison', units.health),
  };
  people = {
    inspector: await addPerson(application, 'inspector', 'staff', units.safety),
    colleague: await addPerson(application, 'colleague', 'staff', units.safety),
    auditor: await addPerson(application, 'auditor', 'auditor', root),
    leader: await addPerson(application, 'leader', 'leader', units.education),
    otherSupervisor: await addPerson(application, 'supervisor', 'supervisor', units.health),
  };
});
afterAll(() => application?.close());

const fields = (ask: object = {}) => ({
  ...{ title: '2026年四季度交叉检查', kind: 'cross', unitId: root.id, startsOn: today, endsOn: addDays(today, 20) },
  ...ask,
});
const preview = (rule: string, who = admin, more: object = {}) =>
  who.post<PairView[]>('/inspections/pairs', {
    ...{ kind: 'cross', rule, unitIds: [units.safety.id, units.education.id, units.health.id] },
    ...more,
  });
const pairs = (from: PairView[]) =>
  from.map(({ inspectedUnitId, inspectingUnitId }) => ({ inspectedUnitId, inspectingUnitId }));

describe('planning a round', () => {
  it('shows who would check whom before anything is kept', async () => {
    const shown = (await preview('rotate')).map((pair) => [pair.inspectingUnitName, pair.inspectedUnitName]);
    expect(shown).toEqual([
      [NAMES.safety, NAMES.education],
      [NAMES.education, NAMES.health],
      [NAMES.health, NAMES.safety],
    ]);
    expect((await admin.get<RoundPage>('/inspections')).rows).toEqual([]);
    await expect(preview('self')).rejects.toThrow('inspection.rule');
    await expect(preview('rotate', people.otherSupervisor.client)).rejects.toThrow('unit.unknown');
    await expect(preview('rotate', liaisons.safety.client)).rejects.toThrow('403');
  });

  it('refuses what is no round, and keeps nothing of it', async () => {
    const own = [{ inspectedUnitId: units.safety.id, inspectingUnitId: units.safety.id }];
    const create = (ask: object, who = admin) => who.post<RoundDetail>('/inspections', fields(ask), 201);
    await expect(create({ pairs: own })).rejects.toThrow('inspection.self-check');
    await expect(create({ pairs: [], endsOn: addDays(today, -1) })).rejects.toThrow('inspection.days');
    await expect(create({ pairs: [], startsOn: '2026-02-30' })).rejects.toThrow('开始日期须为有效日期');
    await expect(create({ pairs: [] }, people.otherSupervisor.client)).rejects.toThrow('unit.unknown');
    const outside = [{ inspectedUnitId: root.id, inspectingUnitId: units.health.id }];
    const small = { unitId: units.health.id, pairs: outside };
    await expect(create(small, people.otherSupervisor.client)).rejects.toThrow('unit.unknown');
    expect((await admin.get<RoundPage>('/inspections')).rows).toEqual([]);
  });

  it('is planned, paired anew and taken back', async () => {
    const round = await admin.post<RoundDetail>('/inspections', fields({ pairs: [] }), 201);
    expect(round).toMatchObject({ status: 'planned', lines: [], moves: ['change', 'pair', 'remove'] });
    expect(round.blocked).toEqual([{ move: 'start', why: expect.stringContaining('还没有检查分组') }]);
    const ask = { version: round.version, pairs: pairs(await preview('rotate')) };
    const paired = await (async () => {
      const answer = await admin.send('PUT', `/inspections/${round.id}/checks`, ask);
      return JSON.parse(answer.body) as RoundDetail;
    })();
    expect(paired.lines).toHaveLength(3);
    expect((await admin.send('PUT', `/inspections/${round.id}/checks`, ask)).body).toContain(
      'inspection-round.changed',
    );
    const changed = await admin.patch<RoundDetail>(`/inspections/${round.id}`, {
      version: paired.version,
      endsOn: addDays(today, 30),
    });
    expect(changed.lines.map(({ dueOn }) => dueOn)).toEqual(Array(3).fill(addDays(today, 30)));
    // What is planned is the supervisor's own, and of those who oversee him.
    await expect(liaisons.safety.client.get(`/inspections/${round.id}`)).rejects.toThrow('inspection.unknown');
    expect((await people.auditor.client.get<RoundDetail>(`/inspections/${round.id}`)).moves).toEqual([]);
    await admin.post(`/inspections/${round.id}/remove`, { version: changed.version }, 204);
    await expect(admin.get(`/inspections/${round.id}`)).rejects.toThrow('inspection.unknown');
  });
});

describe('a cross-check from its start to its problems', () => {
  let round: RoundDetail;
  let problemId: string;
  /** Where 区应急管理局 checks 区教育局. */
  let check: CheckDetail;
  const path = (rest = '') => `/inspection-checks/${check.id}${rest}`;
  const by = async (who: Browserless, move: string, ask: object = {}) =>
    (check = await who.post<CheckDetail>(path(`/${move}`), { version: check.version, ...ask }));
  const reread = async (who = admin) => (check = await who.get<CheckDetail>(path()));
  const lineOf = (name: Name) => {
    const line = round.lines.find(({ inspectedUnitId }) => inspectedUnitId === units[name].id);
    if (!line) throw new Error(`nobody checks ${name}`);
    return line;
  };

  it('begins with material of its own on record', async () => {
    const make = (unit: UnitView, ask: object = {}) =>
      admin.post<ProblemDetail>('/problems', { title: '校园食堂台账不全', unitId: unit.id, ...ask }, 201);
    const problem = await make(units.education, { category: '安全生产' });
    problemId = problem.id;
    await admin.post(`/problems/${problem.id}/measures`, {
      ...{ version: problem.version, title: '逐校核对食堂台账', leadUnitId: units.education.id },
      dueOn: addDays(today, 15),
    });
    await make(units.education, { title: '与检查内容无关的问题', category: '财务资产' });
    await make(units.health, { title: '别的单位的问题', category: '安全生产' });
    const ask = fields({ category: '安全生产', pairs: pairs(await preview('rotate')) });
    round = await admin.post<RoundDetail>('/inspections', ask, 201);
    const education = lineOf('education');
    await expect(liaisons.safety.client.get(`/inspection-checks/${education.id}`)).rejects.toThrow('404');
    round = await admin.post<RoundDetail>(`/inspections/${round.id}/start`, { version: round.version });
    expect(round).toMatchObject({ status: 'under-way', moves: ['change'] });
    check = await admin.get<CheckDetail>(`/inspection-checks/${education.id}`);
  });

  it('names inspectors of the inspecting unit only', async () => {
    const name = (who: Browserless, ids: string[]) =>
      who.send('PUT', path('/inspectors'), { version: check.version, personIds: ids });
    expect((await name(liaisons.safety.client, [liaisons.health.id])).body).toContain('person.not-assignable');
    expect((await name(liaisons.education.client, [people.inspector.id])).body).toContain('inspection-check.not-yours');
    expect((await name(liaisons.safety.client, [people.inspector.id])).statusCode).toBe(200);
    await reread();
    expect(check.inspectors).toEqual([{ id: people.inspector.id, name: people.inspector.name }]);
  });

  it('shows an inspector his check and its material, and nothing outside', async () => {
    const me = people.inspector.client;
    const mine = await me.get<RoundDetail>(`/inspections/${round.id}`);
    expect(mine.lines.map(({ inspectedUnitName }) => inspectedUnitName)).toEqual([NAMES.education]);
    expect([mine.history, mine.moves, mine.checks]).toEqual([[], [], 1]);
    for (const name of ['health', 'safety'] as const) {
      await expect(me.get(`/inspection-checks/${lineOf(name).id}`)).rejects.toThrow('inspection-check.unknown');
    }
    expect((await me.get<CheckDetail>(path())).materialOpen).toBe(true);
    const problems = await me.get<MaterialProblemPage>(path('/problems'));
    expect(problems).toMatchObject({
      total: 1,
      nextCursor: null,
      rows: [{ title: '校园食堂台账不全', status: 'open' }],
    });
    const tasks = await me.get<MaterialTaskPage>(path('/tasks'));
    expect(tasks.rows).toMatchObject([{ title: '逐校核对食堂台账', light: 'green', progress: 0 }]);
    // The rows are all: the problem and the task themselves stay shut.
    await expect(me.get(`/problems/${problemId}`)).rejects.toThrow('problem.unknown');
    await expect(me.get(`/tasks/${tasks.rows[0].id}`)).rejects.toThrow('404');
    await expect(people.colleague.client.get(path())).rejects.toThrow('404');
    await expect(people.colleague.client.get(path('/problems'))).rejects.toThrow('404');
    await expect(liaisons.education.client.get(path('/problems'))).rejects.toThrow('inspection-check.material-closed');
  });

  it('keeps on record who read it, once for one sitting', async () => {
    await people.inspector.client.get(path('/problems'));
    const rows = await application.app
      .get(DataSource)
      .query<object[]>(
        `SELECT actor_name AS by, action, unit_id AS unit FROM history WHERE subject_id = $1 AND action LIKE 'read-%' ORDER BY id`,
        [check.id],
      );
    const by = { by: people.inspector.name, unit: units.education.id };
    expect(rows).toEqual([
      { ...by, action: 'read-problems' },
      { ...by, action: 'read-tasks' },
    ]);
  });

  it('collects findings that the inspected unit reads when they are reported', async () => {
    const me = people.inspector.client;
    await reread(me);
    await by(me, 'findings', { title: '三所学校留样记录缺失', category: '安全生产', dueOn: addDays(today, 40) });
    expect(check).toMatchObject({ status: 'under-way', findings: 1 });
    await expect(by(people.leader.client, 'findings', { title: '越权' })).rejects.toThrow('inspection-check.not-yours');
    await by(me, 'findings', { title: '误记' });
    await by(me, 'findings', { title: '台账填写不规范' });
    const [first, mistake] = check.found;
    check = await me.patch<CheckDetail>(path(`/findings/${first.id}`), {
      ...{ version: check.version, title: '三所学校食品留样记录缺失', text: '抽查五所，三所没有十一月的记录。' },
      ...{ category: '安全生产', dueOn: addDays(today, 40) },
    });
    await by(me, `findings/${mistake.id}/remove`);
    const early = await liaisons.education.client.get<CheckDetail>(path());
    expect(early).toMatchObject({ findings: null, found: [], conclusion: null, history: [], moves: [] });
    await expect(by(me, 'report', { conclusion: '' })).rejects.toThrow('请填写检查结论');
    await by(me, 'report', { conclusion: '总体较好，食堂管理有薄弱环节。' });
    expect(check).toMatchObject({
      status: 'reported',
      reportedBy: people.inspector.name,
      materialOpen: false,
      moves: [],
    });
    await expect(me.get(path('/problems'))).rejects.toThrow('inspection-check.material-closed');
    await reread(liaisons.education.client);
    expect(check.found.map(({ title }) => title)).toEqual(['三所学校食品留样记录缺失', '台账填写不规范']);
    await by(liaisons.education.client, 'respond', { response: '已着手整改，台账一项请复核。' });
    expect(check).toMatchObject({ response: '已着手整改，台账一项请复核。', respondedOn: today });
  });

  it('makes problems of what the supervisor confirms: all of them, or none', async () => {
    const [missing, untidy] = check.found;
    const confirm = { findingId: missing.id, decision: 'confirmed' };
    await expect(by(liaisons.safety.client, 'decide', { decisions: [confirm] })).rejects.toThrow('403');
    const unfounded = { findingId: untidy.id, decision: 'rejected' };
    await expect(by(admin, 'decide', { decisions: [confirm, unfounded] })).rejects.toThrow('不予认定须写明理由');
    const unknown = { findingId: round.id, decision: 'confirmed' };
    await expect(by(admin, 'decide', { decisions: [confirm, unknown] })).rejects.toThrow('finding.unknown');
    expect((await reread()).found.map(({ status }) => status)).toEqual(['recorded', 'recorded']);
    const both = [confirm, { ...unfounded, reason: '属书写习惯，不作问题处理' }];
    const decide = { version: check.version, decisions: both };
    const twice = await Promise.all([1, 2].map(() => admin.send('POST', path('/decide'), decide)));
    expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    await reread();
    expect(check).toMatchObject({ status: 'settled', problems: 1, problemsClosed: 0 });
    const [{ problemId: id }, rejected] = check.found;
    expect(rejected).toMatchObject({ status: 'rejected', reason: '属书写习惯，不作问题处理', problemId: null });
    const problem = await liaisons.education.client.get<ProblemDetail>(`/problems/${id}`);
    expect(problem).toMatchObject({
      ...{ title: '三所学校食品留样记录缺失', text: '抽查五所，三所没有十一月的记录。', origin: 'inspection' },
      ...{ unitId: units.education.id, category: '安全生产', dueOn: addDays(today, 40), raisedBy: round.title },
      check: { id: check.id, roundTitle: round.title },
    });
  });

  it('closes the round, and then inspectors see nothing of it any more', async () => {
    round = await admin.get<RoundDetail>(`/inspections/${round.id}`);
    expect(round).toMatchObject({ problems: 1, problemsClosed: 0, ratePercent: 0 });
    expect(round.rateFormula).toContain('部分完成的都不算完成');
    expect(round.blocked).toEqual([{ move: 'close', why: expect.stringContaining('还有 2 项检查没有认定') }]);
    for (const name of ['health', 'safety'] as const) {
      const other = await admin.get<CheckDetail>(`/inspection-checks/${lineOf(name).id}`);
      const off = { version: other.version, reason: '与巡察重复' };
      await admin.post(`/inspection-checks/${other.id}/call-off`, off);
    }
    round = await admin.post<RoundDetail>(`/inspections/${round.id}/close`, { version: round.version });
    expect(round).toMatchObject({ status: 'closed', checks: 1, checksSettled: 1, moves: [] });
    for (const who of [people.inspector.client, liaisons.safety.client]) {
      await expect(who.get(path())).rejects.toThrow('inspection-check.unknown');
      await expect(who.get(path('/problems'))).rejects.toThrow('inspection-check.unknown');
    }
    await expect(people.inspector.client.get(`/inspections/${round.id}`)).rejects.toThrow('inspection.unknown');
    expect((await people.inspector.client.get<RoundPage>('/inspections')).rows).toEqual([]);
    expect((await people.leader.client.get<CheckDetail>(path())).status).toBe('settled');
    expect((await people.auditor.client.get<RoundDetail>(`/inspections/${round.id}`)).lines).toHaveLength(3);
  });
});

it('does not let those who checked decide about what they found', async () => {
  const supervisor = await addPerson(application, 'checker', 'supervisor', root);
  const ask = { kind: 'superior', rule: 'single', inspectorUnitId: root.id };
  const single = pairs(await preview('single', admin, ask)).slice(0, 1);
  let round = await admin.post<RoundDetail>('/inspections', fields({ kind: 'superior', pairs: single }), 201);
  round = await admin.post<RoundDetail>(`/inspections/${round.id}/start`, { version: round.version });
  const path = `/inspection-checks/${round.lines[0].id}`;
  const named = { version: (await admin.get<CheckDetail>(path)).version, personIds: [supervisor.id] };
  expect((await admin.send('PUT', `${path}/inspectors`, named)).statusCode).toBe(200);
  const seen = async () => (await supervisor.client.get<CheckDetail>(path)).version;
  await supervisor.client.post(`${path}/report`, { version: await seen(), conclusion: '没有发现问题。' });
  const decide = { version: await seen(), decisions: [] };
  await expect(supervisor.client.post(`${path}/decide`, decide)).rejects.toThrow('inspection-check.own-work');
  expect((await admin.post<CheckDetail>(`${path}/decide`, decide)).status).toBe('settled');
});
