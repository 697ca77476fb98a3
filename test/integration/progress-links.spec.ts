import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Clock } from '../../libs/platform/src/clock';
import type { LinkedTask } from '../../libs/reminders/src/progress-links/link.view';
import { MailLinks } from '../../libs/reminders/src/progress-links/mail-links';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';
import { anAcceptedTask } from '../support/tracked-task';

jest.setTimeout(60_000);

let application: TestApplication;
let admin: Browserless;
let unit: UnitView;
let officer: SignedIn;
let other: SignedIn;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  unit = await admin.post('/units', { parentId: root.id, name: '区教育局' }, 201);
  officer = await addPerson(application, 'officer', 'staff', unit);
  other = await addPerson(application, 'other', 'staff', unit);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => application?.close());

const get = (id: string) => admin.get<TaskDetail>(`/tasks/${id}`);
const move = (task: TaskDetail, name: string, more: object = {}, as = admin) =>
  as.post<TaskDetail>(`/tasks/${task.id}/${name}`, { version: task.version, ...more });
const tokenFor = async (taskId: string, { id }: { id: string } = officer) =>
  (await application.app.get(MailLinks).progressLink(taskId, id)).replace(/^.*\/progress\//, '');
const open = (token: string) => application.stranger().post<LinkedTask>('/progress-link/task', { token });
const report = (token: string, version: number, percent: number, narrative = '已查 3 所。') =>
  application.stranger().post<LinkedTask>('/progress-link/reports', { token, version, percent, narrative });
const refused = (token: string) => application.stranger().send('POST', '/progress-link/task', { token });

it('shows one task and takes its progress, again and again, without a session', async () => {
  const task = await anAcceptedTask(application, unit, officer);
  const token = await tokenFor(task.id);
  const seen = await open(token);
  expect(seen).toEqual({
    ...{ personName: officer.name, onBehalfOf: null, title: '检查食堂', unitName: '区教育局', dueOn: '2099-06-30' },
    ...{ percent: 0, last: null, version: task.version, expiresAt: expect.any(String) },
  });
  const days = (Date.parse(seen.expiresAt) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(14);
  const once = await report(token, seen.version, 40);
  expect(once).toMatchObject({ percent: 40, last: { by: officer.name, percent: 40, narrative: '已查 3 所。' } });
  const twice = await report(token, once.version, 30, '更正：查了 2 所。');
  expect(twice).toMatchObject({ percent: 30, last: { narrative: '更正：查了 2 所。' } });
  const { history, progressEntries, status } = await get(task.id);
  expect(status).toBe('in-progress');
  expect(history.slice(0, 2).map(({ action, by }) => [action, by])).toEqual([
    ['progress', `${officer.name}（邮件链接）`],
    ['progress', `${officer.name}（邮件链接）`],
  ]);
  expect(progressEntries.map(({ by }) => by)).toEqual([officer.name, officer.name]);
});

it('opens nothing else: neither a session nor another task', async () => {
  const task = await anAcceptedTask(application, unit, officer);
  const another = await anAcceptedTask(application, unit, officer);
  const stranger = application.stranger();
  const token = await tokenFor(task.id);
  const answer = await stranger.send('POST', '/progress-link/task', { token });
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect((await stranger.send('GET', `/tasks/${task.id}`)).statusCode).toBe(401);
  const forged = await refused(token.replace(task.id, another.id));
  expect([forged.statusCode, forged.body]).toEqual([404, expect.stringContaining('link.unknown')]);
  expect((await refused(token.replace(officer.id, other.id))).body).toContain('link.unknown');
  const unsubscribe = (await application.app.get(MailLinks).unsubscribeLink(officer.id)).split('/').at(-1) as string;
  expect((await refused(unsubscribe)).body).toContain('link.unknown');
});

it('refuses what was changed since the form was opened, and keeps what others have written', async () => {
  const task = await anAcceptedTask(application, unit, officer);
  const token = await tokenFor(task.id);
  const { version } = await open(token);
  await move(task, 'progress', { percent: 50, narrative: '登录后填的' }, officer.client);
  await expect(report(token, version, 10)).rejects.toThrow('task.changed');
  expect(await get(task.id)).toMatchObject({ progress: 50 });
  expect(await open(token)).toMatchObject({ percent: 50, last: { narrative: '登录后填的' } });
});

it('takes two reports at the same moment as one', async () => {
  const task = await anAcceptedTask(application, unit, officer);
  const token = await tokenFor(task.id);
  const send = (percent: number) =>
    application.stranger().send('POST', '/progress-link/reports', {
      ...{ token, version: task.version, percent, narrative: '同时' },
    });
  const both = await Promise.all([20, 30].map(send));
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect((await get(task.id)).progressEntries).toHaveLength(1);
});

it('ends with the task, and with its being his', async () => {
  let task = await anAcceptedTask(application, unit, officer);
  const token = await tokenFor(task.id);
  expect((await refused(await tokenFor(task.id, other))).body).toContain('link.not-yours');
  task = await move(task, 'submit', { narrative: '完成' }, officer.client);
  const waiting = await refused(token);
  expect([waiting.statusCode, waiting.body]).toEqual([409, expect.stringContaining('待核实')]);
  await expect(report(token, task.version, 10)).rejects.toThrow('link.item-closed');
  task = await move(task, 'close');
  expect((await refused(token)).body).toContain('已销号');

  const handed = await anAcceptedTask(application, unit, officer);
  const his = await tokenFor(handed.id);
  await move(handed, 'hand-over', { assigneeId: other.id });
  const answer = await refused(his);
  expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining('link.not-yours')]);
  expect(answer.body).not.toContain(handed.title);
  expect(await open(await tokenFor(handed.id, other))).toMatchObject({ personName: other.name });
});

it('asks to sign in for accepting, and ends with the person', async () => {
  const draft = await admin.post<TaskDetail>('/tasks', { title: '未签收', leadUnitId: unit.id }, 201);
  const task = await move(draft, 'assign', { leadUnitId: unit.id, assigneeId: other.id });
  expect((await refused(await tokenFor(task.id, other))).body).toContain('link.not-accepted');
  const accepted = await move(task, 'accept', {}, other.client);
  const token = await tokenFor(accepted.id, other);
  await open(token);
  const db = application.app.get(DataSource);
  await db.query('UPDATE person SET active = false WHERE id = $1', [other.id]);
  expect((await refused(token)).body).toContain('link.not-yours');
  await db.query('UPDATE person SET active = true WHERE id = $1', [other.id]);
});

it('lets a deputy report for who is away, and says so', async () => {
  const task = await anAcceptedTask(application, unit, officer);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const away = { fromDay: today, toDay: today, deputyId: other.id };
  await admin.post(`/people/${officer.id}/absences`, away, 201);
  const token = await tokenFor(task.id, other);
  const seen = await open(token);
  expect(seen).toMatchObject({ personName: other.name, onBehalfOf: officer.name });
  await report(token, seen.version, 60);
  const { history, progressEntries } = await get(task.id);
  expect(history[0].by).toBe(`${other.name}（邮件链接）（代${officer.name}）`);
  expect(progressEntries[0].by).toBe(`${other.name}（代${officer.name}）`);
});

it('expires after 14 days', async () => {
  const task = await anAcceptedTask(application, unit, officer);
  const token = await tokenFor(task.id);
  const clock = jest.spyOn(application.app.get(Clock), 'now');
  clock.mockReturnValue(new Date(Date.now() + 14 * 86_400_000 - 60_000));
  await open(token);
  clock.mockReturnValue(new Date(Date.now() + 14 * 86_400_000 + 60_000));
  expect((await refused(token)).body).toContain('link.expired');
});

it('slows down whoever floods a link', async () => {
  const token = await tokenFor((await anAcceptedTask(application, unit, officer)).id);
  const answers: number[] = [];
  for (let times = 0; times < 41; times += 1) answers.push((await refused(token)).statusCode);
  expect([answers[39], answers[40]]).toEqual([200, 429]);
});
