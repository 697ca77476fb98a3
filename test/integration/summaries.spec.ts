import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { convert } from '../../libs/documents/src/libre-office/convert';
import type { ProblemDetail } from '../../libs/rectification/src/problem.view';
import { DraftingService } from '../../libs/summaries/src/drafting.service';
import type { FigureRowPage, SummaryDetail, SummaryPage } from '../../libs/summaries/src/summary.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import { safetyBureau, type SafetyBureau } from '../support/safety-bureau';
import { addPerson, type SignedIn } from '../support/people';
import { setClock } from '../support/set-clock';

jest.setTimeout(180_000);

let application: TestApplication;
let units: SafetyBureau['units'];
let people: SafetyBureau['people'];
let supervisor: SignedIn;

/** The next morning of the scripted quarter; nobody has to sign in again for it. */
async function on(day: string): Promise<void> {
  setClock(application, `${day}T09:00:00+08:00`);
  await application.app
    .get(DataSource)
    .query(`UPDATE session SET last_seen_at = $1, expires_at = $1::timestamptz + interval '1 day'`, [
      `${day}T09:00:00+08:00`,
    ]);
}

const seen = ({ version }: { version: number }) => ({ version });
const report = (task: TaskDetail, percent: number, narrative: string) =>
  people.officer.client.post<TaskDetail>(`/tasks/${task.id}/progress`, { ...seen(task), percent, narrative });

async function underWay(title: string, dueOn: string): Promise<TaskDetail> {
  const { client } = supervisor;
  const draft = await client.post<TaskDetail>('/tasks', { title, leadUnitId: units.team.id, dueOn }, 201);
  const charge = { leadUnitId: units.team.id, assigneeId: people.officer.id, dueOn };
  const assigned = await client.post<TaskDetail>(`/tasks/${draft.id}/assign`, { ...seen(draft), ...charge });
  return people.officer.client.post(`/tasks/${draft.id}/accept`, seen(assigned));
}

async function close(task: TaskDetail, narrative: string): Promise<void> {
  const submitted = await people.officer.client.post<TaskDetail>(`/tasks/${task.id}/submit`, {
    ...{ ...seen(task), narrative },
  });
  await supervisor.client.post(`/tasks/${task.id}/close`, seen(submitted));
}

let slow: TaskDetail;
let moved: TaskDetail;

/** A quarter: one task closed in time, one extended, one overdue, one problem put right, drafts that nobody sees. */
async function quarter(): Promise<void> {
  await on('2026-10-09');
  const done = await underWay('开展危化品企业专项检查', '2026-11-30');
  slow = await underWay('完成应急避难场所改造', '2026-12-10');
  moved = await underWay('采购救援装备', '2026-12-15');
  await supervisor.client.post('/tasks', { title: '还在拟议的事项', leadUnitId: units.team.id }, 201);
  const problem = await supervisor.client.post<ProblemDetail>(
    '/problems',
    { title: '隐患台账不完整', unitId: units.team.id, dueOn: '2026-12-20' },
    201,
  );
  await on('2026-11-20');
  const checked = await report(done, 90, '已检查企业20家。发现隐患35处，完成整改30处。');
  slow = await report(slow, 30, '由于设计变更，施工图审查推迟，现场尚未进场。');
  const request = { ...seen(moved), kind: 'extension', toDue: '2027-01-31', reason: '首次招标流标，正在重新招标。' };
  moved = await people.officer.client.post<TaskDetail>(`/tasks/${moved.id}/requests`, request);
  const [asked] = moved.requests;
  await supervisor.client.post(`/requests/${asked.id}/decision`, { decision: 'granted' });
  moved = await supervisor.client.get(`/tasks/${moved.id}`);
  await people.liaison.client.post(`/problems/${problem.id}/rectify`, {
    ...{ ...seen(problem), result: '已补齐隐患台账126条。' },
  });
  await on('2026-11-25');
  await close(checked, '35处隐患全部整改到位。');
  await supervisor.client.post(`/problems/${problem.id}/close`, { version: problem.version + 1, evidence: '台账' });
}

const create = (client = supervisor.client, more: object = {}, expected = 201) =>
  client.post<SummaryDetail>(
    '/summaries',
    { unitId: units.safety.id, period: 'quarter', day: '2026-12-21', ...more },
    expected,
  );
const figure = ({ figures }: SummaryDetail, key: string) => figures.find((one) => one.key === key)?.value;
const textOf = ({ sections }: SummaryDetail) => sections.flatMap(({ paragraphs }) => paragraphs).join('\n');
const refused = async (promise: Promise<unknown>) => (await promise.then(String, String)) as string;
const bytes = async (path: string) => (await supervisor.client.send('GET', path)).rawPayload;

beforeAll(async () => {
  application = await startApplication();
  ({ units, people } = await safetyBureau(application));
  supervisor = await addPerson(application, 'supervisor', 'supervisor', units.safety);
  await quarter();
});
afterAll(() => application?.close());

let draft: SummaryDetail;

it('is drafted once on schedule, ten days before the quarter ends, where somebody supervises', async () => {
  const drafting = application.app.get(DraftingService);
  await on('2026-12-20');
  expect(await drafting.draftDue()).toBe(0);
  await on('2026-12-21');
  expect((await Promise.all([drafting.draftDue(), drafting.draftDue()])).reduce((sum, n) => sum + n)).toBe(2);
  expect(await drafting.draftDue()).toBe(0);
  const { rows, total } = await application.admin.get<SummaryPage>('/summaries');
  expect(rows.map(({ unitName }) => unitName).sort()).toEqual([units.root.name, '区应急管理局'].sort());
  expect(total).toBe(2);
  expect((await supervisor.client.get<SummaryPage>('/summaries')).total).toBe(1);
  const mine = rows.find(({ unitId }) => unitId === units.safety.id);
  draft = await supervisor.client.get(`/summaries/${mine?.id}`);
  expect(draft).toMatchObject({ title: '区应急管理局关于2026年第四季度督办事项进展情况的报告', version: 1 });
  expect(await refused(create())).toContain('summary.exists');
});

it('says in figures and in the words of its people what became of the quarter', () => {
  const keys = ['total', 'closed', 'overdue', 'inTimeRate', 'averageDelay', 'extensionRate', 'rectificationRate'];
  expect(keys.map((key) => figure(draft, key))).toEqual([3, 1, 1, 50, 11, 33.3, 100]);
  const text = textOf(draft);
  expect(text).toContain('执法大队承办的“开展危化品企业专项检查”已于11月25日核实销号：35处隐患全部整改到位。');
  expect(text).toContain('已逾期11天，目前进度30%；主要原因：由于设计变更，施工图审查推迟，现场尚未进场。');
  expect(text).toContain('完成时限由12月15日延至2027年1月31日，理由：首次招标流标，正在重新招标。');
  expect(text).toContain('执法大队的“隐患台账不完整”问题已于11月25日核实销号：已补齐隐患台账126条。');
  expect(text).toContain('执法大队承办的“采购救援装备”拟于2027年1月31日前办结。');
  expect(text).not.toContain('拟议');
});

it('opens the rows behind a figure', async () => {
  const rows = (key: string, more = '') =>
    supervisor.client.get<FigureRowPage>(`/summaries/${draft.id}/figures/${key}/rows${more}`);
  const rate = await rows('inTimeRate');
  expect(rate.figure.formula).toContain('÷ 应办结数');
  expect(rate.rows.map(({ title, counted, daysLate }) => [title, counted, daysLate])).toEqual([
    ['开展危化品企业专项检查', true, 0],
    ['完成应急避难场所改造', false, 11],
  ]);
  const first = await rows('total', '?limit=2');
  const rest = await rows('total', `?limit=2&cursor=${first.nextCursor}`);
  expect([first.rows.length, rest.rows.length, rest.nextCursor]).toEqual([2, 1, null]);
  expect((await rows('rectificationRate')).rows).toMatchObject([{ subject: 'problem', status: '已销号' }]);
  expect(await refused(rows('luck'))).toContain('summary.figure');
});

it('takes the writer’s words, which stay while figures and sources move on', async () => {
  const { client } = supervisor;
  const path = `/summaries/${draft.id}`;
  const key = `overdue:${slow.id}`;
  let now = await client.patch<SummaryDetail>(`${path}/sentences`, {
    version: 1,
    key,
    text: '避难场所改造逾期，已约谈',
  });
  expect(await refused(client.patch(`${path}/sentences`, { version: 1, key, hidden: true }))).toContain('409');
  now = await client.post(`${path}/sentences`, { ...seen(now), section: 'next', text: '开展冬春火灾防控行动' });
  now = await client.patch(`${path}/sentences`, { ...seen(now), key: 'lead:rates', hidden: true });
  const changed = { title: '区应急管理局2026年第四季度工作进展报告', recipients: '区人民政府' };
  now = await client.patch(path, { ...seen(now), ...changed });
  expect(now.behind).toBe(false);
  await on('2026-12-31');
  slow = await report(slow, 60, '已进场施工，完成主体改造。');
  expect(await client.get(path)).toMatchObject({ behind: true, asOf: '2026-12-21' });
  now = await client.post(`${path}/refresh`, seen(now));
  expect(now).toMatchObject({ behind: false, asOf: '2026-12-31', ...changed });
  expect(figure(now, 'averageDelay')).toBe(21);
  const sentence = now.sections.flatMap(({ sentences }) => sentences).find((one) => one.key === key);
  expect(sentence).toMatchObject({ text: '避难场所改造逾期，已约谈', sourceChanged: true, taskId: slow.id });
  expect(sentence?.composed).toContain('目前进度60%');
  expect(textOf(now)).toContain('开展冬春火灾防控行动。');
  expect(textOf(now)).not.toContain('按期办结率');
  draft = now;
});

it('is written and issued by the supervisor of its unit only', async () => {
  const issue = { ...seen(draft), number: '应急督〔2026〕4号', issuedOn: '2026-12-31', signatory: '区应急管理局' };
  for (const { client } of [people.liaison, people.leader, people.auditor]) {
    expect((await client.get<SummaryDetail>(`/summaries/${draft.id}`)).editable).toBe(false);
    expect(await refused(client.post(`/summaries/${draft.id}/issue`, issue))).toContain('403');
  }
  expect(await refused(people.outsider.client.get(`/summaries/${draft.id}`))).toContain('404');
  const { client } = supervisor;
  expect(await refused(create(client, { unitId: units.education.id }))).toContain('unit.unknown');
  expect(await refused(create(client, { day: '2027-06-01' }))).toContain('summary.early');
  const early = { ...issue, issuedOn: '2027-01-01' };
  expect(await refused(client.post(`/summaries/${draft.id}/issue`, early))).toContain('day.future');
  expect(await refused(client.get(`/summaries/${draft.id}/snapshot`))).toContain('summary.not-issued');
});

it('is issued as it was seen, and its bytes stay whatever happens later', async () => {
  const { client } = supervisor;
  const path = `/summaries/${draft.id}`;
  await on('2027-01-05');
  const issue = (now: SummaryDetail) =>
    client.post<SummaryDetail>(`${path}/issue`, {
      ...{ ...seen(now), number: '应急督〔2026〕4号', issuedOn: '2027-01-05', signatory: '区应急管理局' },
    });
  // The day after the period ended, what is reported belongs to the next one: the last day is the one that was seen.
  slow = await report(slow, 80, '完成附属设施改造。');
  await on('2026-12-31');
  const later = await report(moved, 20, '已完成招标公告。');
  expect(await refused(issue(draft))).toMatch(/day.future|summary.moved/);
  await on('2027-01-05');
  expect(await refused(issue(draft))).toContain('summary.moved');
  draft = await client.post(`${path}/refresh`, seen(draft));
  expect(textOf(draft)).not.toContain('附属设施');
  const issued = await issue(draft);
  expect(issued).toMatchObject({ status: 'issued', number: '应急督〔2026〕4号', editable: false });

  const snapshot = await bytes(`${path}/snapshot`);
  expect(createHash('sha256').update(snapshot).digest('hex')).toBe(issued.sha256);
  const word = await bytes(`${path}/word`);
  await on('2027-02-01');
  await close(later, '装备已到货验收。');
  await close(slow, '改造完成。');
  await client.post('/problems', { title: '新的问题', unitId: units.team.id }, 201);
  expect((await bytes(`${path}/snapshot`)).equals(snapshot)).toBe(true);
  expect((await bytes(`${path}/word`)).equals(word)).toBe(true);
  expect(await client.get(path)).toEqual(issued);

  expect(await refused(client.post(`${path}/refresh`, seen(issued)))).toContain('summary.issued');
  const db = application.app.get(DataSource);
  await expect(db.query('UPDATE summary SET title = $1 WHERE id = $2', ['x', draft.id])).rejects.toThrow('immutable');
  await expect(db.query('DELETE FROM summary_row WHERE summary_id = $1', [draft.id])).rejects.toThrow('immutable');
  const next = await create(client, { day: '2027-02-01' });
  expect([figure(next, 'closed'), figure(next, 'closedLate')]).toEqual([2, 2]);
});

it('keeps the unit it was written for', async () => {
  const { admin } = application;
  const unit = await admin.post<{ id: string }>('/units', { parentId: units.root.id, name: '临时专班' }, 201);
  const empty = await create(admin, { unitId: unit.id, day: '2027-02-01' });
  expect(textOf(empty)).toContain('目前没有在办事项。');
  expect(await refused(admin.delete(`/units/${unit.id}`))).toContain('unit.not-empty');
});

it('composes the same period of the same data to the same rows, however late', async () => {
  const db = application.app.get(DataSource);
  const rows = (id: string) =>
    db.query<unknown[]>(`SELECT position, subject_id, counts, data FROM summary_row WHERE summary_id = $1 ORDER BY 1`, [
      id,
    ]);
  // The report of the whole organisation for the same quarter has the same tasks; it is composed in February.
  const { rows: heads } = await application.admin.get<SummaryPage>(`/summaries?unitId=${units.root.id}&status=draft`);
  const whole = heads.find(({ unitId }) => unitId === units.root.id);
  await application.admin.post(`/summaries/${whole?.id}/refresh`, { version: whole?.version });
  expect(await rows(whole?.id as string)).toEqual(await rows(draft.id));
});

it('is Word in the official layout that opens, with every word', async () => {
  const file = await bytes(`/summaries/${draft.id}/word`);
  const text = Buffer.from((await convert(file, 'docx', 'txt')) as Uint8Array).toString();
  const { sections } = await supervisor.client.get<SummaryDetail>(`/summaries/${draft.id}`);
  for (const words of [
    ...[
      '区应急管理局2026年第四季度工作进展报告',
      '应急督〔2026〕4号',
      '区人民政府：',
      '一、总体进展情况',
      '2027年1月5日',
    ],
    ...['附件1', '督办事项一览表', '问题清单', '责任清单', '整改清单'],
    ...sections.flatMap(({ paragraphs }) => paragraphs),
  ]) {
    expect(text).toContain(words);
  }
  const pdf = (await convert(file, 'docx', 'pdf')) as Uint8Array;
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
});
