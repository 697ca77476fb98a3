import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type {
  ExternalItem,
  MadeLink,
  ResponsibilityView,
} from '../../libs/tasks/src/responsibility/responsibility.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

let application: TestApplication;
let admin: Browserless;
let bureau: UnitView;
let grid: UnitView;
let liaison: SignedIn;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  bureau = await admin.post('/units', { parentId: root.id, name: '区住建局' }, 201);
  grid = await admin.post('/units', { parentId: root.id, name: '市供电公司', external: true, contact: '王工' }, 201);
  liaison = await addPerson(application, 'liaison', 'liaison', bureau);
});
afterAll(() => application?.close());

const get = (id: string, as = admin) => as.get<TaskDetail>(`/tasks/${id}`);
const duties = (id: string) => admin.get<ResponsibilityView>(`/tasks/${id}/responsibility`);
const move = (task: TaskDetail, name: string, more: object = {}, as = admin) =>
  as.post<TaskDetail>(`/tasks/${task.id}/${name}`, { version: task.version, ...more });
const tokenOf = ({ path }: MadeLink) => path.replace('/external/', '');
const open = (token: string) => application.stranger().post<ExternalItem>('/external/item', { token });
const report = (token: string, percent: number, narrative = '已架设电缆。') =>
  application.stranger().post<ExternalItem>('/external/reports', { token, percent, narrative });

/** Assigned; led by `lead`, supported by the external body when that does not lead. */
async function assigned(title: string, lead = bureau): Promise<TaskDetail> {
  const task = await admin.post<TaskDetail>('/tasks', { title, leadUnitId: lead.id, dueOn: '2027-06-30' }, 201);
  if (lead !== grid) {
    const units = [{ unitId: grid.id, duty: '迁改高压线路' }];
    await admin.send('PUT', `/tasks/${task.id}/support`, { version: task.version, units });
  }
  return move(await get(task.id), 'assign', { leadUnitId: lead.id, dueOn: '2027-06-30' });
}

const link = async (task: TaskDetail, days = 30): Promise<MadeLink> => {
  const { support, external } = await duties(task.id);
  return admin.post(`/tasks/${task.id}/links`, { supportId: external ? null : support[0].id, days }, 201);
};

describe('an external body 外部单位', () => {
  it('has no people, no roles and no units below it', async () => {
    const person = { name: '王工', login: 'wang', positions: [{ unitId: grid.id, title: '工程师' }], roles: [] };
    await expect(admin.post('/people', person)).rejects.toThrow('unit.external');
    const role = { ...person, positions: [], roles: [{ unitId: grid.id, role: 'liaison' }] };
    await expect(admin.post('/people', role)).rejects.toThrow('unit.external');
    await expect(admin.post('/units', { parentId: grid.id, name: '班组' })).rejects.toThrow('unit.external');
    const contact = { version: bureau.version, contact: '张工' };
    await expect(admin.patch(`/units/${bureau.id}`, contact)).rejects.toThrow('unit.contact');
    const changed = await admin.patch<UnitView>(`/units/${grid.id}`, { version: grid.version, contact: '李工 138' });
    expect(changed).toMatchObject({ external: true, contact: '李工 138' });
  });

  it('leads a task whose progress the supervisor enters on its behalf', async () => {
    let task = await assigned('架空线入地', grid);
    task = await move(task, 'accept');
    task = await move(task, 'progress', { percent: 40, narrative: '电话核实：完成四成。' });
    expect(task.progressEntries[0].by).toBe('管理员（代市供电公司）');
    task = await move(task, 'submit', { narrative: '来函称已完成。' });
    expect(task.history[0]).toMatchObject({ action: 'submit', by: '管理员（代市供电公司）' });
    // Entering what others did is not doing it.
    expect(task.moves).toContain('close');
  });

  it('supports a task, and the supervisor reports its part for it', async () => {
    const task = await assigned('道路改造');
    const [part] = (await duties(task.id)).support;
    const ask = { version: part.version, percent: 50, narrative: '来电称完成一半。' };
    await expect(liaison.client.post(`/tasks/${task.id}/support/${part.id}/reports`, ask)).rejects.toThrow('403');
    await admin.post(`/tasks/${task.id}/support/${part.id}/reports`, ask, 204);
    expect((await duties(task.id)).support[0].reports).toMatchObject([{ by: '管理员（代市供电公司）', percent: 50 }]);
  });
});

describe('a link for one item', () => {
  it('shows that item only, and takes its progress', async () => {
    const task = await assigned('老旧小区电表改造');
    const made = await link(task);
    const token = tokenOf(made);
    const item = await open(token);
    expect(Object.keys(item).sort()).toEqual(
      ['answers', 'asked', 'dueOn', 'expiresAt', 'open', 'percent', 'title', 'unitName'].sort(),
    );
    expect(item).toMatchObject({ title: task.title, asked: '迁改高压线路', dueOn: '2027-06-30', answers: [] });
    const answered = await report(token, 60, '<b>完成 3 处</b>');
    expect(answered).toMatchObject({ percent: 60, answers: [{ narrative: '<b>完成 3 处</b>', percent: 60 }] });
    await report(token, 70);
    const { support, links } = await duties(task.id);
    expect(support[0]).toMatchObject({ percent: 70, reports: [{ by: '市供电公司（外部填报）' }, {}] });
    expect(links).toMatchObject([{ uses: 2, valid: true, lastUsedAt: expect.any(String), unitName: '市供电公司' }]);
    const { history, progress } = await get(task.id);
    expect(progress).toBe(0);
    expect(history.slice(0, 4).map(({ action, by }) => [action, by])).toEqual([
      ['report-by-link', '市供电公司（外部链接）'],
      ['report-by-link', '市供电公司（外部链接）'],
      ['open-link', '市供电公司（外部链接）'],
      ['make-link', '管理员'],
    ]);
    const stored = await application.app.get(DataSource).query('SELECT * FROM external_link');
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('carries the progress of a task that the body leads', async () => {
    const task = await assigned('增设变电站', grid);
    expect(await report(tokenOf(await link(task)), 100)).toMatchObject({ percent: 100 });
    const after = await get(task.id);
    expect(after).toMatchObject({ status: 'in-progress', progress: 100, moves: expect.arrayContaining(['submit']) });
    expect(after.progressEntries).toMatchObject([{ by: '市供电公司（外部填报）', percent: 100 }]);
  });

  it('is made and ended by the supervisor only, for external bodies only', async () => {
    const task = await assigned('路灯改造');
    const { support } = await duties(task.id);
    const ask = { supportId: support[0].id, days: 30 };
    await expect(liaison.client.post(`/tasks/${task.id}/links`, ask)).rejects.toThrow('403');
    await expect(admin.post(`/tasks/${task.id}/links`, { days: 30 })).rejects.toThrow('link.not-external');
    await expect(admin.post(`/tasks/${task.id}/links`, { ...ask, days: 91 })).rejects.toThrow('90');
    const made = await link(task);
    await expect(liaison.client.delete(`/tasks/${task.id}/links/${made.id}`)).rejects.toThrow('403');
    expect((await liaison.client.get<ResponsibilityView>(`/tasks/${task.id}/responsibility`)).links).toEqual([]);
    const other = await assigned('别的任务');
    await expect(admin.delete(`/tasks/${other.id}/links/${made.id}`)).rejects.toThrow('link.unknown');
  });

  it('says clearly that it is unknown, revoked, expired or no longer needed', async () => {
    const task = await assigned('绿化改造');
    await expect(open('no-such-token')).rejects.toThrow('link.unknown');
    const revoked = await link(task);
    await admin.delete(`/tasks/${task.id}/links/${revoked.id}`);
    await expect(open(tokenOf(revoked))).rejects.toThrow('link.revoked');
    await expect(report(tokenOf(revoked), 10)).rejects.toThrow('link.revoked');
    const expired = await link(task, 1);
    const db = application.app.get(DataSource);
    await db.query(`UPDATE external_link SET expires_at = now() - interval '1 second' WHERE id = $1`, [expired.id]);
    await expect(report(tokenOf(expired), 10)).rejects.toThrow('link.expired');
    const useless = await link(task);
    await move(await get(task.id), 'drop', { reason: '不再实施' });
    expect(await open(tokenOf(useless))).toMatchObject({ open: false });
    await expect(report(tokenOf(useless), 10)).rejects.toThrow('link.item-closed');
    expect((await duties(task.id)).support[0].reports).toEqual([]);
  });

  it('takes two reports at once one after the other', async () => {
    const task = await assigned('管线普查');
    const token = tokenOf(await link(task));
    await Promise.all([10, 20, 30].map((percent) => report(token, percent)));
    const { support, links } = await duties(task.id);
    expect(support[0].reports).toHaveLength(3);
    expect(links[0].uses).toBe(3);
    expect(support[0].percent).toBe(support[0].reports[0].percent);
  });

  it('slows down whoever floods it', async () => {
    const token = tokenOf(await link(await assigned('雨污分流')));
    let refused = '';
    for (let tries = 0; tries < 60 && refused === ''; tries += 1) {
      await open(token).catch((error: Error) => (refused = error.message));
    }
    expect(refused).toContain('link.too-many-requests');
  });
});
