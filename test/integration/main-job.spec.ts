import { createHash } from 'node:crypto';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { ImportResult } from '../../libs/reports/src/report.view';
import type { AcceptedItems, ReportDetail, ReportItemView } from '../../libs/review/src/review.view';
import type { ProblemPage } from '../../libs/rectification/src/problem.view';
import type { BulkPreview } from '../../libs/tasks/src/bulk.view';
import type { ResponsibilityView } from '../../libs/tasks/src/responsibility/responsibility.view';
import type { TaskDetail, TaskPage } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Answer, Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

const REPORT = `关于2026年前三季度安全生产工作情况的报告（区应急局）

一、前三季度工作情况
（一）压实责任。召开专题会议9次，约谈企业14家。
二、存在的问题
一是小微企业隐患自查流于形式。二是基层监管力量不足。
三、下一步工作打算
一是开展危化品企业专项检查。11月底前完成对全区危化品企业的检查，由区应急局牵头，区教育局配合。
二是补充监管力量。年底前招录专职安全员20名。（责任单位：区教育局）
三是加强宣传培训。持续开展安全生产进校园活动。
`;

let application: TestApplication;
let admin: Browserless;
let units: { root: UnitView; safety: UnitView; education: UnitView };

const parsed = <T>(answer: Answer): T => JSON.parse(answer.body) as T;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string, shortName: string) =>
    admin.post<UnitView>('/units', { parentId: root.id, name, shortName, aliases: [] }, 201);
  units = { root, safety: await add('区应急管理局', '区应急局'), education: await add('区教育局', '教育局') };
});
afterAll(() => application?.close());

describe('a report becomes tracked tasks', () => {
  let imported: ImportResult;
  let desk: ReportDetail;
  const itemsOf = (kind: ReportItemView['kind']) => desk.items.filter((item) => item.kind === kind);

  it('imports the file, keeps it byte for byte and recognises it the second time', async () => {
    const bytes = Buffer.from(REPORT);
    const first = await admin.upload('/documents', '安全生产报告.txt', bytes, { receivedOn: '2026-10-10' });
    expect(first.statusCode).toBe(201);
    imported = parsed(first);
    expect(imported).toMatchObject({
      alreadyImported: false,
      document: {
        fileName: '安全生产报告.txt',
        format: 'txt',
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
      reports: [{ unitName: '区应急管理局', planYear: 2026, counts: { proposed: 5, nextSteps: 3, problems: 2 } }],
    });
    const again = await admin.upload('/documents', '换个名字.txt', bytes);
    expect(again.statusCode).toBe(200);
    expect(parsed<ImportResult>(again)).toMatchObject({
      alreadyImported: true,
      reports: [{ id: imported.reports[0].id }],
    });
    const original = await admin.send('GET', `/documents/${imported.document.id}/original`);
    expect(original.rawPayload.equals(bytes)).toBe(true);
    expect(original.headers['content-disposition']).toContain(encodeURIComponent('安全生产报告.txt'));
  });

  it('gives a report of nobody known to the unit of whoever imports it', async () => {
    const text = '气象台2026年上半年工作总结\n下半年工作打算\n一是完善预警。9月底前完成设备检修。\n';
    const answer = await admin.upload('/documents', '气象台.txt', Buffer.from(text));
    const { reports } = parsed<ImportResult>(answer);
    expect(reports.map(({ unitId }) => unitId)).toEqual([units.root.id]);
    await admin.delete(`/reports/${reports[0].id}`);
  });

  it('shows every item in its place, with owner and deadline', async () => {
    desk = await admin.get(`/reports/${imported.reports[0].id}`);
    for (const item of desk.items) expect(desk.text.slice(item.start, item.end)).toBe(item.text);
    expect(itemsOf('next_step').map(({ dueOn, unitName, unitBasis }) => [dueOn, unitName, unitBasis])).toEqual([
      ['2026-11-30', '区应急管理局', 'text'],
      ['2026-12-31', '区教育局', 'text'],
      [null, '区应急管理局', 'issuer'],
    ]);
  });

  it('splits, merges, edits, rejects and takes decisions back', async () => {
    const [first, second, third] = itemsOf('next_step');
    const at = desk.text.indexOf('11月底前');
    const split = await admin.post<{ removedId: string; items: ReportItemView[] }>(`/report-items/${first.id}/split`, {
      at: [at],
    });
    expect(split.items.map(({ dueOn }) => dueOn)).toEqual([null, '2026-11-30']);
    const itemIds = split.items.map(({ id }) => id);
    const merged = await admin.post<{ item: ReportItemView }>(`/reports/${desk.id}/items/merge`, { itemIds });
    expect(merged.item).toMatchObject({ text: first.text, dueOn: '2026-11-30' });
    const apart = { itemIds: [merged.item.id, third.id] };
    await expect(admin.post(`/reports/${desk.id}/items/merge`, apart)).rejects.toThrow('report-item.not-neighbours');

    const change = { version: second.version, title: '补充专职安全员', dueOn: '2026-12-20' };
    const changed = await admin.patch<ReportItemView>(`/report-items/${second.id}`, change);
    expect(changed).toMatchObject({ title: '补充专职安全员', dueOn: '2026-12-20', dueBasis: 'person' });
    await expect(admin.patch(`/report-items/${second.id}`, change)).rejects.toThrow('report-item.changed');

    const only = { itemIds: [third.id] };
    await admin.post(`/reports/${desk.id}/items/reject`, { ...only, reason: '属于日常工作' });
    await expect(admin.post(`/reports/${desk.id}/items/accept`, only)).rejects.toThrow('report-item.decided');
    const restored = await admin.post<{ items: ReportItemView[] }>(`/reports/${desk.id}/items/restore`, only);
    expect(restored.items).toMatchObject([{ status: 'proposed', rejectReason: null }]);
  });

  it('marks a passage that was missed, with its deadline, and refuses one twice', async () => {
    const start = desk.text.indexOf('持续开展');
    const words = { start: desk.text.indexOf('约谈企业'), end: desk.text.indexOf('约谈企业') + 7, kind: 'next_step' };
    const marked = await admin.post<ReportItemView>(`/reports/${desk.id}/items`, words, 201);
    expect(marked).toMatchObject({ text: '约谈企业14家', sectionPath: [expect.stringContaining('工作情况')] });
    const overlapping = { start, end: start + 4, kind: 'next_step' };
    await expect(admin.post(`/reports/${desk.id}/items`, overlapping)).rejects.toThrow('report-item.overlap');
    await admin.post(`/reports/${desk.id}/items/reject`, { itemIds: [marked.id], reason: '已经完成' });
  });

  it('accepts the rest in one go: tasks and problems with anchors, linked to each other or none', async () => {
    desk = await admin.get(`/reports/${desk.id}`);
    const itemIds = desk.items.filter(({ status }) => status === 'proposed').map(({ id }) => id);
    const accepted = await admin.post<AcceptedItems>(`/reports/${desk.id}/items/accept`, { itemIds });
    expect(accepted).toMatchObject({ tasks: 3, problems: 2 });
    for (const item of accepted.items) expect(item.taskId ?? item.problemId).not.toBeNull();

    const problems = await admin.get<ProblemPage>('/problems');
    expect(problems.rows.map(({ title }) => title)).toEqual(expect.arrayContaining(['基层监管力量不足']));
    await expect(admin.delete(`/reports/${desk.id}`)).rejects.toThrow('report.in-use');

    const undone = accepted.items.map(({ id }) => id);
    await admin.post(`/reports/${desk.id}/items/restore`, { itemIds: undone });
    expect((await admin.get<TaskPage>('/tasks')).total).toBe(0);
    await admin.post(`/reports/${desk.id}/items/accept`, { itemIds: undone });
    expect((await admin.get<TaskPage>('/tasks')).total).toBe(3);
  });
});

describe('a task from 交办 to 销号', () => {
  let task: TaskDetail;
  let officer: SignedIn;
  let liaison: SignedIn;
  let bystander: SignedIn;

  beforeAll(async () => {
    officer = await addPerson(application, 'staff-1', 'staff', units.safety);
    liaison = await addPerson(application, 'liaison-1', 'liaison', units.education);
    bystander = await addPerson(application, 'staff-2', 'staff', units.education);
    const { rows } = await admin.get<TaskPage>(`/tasks?q=${encodeURIComponent('危化品')}`);
    task = await admin.get(`/tasks/${rows[0].id}`);
  });

  it('leads back to its sentence', () => {
    const { source } = task;
    expect(source?.context.slice(source.quoteStart, source.quoteEnd)).toBe(source?.quote);
    expect(source).toMatchObject({ fileName: '安全生产报告.txt', sectionPath: [expect.stringContaining('下一步')] });
    expect(source?.quote).toContain('11月底前完成');
  });

  it('is nobody else’s business before it is assigned', async () => {
    await expect(officer.client.get(`/tasks/${task.id}`)).rejects.toThrow('task.unknown');
    expect((await officer.client.get<TaskPage>('/tasks')).total).toBe(0);
    await expect(officer.client.post(`/tasks/${task.id}/close`, { version: task.version })).rejects.toThrow('403');
  });

  it('refuses a person from elsewhere and a day that does not exist', async () => {
    const ask = { version: task.version, leadUnitId: units.safety.id, dueOn: '2026-11-30' };
    const elsewhere = admin.post(`/tasks/${task.id}/assign`, { ...ask, assigneeId: liaison.id });
    await expect(elsewhere).rejects.toThrow('person.not-assignable');
    await expect(admin.post(`/tasks/${task.id}/assign`, { ...ask, dueOn: '2026-02-30' })).rejects.toThrow(
      '完成时限须为有效日期',
    );
  });

  it('goes through every station, each by the right person', async () => {
    const assign = { version: task.version, leadUnitId: units.safety.id, assigneeId: officer.id, dueOn: '2026-11-30' };
    task = await admin.post(`/tasks/${task.id}/assign`, assign);
    expect(task).toMatchObject({ status: 'assigned', originalDueOn: '2026-11-30', assigneeName: '人员staff-1' });
    await expect(bystander.client.get(`/tasks/${task.id}`)).rejects.toThrow('task.unknown');
    // The report says 区教育局配合.
    expect(await liaison.client.get(`/tasks/${task.id}`)).toMatchObject({ moves: ['report-support'] });

    const mine = await officer.client.get<TaskPage>('/tasks?mine=true');
    expect(mine.rows.map(({ id }) => id)).toEqual([task.id]);
    const seen = await officer.client.get<TaskDetail>(`/tasks/${task.id}`);
    expect(seen.moves).toEqual(['accept', 'return']);
    task = await officer.client.post(`/tasks/${task.id}/accept`, { version: seen.version });
    const progress = { version: task.version, percent: 60, narrative: '已检查 21 家。<b>不是标签</b>' };
    task = await officer.client.post(`/tasks/${task.id}/progress`, progress);
    await expect(officer.client.post(`/tasks/${task.id}/progress`, progress)).rejects.toThrow('task.changed');
    const [{ id, version: seenPart }] = (await admin.get<ResponsibilityView>(`/tasks/${task.id}/responsibility`))
      .support;
    const part = { version: seenPart, percent: 100, narrative: '已通知全部学校。' };
    await liaison.client.post(`/tasks/${task.id}/support/${id}/reports`, part, 204);
    task = await officer.client.post(`/tasks/${task.id}/submit`, {
      version: task.version,
      narrative: '35 家全部检查完毕。',
    });
    expect(task).toMatchObject({ status: 'submitted', progress: 100, moves: ['attach', 'detach'] });

    task = await admin.post(`/tasks/${task.id}/send-back`, { version: task.version, reason: '请补充检查记录' });
    task = await officer.client.post(`/tasks/${task.id}/submit`, {
      version: task.version,
      narrative: '检查记录已补充。',
    });
    const version = task.version;
    const both = await Promise.all([1, 2].map(() => admin.send('POST', `/tasks/${task.id}/close`, { version })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    task = await admin.get(`/tasks/${task.id}`);
    expect(task).toMatchObject({ status: 'closed', closedOn: expect.any(String), moves: ['reopen'] });
    expect(task.history.map(({ action }) => action).reverse()).toEqual([
      'draft',
      'assign',
      'accept',
      'progress',
      'report-support',
      'submit',
      'send-back',
      'submit',
      'close',
    ]);
    expect(task.progressEntries.map(({ percent }) => percent)).toEqual([100, 100, 60]);
  });

  it('assigns many at once, or none', async () => {
    const { rows } = await admin.get<TaskPage>('/tasks?status=drafted');
    const taskIds = rows.map(({ id }) => id);
    expect(taskIds).toHaveLength(2);
    const ask = { taskIds: [...taskIds, task.id], move: 'assign', dueOn: '2026-12-25' };
    const refused = await admin.post<BulkPreview>('/tasks/bulk/preview', ask);
    expect(refused).toMatchObject({
      total: 3,
      refused: 1,
      rows: [{ id: task.id, refusal: expect.stringContaining('已销号') }, {}, {}],
    });
    const all = { ...ask, preview: refused.preview };
    await expect(admin.post('/tasks/bulk', all)).rejects.toThrow('task.move-impossible');
    expect((await admin.get<TaskPage>('/tasks?status=drafted')).total).toBe(2);

    const { preview } = await admin.post<BulkPreview>('/tasks/bulk/preview', { ...ask, taskIds });
    const other = { ...ask, taskIds, preview, dueOn: '2026-12-26' };
    await expect(admin.post('/tasks/bulk', other)).rejects.toThrow('task.bulk-changed');
    expect(await admin.post('/tasks/bulk', { ...ask, taskIds, preview })).toEqual({ done: 2 });
    const assigned = await admin.get<TaskPage>('/tasks?status=assigned,returned&sort=dueOn');
    expect(assigned.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-12-25', '2026-12-25']);
  });

  it('turns the pages of the list without losing or repeating a task', async () => {
    for (const sort of ['dueOn', '-updatedAt']) {
      const all = await admin.get<TaskPage>(`/tasks?sort=${sort}`);
      const ids: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: TaskPage = await admin.get(`/tasks?sort=${sort}&limit=1${cursor ? `&cursor=${cursor}` : ''}`);
        ids.push(...page.rows.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(ids).toEqual(all.rows.map(({ id }) => id));
    }
  });
});
