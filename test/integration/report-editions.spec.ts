import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { PersonView } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { ImportResult, ReportPage, ReportSummary } from '../../libs/reports/src/report.view';
import type { ItemChange, ReportChanges } from '../../libs/review/src/edition.view';
import type { AcceptedItems, ReportDetail, ReportItemView } from '../../libs/review/src/review.view';
import type { TaskDetail, TaskPage } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Answer, Browserless } from '../support/browserless';

const HEAD = `关于2026年前三季度安全生产工作情况的报告（区应急局）

一、前三季度工作情况
（一）压实责任。召开专题会议9次，约谈企业14家，排查整治各类隐患三百余处，重大隐患全部挂牌督办。
二、存在的问题
一是小微企业隐患自查流于形式，台账不实、整改不闭环。二是基层监管力量不足，专业人员占比偏低。
三、下一步工作打算
`;
const STEPS = [
  '开展危化品企业专项检查。11月底前完成对全区20家危化品企业的检查，由区应急局牵头。',
  '补充基层监管力量。年底前招录专职安全员20名，充实到各镇街应急管理站。',
  '加强宣传培训工作。持续开展安全生产进校园、进社区、进企业活动。',
  '推进智慧监管平台建设。年底前接入重点企业视频监控，实现隐患在线闭环。',
];
const NUMBERS = ['一', '二', '三', '四', '五', '六'];
const report = (steps: string[], head = HEAD) => head + steps.map((step, n) => `${NUMBERS[n]}是${step}\n`).join('');

const FIRST = report(STEPS);
/** A passage more, one number and deadline changed, one step left out, one new, the rest in its order. */
const SECOND = report(
  [
    '建立会商研判机制。每月召开一次安全形势分析会，通报各镇街情况。',
    STEPS[0].replace('11月底前', '12月20日前').replace('20家', '30家'),
    STEPS[1],
    STEPS[2],
  ],
  HEAD.replace('的报告（区', '的报告（更正稿）（区').replace(
    '二、存在',
    '（二）开展演练。组织综合应急演练3次，参演人员五百余人。\n二、存在',
  ),
);

let application: TestApplication;
let admin: Browserless;
let safety: UnitView;
let education: UnitView;

const parsed = <T>(answer: Answer): T => JSON.parse(answer.body) as T;

async function importText(name: string, text: string, client = admin): Promise<ReportSummary> {
  const answer = await client.upload('/documents', name, Buffer.from(text), { receivedOn: '2026-10-10' });
  expect(answer.body).toContain('alreadyImported');
  return parsed<ImportResult>(answer).reports[0];
}

const desk = (id: string) => admin.get<ReportDetail>(`/reports/${id}`);
const find = (items: ReportItemView[], words: string) =>
  items.find(({ text }) => text.includes(words)) as ReportItemView;
const changeOf = (items: ItemChange[], words: string) =>
  items.find(({ text, formerText }) => `${text}${formerText}`.includes(words)) as ItemChange;

interface StoredAnchor {
  quote: string;
  start: number;
  end: number;
  text: string;
  item: string;
  sameReport: boolean;
}

/** Every anchor of the database against the text it points into; how many there are. */
async function expectAnchorsInPlace(): Promise<number> {
  const anchors = await application.app.get(DataSource).query<StoredAnchor[]>(
    `SELECT n.quote, n.start_offset AS start, n.end_offset AS "end", r.text, i.text AS item,
       i.report_id = n.report_id AS "sameReport"
     FROM anchor n JOIN report r ON r.id = n.report_id LEFT JOIN report_item i ON i.id = n.item_id`,
  );
  for (const { text, start, end, quote, item, sameReport } of anchors) {
    expect([text.slice(start, end), item, sameReport]).toEqual([quote, quote, true]);
  }
  return anchors.length;
}

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string, shortName: string) =>
    admin.post<UnitView>('/units', { parentId: root.id, name, shortName, aliases: [] }, 201);
  safety = await add('区应急管理局', '区应急局');
  education = await add('区教育局', '教育局');
});
afterAll(() => application?.close());

describe('a corrected version of a report', () => {
  let first: ReportDetail;
  let second: ReportSummary;
  let accepted: AcceptedItems;
  let changes: ReportChanges;
  const taskOf = (words: string) => find(accepted.items, words).taskId as string;
  let before: TaskDetail;

  it('is recognised, and takes over what was decided', async () => {
    first = await desk((await importText('第一稿.txt', FIRST)).id);
    const training = find(first.items, '加强宣传');
    await admin.post(`/reports/${first.id}/items/reject`, { itemIds: [training.id], reason: '属于日常工作' });
    const staff = find(first.items, '补充基层');
    await admin.patch(`/report-items/${staff.id}`, {
      version: staff.version,
      title: '招录安全员',
      dueOn: '2026-12-10',
    });
    const itemIds = first.items.filter(({ id }) => id !== training.id).map(({ id }) => id);
    accepted = await admin.post<AcceptedItems>(`/reports/${first.id}/items/accept`, { itemIds });
    const drafted = await admin.get<TaskDetail>(`/tasks/${taskOf('危化品')}`);
    const charge = { version: drafted.version, leadUnitId: safety.id };
    before = await admin.post(`/tasks/${drafted.id}/assign`, charge);

    second = await importText('更正稿.txt', SECOND);
    expect(second).toMatchObject({
      edition: 2,
      former: { id: first.id },
      doubt: null,
      changes: { same: 4, changed: 1, gone: 1, added: 1, pending: 2 },
      counts: { proposed: 1, accepted: 4, rejected: 1 },
    });
    expect(await expectAnchorsInPlace()).toBe(5);
  });

  it('keeps tasks, edits and reasons, and duplicates nothing', async () => {
    const now = await desk(second.id);
    for (const item of now.items) expect(now.text.slice(item.start, item.end)).toBe(item.text);
    expect(find(now.items, '加强宣传')).toMatchObject({ status: 'rejected', rejectReason: '属于日常工作' });
    expect(find(now.items, '招录专职')).toMatchObject({
      title: '招录安全员',
      dueOn: '2026-12-10',
      dueBasis: 'person',
      ordinal: '三是',
      taskId: taskOf('招录专职'),
    });
    const task = await admin.get<TaskDetail>(`/tasks/${taskOf('危化品')}`);
    expect(task).toMatchObject({ status: 'assigned', text: before.text, dueOn: '2026-11-30', version: before.version });
    expect(task.source).toMatchObject({
      reportId: second.id,
      edition: 2,
      formerReportId: first.id,
      goneInReportId: null,
    });
    expect(task.source?.quote).toContain('30家');
    expect((await admin.get<TaskPage>('/tasks')).total).toBe(3);
    const list = await admin.get<ReportPage>('/reports');
    expect(list.rows.map(({ id }) => id)).toEqual([second.id]);
  });

  it('leaves the former edition as it was, to read only', async () => {
    const former = await desk(first.id);
    expect(former).toMatchObject({ text: first.text, edition: 1, later: { id: second.id } });
    expect(former.items.map(({ start, text }) => [start, text])).toEqual(
      first.items.map(({ start, text }) => [start, text]),
    );
    const [{ id }] = former.items;
    await expect(admin.post(`/reports/${first.id}/items/restore`, { itemIds: [id] })).rejects.toThrow(
      'report.replaced',
    );
    await expect(admin.delete(`/reports/${first.id}`)).rejects.toThrow('report.replaced');
    const again = await admin.upload('/documents', '又一次.txt', Buffer.from(SECOND));
    expect([again.statusCode, parsed<ImportResult>(again).reports[0].id]).toEqual([200, second.id]);
  });

  it('shows old and new words and deadlines beside each other', async () => {
    changes = await admin.get<ReportChanges>(`/reports/${second.id}/changes`);
    expect(changes.mayDecide).toBe(true);
    expect(changeOf(changes.items, '危化品')).toMatchObject({
      change: 'changed',
      formerText: expect.stringContaining('20家'),
      text: expect.stringContaining('30家'),
      formerDueOn: '2026-11-30',
      dueOn: '2026-12-20',
      decision: 'pending',
      taskStatus: 'assigned',
    });
    expect(changeOf(changes.items, '智慧监管')).toMatchObject({ change: 'gone', text: null, decision: 'pending' });
    expect(changeOf(changes.items, '会商研判')).toMatchObject({ change: 'new', formerText: null, status: 'proposed' });
    const gone = await admin.get<TaskDetail>(`/tasks/${taskOf('智慧监管')}`);
    expect(gone.source).toMatchObject({ reportId: first.id, edition: 1, goneInReportId: second.id });
    await expect(admin.get(`/reports/${first.id}/changes`)).rejects.toThrow('report.unknown');
  });

  it('gives everything back when it is withdrawn before anything was decided, and can come again', async () => {
    await admin.delete(`/reports/${second.id}`);
    expect(await expectAnchorsInPlace()).toBe(5);
    const task = await admin.get<TaskDetail>(`/tasks/${taskOf('危化品')}`);
    expect(task).toMatchObject({ text: before.text, source: { reportId: first.id, goneInReportId: null } });
    const back = await desk(first.id);
    expect(back).toMatchObject({ later: null, counts: { accepted: 5, rejected: 1, proposed: 0 } });
    second = await importText('更正稿.txt', SECOND);
    expect(second.changes).toEqual({ same: 4, changed: 1, gone: 1, added: 1, pending: 2 });
    changes = await admin.get<ReportChanges>(`/reports/${second.id}/changes`);
  });

  it('changes a task only when a supervisor says so, with its history', async () => {
    const decide = (words: string, decision: string, reason?: string) =>
      admin.post(`/reports/${second.id}/changes/decide`, {
        changeIds: [changeOf(changes.items, words).id],
        decision,
        reason,
      });
    await expect(decide('智慧监管', 'apply')).rejects.toThrow('revision.gone');
    await expect(decide('危化品', 'drop', '不再需要')).rejects.toThrow('revision.not-gone');
    await expect(decide('智慧监管', 'drop')).rejects.toThrow('请填写撤销理由');
    await expect(decide('招录专职', 'keep')).rejects.toThrow('revision.decided');
    await decide('危化品', 'apply');
    const task = await admin.get<TaskDetail>(`/tasks/${taskOf('危化品')}`);
    expect(task).toMatchObject({ status: 'assigned', dueOn: '2026-12-20', originalDueOn: '2026-11-30' });
    expect(task.text).toContain('30家');
    expect(task.history[0]).toMatchObject({ action: 'change', reason: '按报告更正稿修改' });
    expect(task.history[0].changes.map(({ field }) => field).sort()).toEqual(['dueOn', 'text']);
    await expect(decide('危化品', 'keep')).rejects.toThrow('revision.decided');
    await expect(admin.delete(`/reports/${second.id}`)).rejects.toThrow('report.decided');
  });

  it('finds a sentence again that comes back in the third edition, and hands on what still waits', async () => {
    const third = await importText('第三稿.txt', SECOND.replace('更正稿', '第三稿') + `五是${STEPS[3]}\n`);
    expect(third).toMatchObject({ edition: 3, changes: { same: 6, changed: 1, gone: 0, added: 0, pending: 1 } });
    const task = await admin.get<TaskDetail>(`/tasks/${taskOf('智慧监管')}`);
    expect(task.source).toMatchObject({ reportId: third.id, goneInReportId: null });
    expect((await admin.get<TaskPage>('/tasks')).total).toBe(3);
    expect(await expectAnchorsInPlace()).toBe(5);
    await admin.delete(`/reports/${third.id}`);

    const other = await importText('第三稿之二.txt', SECOND.replace('更正稿', '第三稿') + '特此报告。\n');
    const { items } = await admin.get<ReportChanges>(`/reports/${other.id}/changes`);
    const waiting = changeOf(items, '智慧监管');
    expect(waiting).toMatchObject({ change: 'gone', decision: 'pending', taskId: taskOf('智慧监管') });
    const drop = { changeIds: [waiting.id], decision: 'drop', reason: '上级已统一建设' };
    await admin.post(`/reports/${other.id}/changes/decide`, drop);
    expect(await admin.get<TaskDetail>(`/tasks/${taskOf('智慧监管')}`)).toMatchObject({ status: 'dropped' });
  });
});

describe('what is not surely a corrected version', () => {
  const second = report(STEPS).replace('前三季度', '上半年').replace('前三季度', '上半年');

  it('takes a report on another period for another report, whatever it repeats', async () => {
    const other = await importText('上半年.txt', second);
    expect(other).toMatchObject({ edition: 1, former: null, doubt: null });
    await admin.delete(`/reports/${other.id}`);
  });

  it('asks a person when it is doubtful, and lets nothing be decided before', async () => {
    const base = await importText('半年报告.txt', second);
    const renamed = (tail: string) =>
      second.replace('关于2026年上半年安全生产工作情况的报告', `2026年上半年督查材料汇编总结`) + tail;
    const doubtful = await importText('材料.txt', renamed('特此报告。\n'));
    expect(doubtful).toMatchObject({ edition: 1, former: null, doubt: { id: base.id } });
    const { items } = await desk(doubtful.id);
    const accept = admin.post(`/reports/${doubtful.id}/items/accept`, { itemIds: [items[0].id] });
    await expect(accept).rejects.toThrow('report.doubtful');
    const alone = await admin.post<ReportSummary>(`/reports/${doubtful.id}/edition`, { corrected: false });
    expect(alone).toMatchObject({ doubt: null, former: null });
    await expect(admin.post(`/reports/${doubtful.id}/edition`, { corrected: true })).rejects.toThrow('report.no-doubt');
    await admin.delete(`/reports/${doubtful.id}`);

    const again = await importText('材料二.txt', renamed('以上报告。\n'));
    const settled = await admin.post<ReportSummary>(`/reports/${again.id}/edition`, { corrected: true });
    expect(settled).toMatchObject({ edition: 2, former: { id: base.id }, changes: { same: 6, pending: 0 } });
    await admin.delete(`/reports/${again.id}`);
    await admin.delete(`/reports/${base.id}`);
  });

  it('stays within one unit, and within what a person may review', async () => {
    const base = await importText('半年报告.txt', second);
    const elsewhere = await importText('教育局.txt', second.replace('区应急局）', '区教育局）'));
    expect(elsewhere).toMatchObject({ unitId: education.id, former: null, doubt: null });
    const made = await admin.post<{ person: PersonView; oneTimePassword: string }>(
      '/people',
      {
        name: '教育督办员',
        login: 'edu',
        positions: [{ unitId: education.id, title: '科员' }],
        roles: [{ unitId: education.id, role: 'supervisor' }],
      },
      201,
    );
    const outsider = await application.signIn('edu', made.oneTimePassword);
    const corrected = await importText('更正.txt', `${second}特此报告。\n`);
    expect(corrected.former).toMatchObject({ id: base.id });
    await expect(outsider.get(`/reports/${corrected.id}/changes`)).rejects.toThrow('report.unknown');
    const decide = { changeIds: [corrected.id], decision: 'keep' };
    await expect(outsider.post(`/reports/${corrected.id}/changes/decide`, decide)).rejects.toThrow('report.unknown');
    await expect(outsider.delete(`/reports/${corrected.id}`)).rejects.toThrow('report.unknown');
    await admin.delete(`/reports/${corrected.id}`);
    await admin.delete(`/reports/${base.id}`);
    await admin.delete(`/reports/${elsewhere.id}`);
  });

  it('makes one edition after the other of corrections that arrive at once', async () => {
    const base = await importText('半年报告.txt', second);
    const texts = ['特此报告。\n', '以上情况，请审阅。\n', '特此报告。\n'];
    const answers = await Promise.all(
      texts.map((tail, n) => admin.upload('/documents', `更正${n}.txt`, Buffer.from(second + tail))),
    );
    const reports = answers.map((answer) => parsed<ImportResult>(answer).reports[0]);
    expect(reports[0].id).toBe(reports[2].id);
    expect([...new Set(reports.map(({ edition }) => edition))].sort()).toEqual([2, 3]);
    const all = await admin.get<ReportPage>(`/reports?unitId=${safety.id}`);
    expect(all.rows.filter(({ period }) => period?.label.includes('上半年'))).toHaveLength(1);
    const [latest, middle] = [...new Set(reports.map(({ id }) => id))].sort(
      (a, b) => reports.findIndex(({ id }) => id === b) - reports.findIndex(({ id }) => id === a),
    );
    const order = reports.find(({ id }) => id === latest)?.edition === 3 ? [latest, middle] : [middle, latest];
    for (const id of [...order, base.id]) await admin.delete(`/reports/${id}`);
  });
});

describe('texts as they were published', () => {
  const folder = join(__dirname, '../corpus');
  const texts = readdirSync(folder)
    .filter((name) =>
      /^(gwr-district-2016|gwr-county-2024|rect-2022|sum-performance-2024|gwr-prov-2019)\.txt$/.test(name),
    )
    .map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/<[^>]+>/g, '')]);

  it.each(texts)('%s keeps its anchors through insertions, deletions and other numbers', async (name, text) => {
    const first = await importText(name, text);
    const { items } = await desk(first.id);
    const itemIds = items.map(({ id }) => id);
    const { tasks } = await admin.post<AcceptedItems>(`/reports/${first.id}/items/accept`, { itemIds });
    expect(tasks).toBeGreaterThan(0);
    const lines = text.split('\n').flatMap((line, n) => {
      if (n > 8 && n % 29 === 0) return [];
      const other =
        n > 8 && n % 7 === 0 ? line.replace(/(\d+)(?=[家个名项万亿])/g, (digits) => `${Number(digits) + 3}`) : line;
      return n % 11 === 10
        ? [other, '更正时补充说明有关情况，数据以统计部门核定为准。']
        : [other.replaceAll('，', ',')];
    });
    const next = await importText(`更正-${name}`, lines.join('\n'));
    expect(next.former?.id).toBe(first.id);
    const { same, changed, gone } = next.changes as NonNullable<ReportSummary['changes']>;
    expect(same + changed + gone).toBe(items.length);
    expect((same + changed) / items.length).toBeGreaterThan(0.85);
    await expectAnchorsInPlace();
  });
});
