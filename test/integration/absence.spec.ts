import { DataSource } from 'typeorm';
import { actingFor } from '../../libs/organisation/src/absence/acting-for';
import type { AbsenceView, DeputyCandidate } from '../../libs/organisation/src/absence/absence.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { addDays } from '../../libs/language/src/day';
import { Clock } from '../../libs/platform/src/clock';
import type { ProblemDetail, ProblemPage } from '../../libs/rectification/src/problem.view';
import type { ResponsibilityView } from '../../libs/tasks/src/responsibility/responsibility.view';
import type { TaskDetail, TaskPage } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

jest.setTimeout(60_000);

let application: TestApplication;
let admin: Browserless;
let bureau: UnitView;
let away: SignedIn;
let deputy: SignedIn;
let third: SignedIn;
let stranger: SignedIn;
let today: string;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  today = application.app.get(Clock).today();
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string) => admin.post<UnitView>('/units', { parentId: root.id, name }, 201);
  bureau = await add('区住建局');
  const street = await add('东风街道');
  away = await addPerson(application, 'away', 'staff', bureau);
  deputy = await addPerson(application, 'deputy', 'staff', bureau);
  third = await addPerson(application, 'third', 'staff', bureau);
  stranger = await addPerson(application, 'stranger', 'staff', street);
});
afterAll(() => application?.close());

const path = ({ id }: SignedIn) => `/people/${id}/absences`;
const ask = (from: number, to: number, by: SignedIn) => ({
  ...{ fromDay: addDays(today, from), toDay: addDays(today, to), deputyId: by.id, note: '年休假' },
});
const get = (task: { id: string }, as = admin) => as.get<TaskDetail>(`/tasks/${task.id}`);
const move = (as: Browserless, task: TaskDetail, name: string, more: object = {}) =>
  as.post<TaskDetail>(`/tasks/${task.id}/${name}`, { version: task.version, ...more });

async function assigned(title: string): Promise<TaskDetail> {
  const charge = { leadUnitId: bureau.id, assigneeId: away.id, dueOn: '2027-06-30' };
  const task = await admin.post<TaskDetail>('/tasks', { title, ...charge }, 201);
  return move(admin, task, 'assign', charge);
}

it('a deputy 代理人 sees and does what is the absent person’s, in his name', async () => {
  let task = await assigned('整治占道经营');
  await expect(get(task, deputy.client)).rejects.toThrow('task.unknown');
  const absence = await away.client.post<AbsenceView>(path(away), ask(0, 10, deputy), 201);
  expect(absence).toMatchObject({ personName: away.name, deputyName: deputy.name, toDay: addDays(today, 10) });

  const mine = await deputy.client.get<TaskPage>('/tasks?mine=true');
  expect(mine.rows.map(({ id }) => id)).toEqual([task.id]);
  task = await move(deputy.client, await get(task, deputy.client), 'accept');
  task = await move(deputy.client, task, 'progress', { percent: 20, narrative: '已劝导。' });
  const signed = `${deputy.name}（代${away.name}）`;
  expect(task.history.slice(0, 2).map(({ action, by }) => [action, by])).toEqual([
    ['progress', signed],
    ['accept', signed],
  ]);
  expect(task.progressEntries[0].by).toBe(signed);
  const { assignee } = await away.client.get<ResponsibilityView>(`/tasks/${task.id}/responsibility`);
  expect(assignee).toMatchObject({ name: away.name, away: { toDay: absence.toDay, deputyName: deputy.name } });
  task = await move(away.client, await get(task, away.client), 'progress', { percent: 30, narrative: '继续。' });
  expect(task.history[0].by).toBe(away.name);

  await expect(deputy.client.delete(`${path(away)}/${absence.id}`)).rejects.toThrow('person.unknown');
  await away.client.delete(`${path(away)}/${absence.id}`);
  await expect(get(task, deputy.client)).rejects.toThrow('task.unknown');
  await expect(away.client.delete(`${path(away)}/${absence.id}`)).rejects.toThrow('absence.unknown');
});

it('acts on the days of the absence only', async () => {
  const task = await assigned('修补路面');
  const absence = await admin.post<AbsenceView>(path(away), ask(1, 3, deputy), 201);
  await expect(get(task, deputy.client)).rejects.toThrow('task.unknown');
  const db = application.app.get(DataSource).manager;
  const days = [0, 1, 3, 4].map(async (day) => (await actingFor(db, addDays(today, day), [away.id])).length);
  expect(await Promise.all(days)).toEqual([0, 1, 1, 0]);
  await db.query(`UPDATE absence SET from_day = from_day - 5 WHERE id = $1`, [absence.id]);
  await db.query('UPDATE organisation_revision SET number = number + 1');
  expect(await get(task, deputy.client)).toMatchObject({ moves: ['accept', 'return'] });
  // It has begun: it ends, and stays on record.
  await admin.delete(`${path(away)}/${absence.id}`);
  await expect(get(task, deputy.client)).rejects.toThrow('task.unknown');
  expect(await db.query('SELECT to_day FROM absence WHERE id = $1', [absence.id])).toEqual([
    { to_day: addDays(today, -1) },
  ]);
});

it('is set by oneself or an administrator, for colleagues, once for a time', async () => {
  const names = (await away.client.get<DeputyCandidate[]>(`/people/${away.id}/deputies`)).map(({ name }) => name);
  expect(names.sort()).toEqual([deputy.name, third.name].sort());
  await expect(third.client.get(`/people/${away.id}/deputies`)).rejects.toThrow('person.unknown');
  await expect(third.client.post(path(away), ask(0, 1, deputy))).rejects.toThrow('person.unknown');
  for (const [wrong, code] of [
    [ask(3, 2, deputy), 'absence.days'],
    [ask(-3, -2, deputy), 'absence.days'],
    [ask(0, 1, stranger), 'absence.not-colleague'],
    [ask(0, 1, away), 'absence.not-colleague'],
    [{ ...ask(0, 1, deputy), toDay: '2026-02-30' }, '结束日期须为有效日期'],
  ] as const) {
    await expect(away.client.post(path(away), wrong)).rejects.toThrow(code);
  }
  await third.client.post(path(third), ask(5, 8, deputy), 201);
  await expect(away.client.post(path(away), ask(8, 9, third))).rejects.toThrow('absence.deputy-away');
  const both = await Promise.all([1, 2].map(() => away.client.send('POST', path(away), ask(20, 25, deputy))));
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  expect((await away.client.get<AbsenceView[]>('/absences')).map(({ personName }) => personName)).toEqual([away.name]);
  expect((await admin.get<AbsenceView[]>('/absences')).map(({ personName }) => personName)).toEqual([
    third.name,
    away.name,
  ]);
});

it('acts on problems as on tasks, seeing those that the absent leader is hooked to', async () => {
  const boss = await addPerson(application, 'boss', 'leader', bureau);
  const facts = { title: '占道经营反弹', unitId: bureau.id, personId: away.id, leaderId: boss.id };
  const { id, version } = await admin.post<ProblemDetail>('/problems', facts, 201);
  const problem = (as: SignedIn) => as.client.get<ProblemDetail>(`/problems/${id}`);
  await expect(problem(deputy)).rejects.toThrow('problem.unknown');
  const absence = await away.client.post<AbsenceView>(path(away), ask(0, 10, deputy), 201);
  const bosses = await boss.client.post<AbsenceView>(path(boss), ask(0, 1, third), 201);
  expect((await problem(deputy)).moves).toEqual(['explain', 'rectify', 'attach', 'detach']);
  expect((await problem(third)).moves).toEqual([]);
  for (const one of [deputy, third]) {
    const mine = await one.client.get<ProblemPage>('/problems?mine=true');
    expect(mine.rows.map((row) => row.id)).toEqual([id]);
  }
  const signed = `${deputy.name}（代${away.name}）`;
  const explained = await deputy.client.post<ProblemDetail>(`/problems/${id}/causes`, { version, text: '巡查不够' });
  expect(explained.history[0].by).toBe(signed);
  await deputy.client.upload(`/problems/${id}/attachments`, '照片.txt', Buffer.from('已清理'));
  const report = { version: explained.version + 1, result: '已清理' };
  const rectified = await deputy.client.post<ProblemDetail>(`/problems/${id}/rectify`, report);
  expect(rectified.history.slice(0, 2).map(({ action, by }) => [action, by])).toEqual([
    ['rectify', signed],
    ['attach', signed],
  ]);
  const back = { version: rectified.version, reason: '请补充照片' };
  expect((await admin.post<ProblemDetail>(`/problems/${id}/send-back`, back)).history[0].by).not.toContain('代');
  await away.client.delete(`${path(away)}/${absence.id}`);
  await boss.client.delete(`${path(boss)}/${bosses.id}`);
  for (const one of [deputy, third]) await expect(problem(one)).rejects.toThrow('problem.unknown');
});
