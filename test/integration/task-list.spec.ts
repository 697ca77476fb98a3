import { Workbook } from 'exceljs';
import { DataSource, type DeepPartial } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { HistoryPage } from '../../libs/audit/src/audit.view';
import { Task } from '../../libs/tasks/src/task.entity';
import type { TaskGroup, TaskPage } from '../../libs/tasks/src/task.view';
import type { ListViews, SavedViewLine } from '../../libs/tasks/src/views/saved-view.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

jest.setTimeout(120_000);

let application: TestApplication;
let admin: Browserless;
let units: { root: UnitView; safety: UnitView; section: UnitView; education: UnitView };
let people: Record<'supervisor' | 'liaison' | 'staff' | 'leader' | 'teacher', SignedIn>;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (parent: UnitView, name: string) =>
    admin.post<UnitView>('/units', { parentId: parent.id, name, shortName: null, aliases: [] }, 201);
  const safety = await add(root, '应急管理局');
  units = { root, safety, section: await add(safety, '危化科'), education: await add(root, '教育局') };
  people = {
    supervisor: await addPerson(application, 'list-supervisor', 'supervisor', safety),
    liaison: await addPerson(application, 'list-liaison', 'liaison', safety),
    staff: await addPerson(application, 'list-staff', 'staff', safety),
    leader: await addPerson(application, 'list-leader', 'leader', safety),
    teacher: await addPerson(application, 'list-teacher', 'staff', units.education),
  };
  const tasks = application.app.get(DataSource).getRepository(Task);
  const createdById = people.supervisor.id;
  const make = (code: string, more: DeepPartial<Task>) =>
    tasks.save({ ...{ code, title: `任务${code}`, text: '', leadUnitId: safety.id, createdById }, ...more } as Task);
  await make('T-1', { status: 'assigned', dueOn: '2099-01-31', progress: 40, leaderId: people.leader.id });
  await make('T-2', { status: 'in-progress', dueOn: '2099-03-31', progress: 90, assigneeId: people.staff.id });
  await make('T-3', { status: 'drafted', dueOn: '2099-04-01', leadUnitId: units.section.id, kind: 'measure' });
  await make('T-4', { status: 'assigned', dueOn: '2020-06-30', progress: 10, title: '=HYPERLINK("http://x","y")' });
  await make('T-5', { status: 'assigned', leadUnitId: units.education.id, assigneeId: people.teacher.id });
  await make('T-6', {
    status: 'assigned',
    kind: 'urgent',
    dueAt: new Date('2099-02-01T08:00:00Z'),
    dueOn: '2099-02-01',
  });
});
afterAll(() => application?.close());

const list = (query: string, who = admin) => who.get<TaskPage>(`/tasks?${query}`);
const codes = async (query: string, who = admin) => (await list(query, who)).rows.map(({ code }) => code);

describe('filters', () => {
  it.each<[string, () => string, string[]]>([
    ['the days of a quarter, both included', () => 'dueFrom=2099-01-01&dueTo=2099-03-31', ['T-1', 'T-6', 'T-2']],
    ['from a day on', () => 'dueFrom=2099-03-31', ['T-2', 'T-3']],
    ['up to a day', () => 'dueTo=2099-01-31', ['T-4', 'T-1']],
    ['the leader', () => `leaderId=${people.leader.id}`, ['T-1']],
    ['several people', () => `assigneeId=${people.staff.id},${people.teacher.id}`, ['T-2', 'T-5']],
    ['measures against problems', () => 'source=rectification', ['T-3']],
    ['several sources', () => 'source=rectification,ledger', ['T-3']],
    ['put on record by hand', () => 'source=hand&kind=urgent', ['T-6']],
    ['a unit with those below it', () => `unitId=${units.safety.id}&status=drafted,in-progress`, ['T-2', 'T-3']],
    ['several units', () => `unitId=${units.section.id},${units.education.id}`, ['T-3', 'T-5']],
    ['a light and a day together', () => 'light=red&dueFrom=2020-01-01&dueTo=2020-12-31', ['T-4']],
  ])('%s', async (_, query, expected) => expect(await codes(query())).toEqual(expected));

  it('refuses what is no day, no source and no order', async () => {
    for (const query of ['dueFrom=2099-02-30', 'source=nowhere', 'sort=colour', 'groupBy=unit&group=x']) {
      await expect(list(query)).rejects.toThrow('422');
    }
  });

  it('never shows more than the person may see', async () => {
    expect(await codes(`unitId=${units.education.id}`, people.supervisor.client)).toEqual([]);
    expect(await codes('source=rectification', people.liaison.client)).toEqual([]);
    expect(await codes('', people.teacher.client)).toEqual(['T-5']);
  });
});

describe('orders', () => {
  it.each([
    ['dueOn', ['T-4', 'T-1', 'T-6', 'T-2', 'T-3', 'T-5']],
    ['-dueOn', ['T-5', 'T-3', 'T-2', 'T-6', 'T-1', 'T-4']],
    ['code', ['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6']],
    ['-code', ['T-6', 'T-5', 'T-4', 'T-3', 'T-2', 'T-1']],
    ['progress', ['T-3', 'T-5', 'T-6', 'T-4', 'T-1', 'T-2']],
    ['-progress', ['T-2', 'T-1', 'T-4', 'T-6', 'T-5', 'T-3']],
  ])('by %s, and the same page by page', async (sort, expected) => {
    expect(await codes(`sort=${sort}`)).toEqual(expected);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: TaskPage = await list(`sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
      expect(page.total).toBe(cursor ? null : 6);
      seen.push(...page.rows.map(({ code }) => code));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(expected);
  });

  it('by unit the tasks of each stand together, page by page', async () => {
    for (const sort of ['unit', '-unit']) {
      const whole = (await list(`sort=${sort}`)).rows;
      const names = whole.map(({ leadUnitName }) => leadUnitName);
      expect(new Set(names).size).toBe(names.filter((name, at) => name !== names[at - 1]).length);
      const first = await list(`sort=${sort}&limit=4`);
      const rest = await list(`sort=${sort}&limit=4&cursor=${first.nextCursor}`);
      expect([...first.rows, ...rest.rows].map(({ code }) => code)).toEqual(whole.map(({ code }) => code));
    }
    expect(await codes('sort=unit')).toEqual((await codes('sort=-unit')).toReversed());
  });
});

describe('groups', () => {
  it.each(['unit', 'light', 'quarter', 'report'])('by %s: their counts are those of their own lists', async (by) => {
    for (const who of [admin, people.liaison.client]) {
      const groups = await who.get<TaskGroup[]>(`/tasks/groups?groupBy=${by}`);
      expect(groups.length).toBeGreaterThan(0);
      for (const { key, count } of groups) {
        expect([key, (await list(`groupBy=${by}&group=${key}`, who)).total]).toEqual([key, count]);
      }
      const all = (await list('', who)).total;
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all);
    }
  });

  it('names them, in the order in which people look', async () => {
    const quarters = await admin.get<TaskGroup[]>('/tasks/groups?groupBy=quarter');
    expect(quarters.map(({ key, count }) => `${key} ${count}`)).toEqual(['2020-2 1', '2099-1 3', '2099-2 1', 'none 1']);
    const lights = await admin.get<TaskGroup[]>('/tasks/groups?groupBy=light&status=assigned,drafted');
    expect(lights.map(({ key }) => key)).toEqual(['red', 'green', 'none']);
    const own = await people.teacher.client.get<TaskGroup[]>('/tasks/groups?groupBy=unit');
    expect(own).toEqual([{ key: units.education.id, name: '教育局', count: 1 }]);
  });
});

it('offers in a row what the person may change in it', async () => {
  const movesOf = async (who: Browserless) =>
    Object.fromEntries((await list('sort=code', who)).rows.map(({ code, moves }) => [code, moves]));
  expect(await movesOf(people.supervisor.client)).toEqual({
    'T-1': ['assign', 're-date', 'hand-over'],
    'T-2': ['assign', 're-date', 'hand-over'],
    'T-3': ['assign', 're-date'],
    'T-4': ['assign', 're-date', 'hand-over'],
    'T-6': ['assign', 'hand-over'],
  });
  expect((await movesOf(people.liaison.client))['T-1']).toEqual(['hand-over']);
  expect(await movesOf(people.staff.client)).toEqual({ 'T-2': [] });
});

describe('the file', () => {
  const bookOf = async (answer: { statusCode: number; rawPayload: Buffer }) => {
    expect(answer.statusCode).toBe(200);
    const workbook = new Workbook();
    await workbook.xlsx.load(Uint8Array.from(answer.rawPayload).buffer);
    return workbook.worksheets[0];
  };
  const linesOf = async (answer: { statusCode: number; rawPayload: Buffer }) => {
    const sheet = await bookOf(answer);
    return sheet.getRows(3, sheet.rowCount - 2)?.map((row) => {
      const values = row.values as unknown[];
      return values.slice(1).map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value));
    });
  };

  it('has the columns, the order, the filter and the words of the screen', async () => {
    const query = `columns=dueOn,code,progress,source&sort=-progress&unitId=${units.safety.id}&status=assigned`;
    const answer = await admin.send('GET', `/tasks/export?${query}`);
    expect(answer.headers['x-total-tasks']).toBe('3');
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toMatch(
      /任务清单（应急管理局 已交办）\d{8}\.xlsx$/,
    );
    expect(await linesOf(answer)).toEqual([
      ['完成时限', '编号', '进度', '来源'],
      ['2099-01-31', 'T-1', 0.4, '手工录入'],
      ['2020-06-30', 'T-4', 0.1, '手工录入'],
      ['2099-02-01', 'T-6', 0, '手工录入'],
    ]);
    const sheet = await bookOf(answer);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(String(sheet.getCell('A2').value)).toContain('共 3 项　范围：应急管理局 已交办');
  });

  it('is grouped as the screen is', async () => {
    const lines = await linesOf(await admin.send('GET', '/tasks/export?columns=code&groupBy=quarter'));
    expect(lines).toEqual([
      ['按季度分组', '编号'],
      ['2020年第二季度', 'T-4'],
      ['2099年第一季度', 'T-1'],
      ['2099年第一季度', 'T-6'],
      ['2099年第一季度', 'T-2'],
      ['2099年第二季度', 'T-3'],
      ['没有时限', 'T-5'],
    ]);
  });

  it('holds no formula, and only what the person may see', async () => {
    const lines = await linesOf(
      await people.supervisor.client.send('GET', '/tasks/export?columns=code,title&sort=code'),
    );
    expect(lines?.map(([code]) => code)).toEqual(['编号', 'T-1', 'T-2', 'T-3', 'T-4', 'T-6']);
    const sheet = await bookOf(await people.supervisor.client.send('GET', '/tasks/export?columns=title&light=red'));
    expect(typeof sheet.getCell('A4').value).toBe('string');
    expect(sheet.getCell('A4').formula).toBeUndefined();
  });

  it('of chosen tasks holds these and no others', async () => {
    const { rows } = await list('sort=code');
    const taskIds = rows.filter(({ code }) => ['T-2', 'T-5'].includes(code)).map(({ id }) => id);
    const ask = { taskIds, columns: ['code'], sort: 'code' };
    expect(await linesOf(await admin.send('POST', '/tasks/export', ask))).toEqual([['编号'], ['T-2'], ['T-5']]);
    // What is out of sight is not in the file.
    expect(await linesOf(await people.supervisor.client.send('POST', '/tasks/export', ask))).toEqual([
      ['编号'],
      ['T-2'],
    ]);
  });
});

describe('saved views', () => {
  const columns = [{ name: 'title', width: 320 }];
  const view = (name: string, more: object = {}) => ({ name, query: 'light=red&sort=code', columns, ...more });
  const views = async (who: Browserless) => (await who.get<ListViews>('/saved-views')).views.map(({ name }) => name);
  const put = async (who: Browserless, path: string, body: object) => {
    const answer = await who.send('PUT', `/saved-views/${path}`, body);
    return { status: answer.statusCode, body: JSON.parse(answer.body) as ListViews & SavedViewLine & { code: string } };
  };

  it('are kept for oneself under names of one’s own', async () => {
    const { client } = people.staff;
    const saved = await client.post<SavedViewLine>('/saved-views', view(' 我的红灯 '), 201);
    expect(saved).toMatchObject({ name: '我的红灯', query: 'light=red&sort=code', columns, mayChange: true });
    await expect(client.post('/saved-views', view('我的红灯'))).rejects.toThrow('view.name-taken');
    await people.liaison.client.post('/saved-views', view('我的红灯'), 201);
    expect(await views(client)).toEqual(['我的红灯']);
    await expect(people.liaison.client.delete(`/saved-views/${saved.id}`)).rejects.toThrow('view.unknown');
    const changed = await put(client, saved.id, view('红灯', { version: saved.version }));
    expect([changed.status, changed.body.name]).toEqual([200, '红灯']);
    const stale = await put(client, saved.id, view('又一个', { version: saved.version }));
    expect([stale.status, stale.body.code]).toEqual([409, 'view.changed']);
    await client.delete(`/saved-views/${saved.id}`);
    expect(await views(client)).toEqual([]);
  });

  it('are shared with a unit by its supervisor only, and seen by the units below it only', async () => {
    const shared = view('全局逾期', { unitId: units.safety.id });
    await expect(people.liaison.client.post('/saved-views', shared)).rejects.toThrow('view.not-sharable');
    const { client } = people.supervisor;
    const saved = await client.post<SavedViewLine>('/saved-views', shared, 201);
    expect(await views(people.staff.client)).toEqual(['全局逾期']);
    expect(await views(people.teacher.client)).toEqual([]);
    const [seen] = (await people.staff.client.get<ListViews>('/saved-views')).views;
    expect(seen).toMatchObject({ unitName: '应急管理局', mayChange: false });
    await expect(people.staff.client.delete(`/saved-views/${saved.id}`)).rejects.toThrow('view.unknown');
    const { rows } = await admin.get<HistoryPage>('/history?subject=saved-view&action=create');
    expect(rows[0]).toMatchObject({ subjectId: saved.id });
  });

  it('one of them opens the list, and the columns are remembered', async () => {
    const { client } = people.staff;
    const [shared] = (await client.get<ListViews>('/saved-views')).views;
    expect((await put(client, 'preference', { defaultViewId: shared.id })).body.defaultViewId).toBe(shared.id);
    expect((await put(client, 'preference', { columns })).body).toMatchObject({ columns, defaultViewId: shared.id });
    const strange = await put(people.teacher.client, 'preference', { defaultViewId: shared.id });
    expect(strange.body.code).toBe('view.unknown');
    await people.supervisor.client.delete(`/saved-views/${shared.id}`);
    expect(await client.get<ListViews>('/saved-views')).toEqual({ views: [], columns, defaultViewId: null });
  });
});
