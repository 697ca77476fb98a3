import type { UnitView } from '../../libs/organisation/src/unit.view';
import { DEFAULT_POINTS } from '../../libs/reminders/src/policy/reminder-points';
import type {
  ReminderPoliciesView,
  TaskReminderPolicy,
  UnitReminderPolicies,
} from '../../libs/reminders/src/policy/reminder-policy.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';
import { anAcceptedTask } from '../support/tracked-task';

let application: TestApplication;
let admin: Browserless;
let root: UnitView;
let bureau: UnitView;
let doer: SignedIn;
let supervisor: SignedIn;

beforeAll(async () => {
  application = await startApplication();
  ({ admin } = application);
  [root] = await admin.get<UnitView[]>('/units');
  bureau = await admin.post<UnitView>('/units', { parentId: root.id, name: '区住建局' }, 201);
  doer = await addPerson(application, 'doer', 'staff', bureau);
  supervisor = await addPerson(application, 'supervisor', 'supervisor', bureau);
});
afterAll(() => application?.close());

const set = (unit: UnitView, body: object, as = admin) =>
  as.post<UnitReminderPolicies>(`/reminder-policies/${unit.id}`, body);
const ofUnit = async (unit: UnitView, as = admin) => {
  const { units } = await as.get<ReminderPoliciesView>('/reminder-policies');
  return units.find(({ unitId }) => unitId === unit.id) as UnitReminderPolicies;
};

it('a unit without policies follows the default, and a supervisor sees only his units', async () => {
  expect((await ofUnit(bureau)).policies).toEqual([
    expect.objectContaining({ taskKind: null, version: 0, inForce: DEFAULT_POINTS }),
  ]);
  const { units, planning } = await supervisor.client.get<ReminderPoliciesView>('/reminder-policies');
  expect(units.map(({ unitName }) => unitName)).toEqual(['区住建局']);
  expect(planning).toBeNull();
});

it('is inherited point by point, by kind, and cleared again', async () => {
  await set(root, { version: 0, before: [3, 30], overdueEvery: 1, ladder: [{ rung: 'supervisors', after: 20 }] });
  await set(root, { version: 0, taskKind: 'measure', overdueEvery: 2 });
  const view = await set(bureau, { version: 0, onDay: false }, supervisor.client);
  const above = { before: [30, 3], onDay: false, ladder: [{ rung: 'supervisors', after: 20 }] };
  expect(view.policies).toMatchObject([
    { taskKind: null, version: 1, own: { onDay: false, before: null }, inForce: { ...above, overdueEvery: 1 } },
    { taskKind: 'measure', version: 0, own: { overdueEvery: null }, inForce: { ...above, overdueEvery: 2 } },
  ]);

  const cleared = await set(bureau, { version: 1, onDay: null }, supervisor.client);
  expect(cleared.policies[0]).toMatchObject({ version: 0, inForce: { onDay: true } });
});

it.each([
  [{ before: [0] }, '提前提醒的天数须是 1 至 60 个工作日'],
  [{ before: [3, 3] }, '提前提醒的天数不能重复'],
  [{ overdueEvery: 61 }, '间隔须是 0 至 60 个工作日'],
  [{ ladder: [{ rung: 'leader', after: 0 }] }, '上报的天数须是 1 至 250 个工作日'],
  [{ ladder: ['leader', 'leader'].map((rung, at) => ({ rung, after: at + 1 })) }, '同一级上报只能设置一次'],
])('refuses %j', async (points, message) => {
  const answer = await admin.send('POST', `/reminder-policies/${bureau.id}`, { version: 0, ...points });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(message);
});

it('refuses what was set by somebody else meanwhile', async () => {
  const task = await anAcceptedTask(application, bureau, doer);
  await set(bureau, { version: 0, taskKind: 'urgent', acceptWithin: 1 });
  await expect(set(bureau, { version: 0, taskKind: 'urgent', acceptWithin: 2 })).rejects.toThrow(
    'reminder-policy.changed',
  );
  await admin.post(`/tasks/${task.id}/reminder-policy`, { version: 0, overdueEvery: 3 });
  await expect(admin.post(`/tasks/${task.id}/reminder-policy`, { version: 0, overdueEvery: 4 })).rejects.toThrow(
    'reminder-policy.changed',
  );
});

it('a single task has its own, set by whoever may change it, on record', async () => {
  const task = await anAcceptedTask(application, bureau, doer);
  const path = `/tasks/${task.id}/reminder-policy`;
  expect(await doer.client.get<TaskReminderPolicy>(path)).toMatchObject({ changeable: false, version: 0 });
  await expect(doer.client.post(path, { version: 0, before: [] })).rejects.toThrow('task.not-yours');
  const view = await supervisor.client.post<TaskReminderPolicy>(path, { version: 0, before: [], overdueEvery: 1 });
  expect(view).toMatchObject({
    changeable: true,
    version: 1,
    inForce: { before: [], overdueEvery: 1, acceptWithin: 3 },
  });
  const { history } = await admin.get<TaskDetail>(`/tasks/${task.id}`);
  expect(history).toContainEqual(
    expect.objectContaining({
      action: 'reminder-policy',
      changes: [
        { field: 'before', from: null, to: '不提醒' },
        { field: 'overdueEvery', from: null, to: '1个工作日' },
      ],
    }),
  );
  expect(await supervisor.client.post<TaskReminderPolicy>(path, { version: 1 })).toMatchObject({
    ...{ version: 0, own: { before: null, overdueEvery: null } },
  });
});
