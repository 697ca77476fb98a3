import { DataSource, type DeepPartial } from 'typeorm';
import type { AssignablePosition, PersonPage, PersonView } from '../../libs/organisation/src/person.view';
import type { SuccessionPreview } from '../../libs/organisation/src/succession/succession.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Problem } from '../../libs/rectification/src/problem.entity';
import type { ProblemDetail } from '../../libs/rectification/src/problem.view';
import type { ResponsibilityView } from '../../libs/tasks/src/responsibility/responsibility.view';
import type { TaskDetail, TaskPage } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

jest.setTimeout(60_000);

let application: TestApplication;
let admin: Browserless;
let root: UnitView;
let bureau: UnitView;
let street: UnitView;
let logins = 0;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string) => admin.post<UnitView>('/units', { parentId: root.id, name }, 201);
  [bureau, street] = [await add('区住建局'), await add('东风街道')];
});
afterAll(() => application?.close());

const someone = (role: string, unit: UnitView) => addPerson(application, `person-${++logins}`, role, unit);
const view = async ({ name }: SignedIn): Promise<PersonView> =>
  (await admin.get<PersonPage>(`/people?q=${encodeURIComponent(name)}`)).rows.find((one) => one.name === name)!;
const change = async (who: SignedIn, more: object) =>
  admin.patch<PersonView>(`/people/${who.id}`, { version: (await view(who)).version, ...more });
const get = (id: string) => admin.get<TaskDetail>(`/tasks/${id}`);
const preview = (from: SignedIn, to: SignedIn, more: object = {}) =>
  admin.post<SuccessionPreview>(`/people/${from.id}/succession/preview`, { successorId: to.id, ...more });
const succeed = async (from: SignedIn, to: SignedIn, more: object = {}) => {
  const shown = await preview(from, to, more);
  return admin.post<{ moved: number }>(`/people/${from.id}/succession`, {
    ...{ successorId: to.id, preview: shown.preview, note: '岗位调整' },
    ...more,
  });
};

async function assigned(title: string, to: { assigneeId?: string; leaderId?: string; positionId?: string }) {
  const charge = { leadUnitId: bureau.id, dueOn: '2027-06-30' };
  const task = await admin.post<TaskDetail>('/tasks', { title, ...charge }, 201);
  return admin.post<TaskDetail>(`/tasks/${task.id}/assign`, { version: task.version, ...charge, ...to });
}

/** Many tasks of one person at once, the first of them overdue. */
async function many(count: number, { id }: SignedIn): Promise<void> {
  await application.app.get(DataSource).query(
    `INSERT INTO task (code, title, text, status, lead_unit_id, assignee_id, created_by_id, due_on, original_due_on, assigned_on)
     SELECT '2026-9' || lpad((random() * 1e9)::int::text, 9, '0') || n, '任务' || n, '任务' || n, 'accepted', $1, $2, $2,
       CASE WHEN n <= 3 THEN DATE '2020-01-01' ELSE DATE '2099-01-01' END, '2099-01-01', '2019-01-01'
     FROM generate_series(1, $3::int) AS n`,
    [bureau.id, id, count],
  );
}

const owned = async ({ id }: SignedIn) => (await admin.get<TaskPage>(`/tasks?assigneeId=${id}`)).total;

describe('a succession 工作交接', () => {
  it('moves 300 tasks, what is led and what is supported in one step; history keeps the old name', async () => {
    const [from, to] = [await someone('liaison', bureau), await someone('staff', bureau)];
    await many(300, from);
    const closed = await assigned('早已办结', { assigneeId: from.id });
    const db = application.app.get(DataSource);
    await db.query(`UPDATE task SET status = 'closed', closed_on = now(), closed_at = now() WHERE id = $1`, [
      closed.id,
    ]);

    const refused = change(from, { active: false });
    await expect(refused).rejects.toThrow('person.owns-open-items');
    await expect(refused).rejects.toThrow('300 项');
    const shown = await preview(from, to);
    expect(shown).toMatchObject({ total: 300, overdue: 3, predecessor: from.name, successor: to.name });
    expect(shown.kinds.map(({ kind, count }) => [kind, count])).toEqual([
      ['assignee', 300],
      ['leader', 0],
      ['supportPerson', 0],
      ['problem-person', 0],
      ['problem-leader', 0],
    ]);
    expect(shown.kinds[0].items.slice(0, 4).map(({ overdue }) => overdue)).toEqual([true, true, true, false]);
    expect(await owned(from)).toBe(301);

    expect(await succeed(from, to, { leaves: true })).toEqual({ moved: 300 });
    expect([await owned(from), await owned(to)]).toEqual([1, 300]);
    const { rows } = await admin.get<TaskPage>(`/tasks?assigneeId=${to.id}&limit=1`);
    expect((await get(rows[0].id)).history[0]).toMatchObject({
      ...{ action: 'succeed', by: '管理员' },
      changes: [{ field: 'assignee', from: from.name, to: to.name }],
    });
    expect(await view(from)).toMatchObject({ active: false });
    await expect(from.client.get('/tasks')).rejects.toThrow('401');
  });

  it('moves all or nothing', async () => {
    const [from, to] = [await someone('leader', bureau), await someone('staff', bureau)];
    await many(50, from);
    await assigned('挂点联系', { leaderId: from.id });
    await expect(preview(from, to)).rejects.toThrow('succession.not-able');
    const stale = await preview(from, to, { roles: true });
    await many(1, from);
    const ask = { successorId: to.id, roles: true, preview: stale.preview };
    await expect(admin.post(`/people/${from.id}/succession`, ask)).rejects.toThrow('succession.changed');
    expect([await owned(from), await owned(to)]).toEqual([51, 0]);
    expect((await view(to)).roles.map(({ role }) => role)).toEqual(['staff']);
  });

  it('moves positions with what they own, and roles', async () => {
    const [from, to] = [await someone('leader', bureau), await someone('staff', bureau)];
    const task = await assigned('职务所有', { assigneeId: from.id, leaderId: from.id });
    const [{ id: positionId }] = (await view(from)).positions;
    await expect(succeed(from, to, { positionIds: [positionId], roles: true })).rejects.toThrow('person.nowhere');
    await succeed(from, to, { positionIds: [positionId], roles: true, leaves: true });
    expect(await get(task.id)).toMatchObject({ assigneeId: to.id, leaderId: to.id });
    const duties = await admin.get<ResponsibilityView>(`/tasks/${task.id}/responsibility`);
    expect(duties).toMatchObject({ positionId, positionTitle: '科员', leader: { name: to.name } });
    expect((await view(to)).roles.map(({ role }) => role).sort()).toEqual(['leader', 'staff']);
    await expect(admin.post(`/people/${to.id}/succession/preview`, { successorId: to.id })).rejects.toThrow(
      'succession.same-person',
    );
    await expect(preview(to, from)).rejects.toThrow('succession.inactive');
  });

  it('hands over what a person does for a supporting unit', async () => {
    const [from, to, elsewhere] = [
      await someone('liaison', street),
      await someone('liaison', street),
      await someone('staff', bureau),
    ];
    const task = await assigned('需要街道配合', {});
    const units = [{ unitId: street.id }];
    await admin.send('PUT', `/tasks/${task.id}/support`, { version: task.version, units });
    const [part] = (await admin.get<ResponsibilityView>(`/tasks/${task.id}/responsibility`)).support;
    const person = { version: part.version, personId: from.id };
    await from.client.post(`/tasks/${task.id}/support/${part.id}/person`, person, 204);
    await expect(preview(from, elsewhere)).rejects.toThrow('东风街道');
    expect(await succeed(from, to)).toEqual({ moved: 1 });
    const after = await admin.get<ResponsibilityView>(`/tasks/${task.id}/responsibility`);
    expect(after.support[0].person).toMatchObject({ name: to.name });
  });

  it('hands over problems that a person puts right or is hooked to', async () => {
    const [from, to] = [await someone('leader', bureau), await someone('leader', bureau)];
    const what = { title: '台账不全', text: '台账不全', unitId: bureau.id, origin: 'hand', raisedOn: '2026-06-01' };
    const db = application.app.get(DataSource);
    const problem = await db.getRepository(Problem).save({
      ...{ ...what, code: `W-${from.id}`, createdById: to.id, personId: from.id, leaderId: from.id },
    } as DeepPartial<Problem>);
    await expect(change(from, { active: false })).rejects.toThrow('2 项');
    expect(await succeed(from, to)).toEqual({ moved: 2 });
    const after = await admin.get<ProblemDetail>(`/problems/${problem.id}`);
    expect(after).toMatchObject({ personName: to.name, leaderName: to.name });
    await change(from, { active: false });
  });

  it('is the administrator’s, within his units', async () => {
    const [from, to, liaison] = [
      await someone('staff', bureau),
      await someone('staff', bureau),
      await someone('liaison', bureau),
    ];
    const elsewhere = await someone('administrator', street);
    const path = `/people/${from.id}/succession/preview`;
    await expect(liaison.client.post(path, { successorId: to.id })).rejects.toThrow('403');
    await expect(elsewhere.client.post(path, { successorId: to.id })).rejects.toThrow('person.unknown');
  });

  it('and a task given at the same moment lose nothing', async () => {
    const who = await someone('staff', bureau);
    const task = await assigned('同时交办', {});
    const { version } = await view(who);
    const give = { version: task.version, assigneeId: who.id };
    const [given, gone] = await Promise.all([
      admin.send('POST', `/tasks/${task.id}/hand-over`, give),
      admin.send('PATCH', `/people/${who.id}`, { version, active: false }),
    ]);
    expect([given.statusCode, gone.statusCode].filter((status) => status === 200)).toHaveLength(1);
    const [{ lost }] = await application.app.get(DataSource).query<{ lost: number }[]>(
      `SELECT count(*)::int AS lost FROM task t JOIN person p ON p.id = t.assignee_id
       WHERE NOT p.active AND t.status NOT IN ('closed', 'dropped')`,
    );
    expect(lost).toBe(0);
  });
});

describe('ownership by position', () => {
  it('follows whoever takes the position over', async () => {
    const [old, next] = [await someone('staff', bureau), await someone('staff', bureau)];
    const title = '质安站站长';
    const places = (held: string[]) => ({ positions: held.map((one) => ({ unitId: bureau.id, title: one })) });
    await change(old, places([title]));
    const owns = await assigned('站长的任务', { assigneeId: old.id });
    const duties = () => admin.get<ResponsibilityView>(`/tasks/${owns.id}/responsibility`);
    expect(await duties()).toMatchObject({ positionTitle: title, assignee: { name: old.name } });

    await change(old, places(['科员']));
    // While the position is vacant, whoever held it stays responsible.
    expect(await duties()).toMatchObject({ positionTitle: title, assignee: { name: old.name } });
    await change(next, places([title]));
    expect(await duties()).toMatchObject({ positionTitle: title, assignee: { name: next.name } });
    expect((await get(owns.id)).history[0]).toMatchObject({
      action: 'follow-position',
      changes: [{ field: 'assignee', from: old.name, to: next.name }],
    });
    await change(old, { active: false });
  });

  it('may be asked for outright, and is left out where a person holds several', async () => {
    const who = await someone('staff', bureau);
    await change(who, { positions: ['科长', '工会主席'].map((title) => ({ unitId: bureau.id, title })) });
    const [{ id: positionId }] = (await view(who)).positions;
    const byPerson = await assigned('按人', { assigneeId: who.id });
    const duties = (id: string) => admin.get<ResponsibilityView>(`/tasks/${id}/responsibility`);
    expect(await duties(byPerson.id)).toMatchObject({ positionId: null, assignee: { name: who.name } });
    const byPosition = await assigned('按职务', { positionId });
    expect(await duties(byPosition.id)).toMatchObject({ positionId, assignee: { name: who.name } });
    const stranger = await someone('staff', street);
    const [foreign] = (await view(stranger)).positions;
    await expect(assigned('别处的职务', { positionId: foreign.id })).rejects.toThrow('position.unknown');
  });

  it('may be given to a vacant position, and is then taken up by whoever takes that', async () => {
    const [old, next] = [await someone('staff', bureau), await someone('staff', bureau)];
    const title = '质监科科长';
    const places = (held: string[]) => ({ positions: held.map((one) => ({ unitId: bureau.id, title: one })) });
    const offered = async () => {
      const all = await admin.get<AssignablePosition[]>(`/people/positions?unitId=${bureau.id}`);
      return all.find((one) => one.title === title);
    };
    await change(old, places([title]));
    // Whoever holds one position only is chosen by name.
    expect(await offered()).toBeUndefined();
    await change(old, places([title, '工会主席']));
    expect(await offered()).toMatchObject({ holderName: old.name });
    const { positions } = await view(old);
    const positionId = positions.find((one) => one.title === title)?.id as string;
    const first = await assigned('科长的老任务', { positionId });
    await change(old, places(['工会主席']));
    expect(await offered()).toEqual({ id: positionId, title, holderName: null });

    const task = await assigned('科长的新任务', { positionId });
    expect(task).toMatchObject({ assigneeId: null, vacantPosition: { id: positionId, title } });
    const { version } = await get(first.id);
    const handed = await admin.post<TaskDetail>(`/tasks/${first.id}/hand-over`, {
      version,
      assigneeId: null,
      positionId,
    });
    expect(handed).toMatchObject({ assigneeId: null, vacantPosition: { title } });
    const { rows } = await admin.get<TaskPage>(`/tasks?q=${encodeURIComponent('科长的新任务')}`);
    expect(rows).toMatchObject([{ id: task.id, assigneeName: null, vacantPosition: { title } }]);

    await change(next, places([title]));
    for (const { id } of [first, task]) {
      expect(await next.client.get<TaskDetail>(`/tasks/${id}`)).toMatchObject({
        ...{ assigneeName: next.name, vacantPosition: null },
        moves: expect.arrayContaining(['accept']),
      });
    }
    expect((await get(task.id)).history[0]).toMatchObject({
      action: 'follow-position',
      changes: [{ field: 'assignee', from: null, to: next.name }],
    });
  });
});
