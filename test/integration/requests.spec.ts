import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Clock } from '../../libs/platform/src/clock';
import type { BulkPreview } from '../../libs/tasks/src/bulk.view';
import type { OpenRequestPage } from '../../libs/tasks/src/requests/request.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import { addPerson, type SignedIn } from '../support/people';
import { anAcceptedTask } from '../support/tracked-task';

jest.setTimeout(60_000);

let application: TestApplication;
let unit: UnitView;
let officer: SignedIn;
let supervisor: SignedIn;
let leader: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  application = await startApplication();
  const [root] = await application.admin.get<UnitView[]>('/units');
  const add = (name: string) =>
    application.admin.post<UnitView>('/units', { parentId: root.id, name, aliases: [] }, 201);
  unit = await add('区教育局');
  officer = await addPerson(application, 'officer', 'staff', unit);
  supervisor = await addPerson(application, 'supervisor', 'supervisor', unit);
  leader = await addPerson(application, 'leader', 'leader', unit);
  stranger = await addPerson(application, 'stranger', 'supervisor', await add('区水利局'));
});
afterAll(() => application?.close());

const aTask = (dueOn?: string) => anAcceptedTask(application, unit, officer, { dueOn });
const ask = (task: TaskDetail, body: object, who = officer) =>
  who.client.post<TaskDetail>(`/tasks/${task.id}/requests`, { version: task.version, reason: '招标延误', ...body });
const extension = (task: TaskDetail, toDue: string) => ask(task, { kind: 'extension', toDue });
const decide = (task: TaskDetail, decision: string, who: SignedIn = leader, note?: string) =>
  who.client.post<TaskDetail>(`/requests/${task.requests[0].id}/decision`, { decision, note });

describe('an extension', () => {
  it('is asked for and granted; the original deadline stays and lateness counts against both', async () => {
    let task = await extension(await aTask('2020-06-30'), '2020-07-31');
    expect(task).toMatchObject({ dueOn: '2020-06-30', extensions: 0 });
    expect(task.requests[0]).toMatchObject({ decision: null, fromDue: '2020-06-30', toDue: '2020-07-31', mine: true });
    task = await decide(task, 'granted', leader, '同意');
    expect(task).toMatchObject({ dueOn: '2020-07-31', originalDueOn: '2020-06-30', extensions: 1 });
    expect(task.daysLateOriginally - task.daysLate).toBe(31);
    expect(task.history[0]).toMatchObject({ action: 'decide-request', by: leader.name, reason: '同意' });
    expect(task.history[0].changes).toContainEqual({ field: 'dueOn', from: '2020-06-30', to: '2020-07-31' });
    task = await decide(await extension(task, '2020-08-31'), 'granted', supervisor);
    expect(task).toMatchObject({ dueOn: '2020-08-31', originalDueOn: '2020-06-30', extensions: 2 });
  });

  it('is refused with a reason', async () => {
    const task = await extension(await aTask(), '2099-08-01');
    await expect(decide(task, 'refused')).rejects.toThrow('请填写意见');
    const refused = await decide(task, 'refused', leader, '工期已经留足');
    expect(refused).toMatchObject({ dueOn: '2099-06-30', extensions: 0 });
    expect(refused.requests[0]).toMatchObject({ decision: 'refused', decisionNote: '工期已经留足' });
  });

  it('must be later, one at a time, and asked by those who do the work', async () => {
    const task = await aTask();
    await expect(extension(task, '2099-06-30')).rejects.toThrow('request.not-later');
    await expect(extension(task, '2099-02-30')).rejects.toThrow('须为有效日期');
    await expect(ask(task, { kind: 'extension', toDue: '2099-07-01' }, leader)).rejects.toThrow('task.not-yours');
    await expect(ask(task, { kind: 'extension', toDue: '2099-07-01' }, stranger)).rejects.toThrow('task.unknown');
    const asked = await extension(task, '2099-07-01');
    await expect(extension(asked, '2099-07-02')).rejects.toThrow('task.lacks-requests-decided');
    await expect(extension(task, '2099-07-02')).rejects.toThrow('task.changed');
  });

  it('is decided once: of two at the same time one wins', async () => {
    const task = await extension(await aTask(), '2099-08-01');
    const path = `/requests/${task.requests[0].id}/decision`;
    const both = await Promise.all([
      leader.client.send('POST', path, { decision: 'granted' }),
      supervisor.client.send('POST', path, { decision: 'refused', note: '不同意' }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.body).toContain('request.decided');
    const { dueOn, requests } = await leader.client.get<TaskDetail>(`/tasks/${task.id}`);
    expect(dueOn === '2099-08-01').toBe(requests[0].decision === 'granted');
  });

  it('is not decided by whoever asked, whoever works on it, or somebody from elsewhere', async () => {
    const both = await addPerson(application, 'both', 'supervisor', unit);
    const own = await anAcceptedTask(application, unit, both);
    const asked = await ask(own, { kind: 'extension', toDue: '2099-08-01' }, both);
    await expect(decide(asked, 'granted', both)).rejects.toThrow('request.own');
    const task = await extension(await aTask(), '2099-08-01');
    await expect(decide(task, 'granted', officer)).rejects.toThrow('task.not-yours');
    await expect(decide(task, 'granted', stranger)).rejects.toThrow('request.unknown');
  });

  it('stands in the way of submitting until it is decided or withdrawn', async () => {
    let task = await extension(await aTask(), '2099-08-01');
    const submit = () =>
      officer.client.post<TaskDetail>(`/tasks/${task.id}/submit`, { version: task.version, narrative: '完成' });
    await expect(submit()).rejects.toThrow('task.lacks-requests-decided');
    const withdraw = `/requests/${task.requests[0].id}/withdraw`;
    await expect(supervisor.client.post(withdraw)).rejects.toThrow('task.not-yours');
    task = await officer.client.post<TaskDetail>(withdraw, { note: '不需要了' });
    expect(task.requests[0]).toMatchObject({ decision: 'withdrawn', decisionNote: '不需要了' });
    expect((await submit()).status).toBe('submitted');
  });

  it('is on record too when the supervisor moves the deadline, alone or in bulk, and overtakes what waits', async () => {
    const task = await extension(await aTask(), '2099-08-01');
    const path = `/tasks/${task.id}/re-date`;
    const later = { version: task.version, dueOn: '2099-09-01', reason: '统一调整' };
    const moved = await supervisor.client.post<TaskDetail>(path, later);
    expect(moved).toMatchObject({ extensions: 1, originalDueOn: '2099-06-30' });
    expect(moved.requests.map(({ decision, toDue }) => `${decision} ${toDue}`).sort()).toEqual([
      'granted 2099-09-01',
      'overtaken 2099-08-01',
    ]);
    const earlier = { version: moved.version, dueOn: '2099-08-15', reason: '提前' };
    expect((await supervisor.client.post<TaskDetail>(path, earlier)).extensions).toBe(1);

    const many = { taskIds: [task.id], move: 're-date', dueOn: '2099-12-01', reason: '顺延' };
    const { preview } = await supervisor.client.post<BulkPreview>('/tasks/bulk/preview', many);
    await supervisor.client.post('/tasks/bulk', { ...many, preview });
    const all = await officer.client.get<TaskDetail>(`/tasks/${task.id}`);
    expect(all).toMatchObject({ extensions: 2, dueOn: '2099-12-01' });
    expect(all.requests[0]).toMatchObject({ reason: '顺延', askedBy: supervisor.name, decidedBy: supervisor.name });
  });
});

describe('a request', () => {
  it.each([
    ['suspension', 'suspended'],
    ['drop', 'dropped'],
  ])('for %s leads to %s', async (kind, status) => {
    const task = await ask(await aTask(), { kind });
    expect(task.status).toBe('accepted');
    expect(await decide(task, 'granted')).toMatchObject({ status, requests: [{ decision: 'granted' }] });
  });

  it('comes back from a granted suspension to where it was', async () => {
    const task = await decide(await ask(await aTask(), { kind: 'suspension' }), 'granted');
    const back = await leader.client.post<TaskDetail>(`/tasks/${task.id}/resume`, {
      ...{ version: task.version, reason: '条件具备' },
    });
    expect(back.status).toBe('accepted');
  });

  it('waits in the list of those who may decide, page by page, the oldest first', async () => {
    const waiting = [await aTask(), await aTask(), await aTask()];
    for (const task of waiting) await ask(task, { kind: 'drop' });
    const all = await leader.client.get<OpenRequestPage>('/requests/open');
    expect(all.rows.slice(-3).map(({ taskId }) => taskId)).toEqual(waiting.map(({ id }) => id));
    expect(all.total).toBe(all.rows.length);
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: OpenRequestPage = await leader.client.get(
        `/requests/open?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      ids.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual(all.rows.map(({ id }) => id));
    expect((await officer.client.get<OpenRequestPage>('/requests/open')).total).toBe(0);
    expect((await stranger.client.get<OpenRequestPage>('/requests/open')).total).toBe(0);
  });

  it('waits for the hooked leader of the task, and for the deputy of an absent one', async () => {
    const hooked = await addPerson(application, 'hooked', 'leader', unit);
    const deputy = await addPerson(application, 'deputy', 'staff', unit);
    const task = await aTask();
    await application.app.get(DataSource).query('UPDATE task SET leader_id = $1 WHERE id = $2', [hooked.id, task.id]);
    const asked = await ask(task, { kind: 'drop' });
    const waiting = async () =>
      (await deputy.client.get<OpenRequestPage>('/requests/open')).rows.map(({ taskId }) => taskId);
    expect(await waiting()).toEqual([]);
    const today = application.app.get(Clock).today();
    const absence = { fromDay: today, toDay: today, deputyId: deputy.id, note: '年休假' };
    await hooked.client.post(`/people/${hooked.id}/absences`, absence, 201);
    expect(await waiting()).toEqual([task.id]);
    expect((await decide(asked, 'granted', deputy)).status).toBe('dropped');
    expect(await waiting()).toEqual([]);
  });
});
