import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { ImportResult } from '../../libs/reports/src/report.view';
import type {
  AcceptedItems,
  DecidedItems,
  MergedItem,
  ReportDetail,
  ReportItemView,
  SplitItem,
  UndoneStep,
} from '../../libs/review/src/review.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';

const REPORT = `关于2026年前三季度安全生产工作情况的报告

一、存在的问题
一是小微企业隐患自查流于形式，台账不实、整改不闭环。二是基层监管力量不足，专业人员占比偏低。
二、下一步工作打算
（一）开展危化品企业专项检查。11月底前完成对全区20家危化品企业的检查。同步建立隐患台账并逐项销号。
（二）补充基层监管力量。年底前招录专职安全员20名，充实到各镇街应急管理站。
（三）推进智慧监管平台建设。年底前接入重点企业视频监控，实现隐患在线闭环。
`;

let application: TestApplication;
let admin: Browserless;
let safety: UnitView;
let id: string;

const desk = () => admin.get<ReportDetail>(`/reports/${id}`);
const undo = () => admin.post<UndoneStep>(`/reports/${id}/items/undo`, {});
/** What the desk shows, without the versions, which only count. */
const shown = async () =>
  (await desk()).items.map(({ version: _version, taskId: _task, problemId: _problem, ...item }) => item);
const find = (items: ReportItemView[], words: string) =>
  items.find(({ text }) => text.includes(words)) as ReportItemView;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  const unit = { parentId: root.id, name: '区应急管理局', shortName: '区应急局', aliases: [] };
  safety = await admin.post<UnitView>('/units', unit, 201);
  const answer = await admin.upload('/documents', '报告.txt', Buffer.from(REPORT), { receivedOn: '2026-10-10' });
  id = (JSON.parse(answer.body) as ImportResult).reports[0].id;
});
afterAll(() => application?.close());

describe('undo on the review desk', () => {
  it('takes back everything one after the other, down to what was read', async () => {
    const first = await shown();
    const { items, text } = await desk();
    const states = [first];
    const step = async (work: () => Promise<unknown>) => {
      await work();
      states.push(await shown());
    };

    const check = find(items, '危化品');
    await step(() => admin.patch(`/report-items/${check.id}`, { version: check.version, title: '检查危化品企业' }));
    await step(() => admin.post<SplitItem>(`/report-items/${check.id}/split`, { at: [text.indexOf('同步建立')] }));
    const [staff, platform] = [find(items, '补充基层'), find(items, '智慧监管')];
    await step(() => admin.post<MergedItem>(`/reports/${id}/items/merge`, { itemIds: [staff.id, platform.id] }));
    const all = (await desk()).items.map((item) => item.id);
    await step(() =>
      admin.patch<DecidedItems>(`/reports/${id}/items`, { itemIds: all, unitId: safety.id, dueOn: '2026-12-20' }),
    );
    const [kept, ...others] = all;
    await step(() => admin.post(`/reports/${id}/items/reject`, { itemIds: [kept], reason: '不是具体工作' }));
    await step(() =>
      admin.post<AcceptedItems>(`/reports/${id}/items/accept`, { itemIds: others, dueOn: '2026-12-31' }),
    );
    expect(states.at(-1)?.map(({ status }) => status)).toContain('accepted');

    const said: string[] = [];
    for (let left = states.length - 2; left >= 0; left--) {
      const { action } = await undo();
      said.push(action);
      expect(await shown()).toEqual(states[left]);
    }
    expect(said).toEqual(['accept', 'reject', 'change', 'merge', 'split', 'change']);
    await expect(undo()).rejects.toThrow(/review-step\.none/);
    expect(await admin.get<{ rows: unknown[] }>(`/tasks?reportId=${id}`)).toMatchObject({ rows: [] });
  });

  it('removes a passage that was marked by hand', async () => {
    const { text, items } = await desk();
    const start = text.indexOf('台账不实');
    await admin.post(`/reports/${id}/items`, { start, end: start + 4, kind: 'next_step' }, 201);
    expect((await undo()).removedIds).toHaveLength(1);
    expect((await desk()).items).toHaveLength(items.length);
  });

  it('leaves alone what was changed after the step, and goes on to the one before', async () => {
    const item = find((await desk()).items, '补充基层');
    await admin.post(`/reports/${id}/items/reject`, { itemIds: [item.id], reason: '重复' });
    await admin.post(`/reports/${id}/items/restore`, { itemIds: [item.id] });
    await expect(undo()).rejects.toThrow(/review-step\.none/);
  });

  it('gives back of a batch only those that are still decided', async () => {
    const items = (await desk()).items.filter(({ kind }) => kind === 'next_step');
    const itemIds = items.map((item) => item.id);
    await admin.post(`/reports/${id}/items/accept`, { itemIds, unitId: safety.id });
    await admin.post(`/reports/${id}/items/restore`, { itemIds: [itemIds[0]] });
    const undone = await undo();
    expect(undone.items.map((item) => item.id).sort()).toEqual(itemIds.slice(1).sort());
    expect(undone.items.every(({ status, unitId }) => status === 'proposed' && unitId !== safety.id)).toBe(true);
  });

  it('does not touch a task that was assigned meanwhile', async () => {
    const item = find((await desk()).items, '智慧监管');
    const { items } = await admin.post<AcceptedItems>(`/reports/${id}/items/accept`, { itemIds: [item.id] });
    const task = await admin.get<TaskDetail>(`/tasks/${items[0].taskId}`);
    await admin.post(`/tasks/${task.id}/assign`, { version: task.version, leadUnitId: safety.id });
    await expect(undo()).rejects.toThrow(/report-item\.task-under-way/);
    expect(find((await desk()).items, '智慧监管').status).toBe('accepted');
  });
});
