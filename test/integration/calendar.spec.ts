import { DataSource } from 'typeorm';
import type { Problem } from '../../apps/api/src/problem.filter';
import { calendarSubject } from '../../libs/organisation/src/calendar/calendar-store';
import type {
  CalendarImport,
  CalendarYearState,
  CalendarYearView,
} from '../../libs/organisation/src/calendar/calendar.view';
import { WorkingTime } from '../../libs/organisation/src/calendar/working-time';
import type { AddedPerson } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Clock, type Day } from '../../libs/platform/src/clock';
import type { Overview } from '../../libs/tasks/src/overview.view';
import type { TaskPage } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { xlsx } from '../support/organisation-file';

let application: TestApplication;
let admin: Browserless;
let db: DataSource;
beforeEach(async () => {
  application = await startApplication();
  admin = application.admin;
  db = application.app.get(DataSource);
});
afterEach(() => application?.close());

const year = (of: number, client = admin) => client.get<CalendarYearView>(`/calendar/years/${of}`);
const ordinals = (from: Day, to: Day) =>
  db
    .query<{ ordinal: number }[]>('SELECT ordinal FROM working_day WHERE day IN ($1, $2) ORDER BY day', [from, to])
    .then(([a, b]) => b.ordinal - a.ordinal);

async function importCalendar(bytes: Buffer, fields: Record<string, string>, client = admin) {
  const answer = await client.upload('/calendar/imports', '放假安排', bytes, fields);
  return { status: answer.statusCode, body: JSON.parse(answer.body) as CalendarImport & Problem };
}

async function addAdministrator(): Promise<Browserless> {
  const [top] = await admin.get<UnitView[]>('/units');
  const unit = await admin.post<UnitView>('/units', { parentId: top.id, name: '青石街道' }, 201);
  const roles = [{ unitId: unit.id, role: 'administrator' }];
  const person = { name: '宋知秋', login: 'local', positions: [], roles };
  const { oneTimePassword } = await admin.post<AddedPerson>('/people', person, 201);
  return application.signIn('local', oneTimePassword);
}

it('knows the statutory holidays, and which years are not yet published', async () => {
  const years = await admin.get<CalendarYearState[]>('/calendar/years');
  expect([years[0], years.at(-1)]).toEqual([
    { year: 2018, published: false },
    { year: 2050, published: false },
  ]);
  expect(years.filter(({ published }) => published).map((one) => one.year)).toEqual([2024, 2025, 2026]);
  const known = await year(2026);
  expect(known).toMatchObject({ published: true, workingDays: 248, editable: true, version: 1 });
  expect(known.source).toContain('国办发明电〔2025〕7号');
  expect(known.exceptions.slice(0, 4)).toEqual([
    { day: '2026-01-01', kind: 'holiday', name: '元旦' },
    { day: '2026-01-02', kind: 'holiday', name: '元旦' },
    { day: '2026-01-03', kind: 'holiday', name: '元旦' },
    { day: '2026-01-04', kind: 'workday', name: '元旦' },
  ]);
  expect(await year(2027)).toMatchObject({ published: false, source: null, workingDays: 261, exceptions: [] });
  for (const path of ['/calendar/years/2017', '/calendar/years/2051', '/calendar/years/99999999999']) {
    await admin.get(path, 404);
  }
});

it('changes a day with everything that hangs on it, and undoes it', async () => {
  expect(await ordinals('2026-07-01', '2026-07-31')).toBe(22);
  const { version } = await year(2026);
  const off = { version, kind: 'holiday', name: '防汛调休' };
  const changed = await admin.patch<CalendarYearView>('/calendar/days/2026-07-15', off);
  expect(changed).toMatchObject({ version: version + 1, workingDays: 247 });
  expect(await ordinals('2026-07-01', '2026-07-31')).toBe(21);
  await expect(admin.patch('/calendar/days/2026-07-16', off)).rejects.toThrow('calendar.changed');

  const usual = { version: version + 1, kind: 'usual' };
  expect(await admin.patch('/calendar/days/2026-07-15', usual)).toMatchObject({ workingDays: 248 });
  expect(await ordinals('2026-07-01', '2026-07-31')).toBe(22);
  const history = await db.query<{ action: string; changes: unknown }[]>(
    `SELECT action, changes FROM history WHERE subject = 'calendar' AND subject_id = $1 ORDER BY id`,
    [calendarSubject(2026)],
  );
  expect(history).toEqual([
    { action: 'change', changes: [{ field: '2026-07-15', from: null, to: '防汛调休放假' }] },
    { action: 'change', changes: [{ field: '2026-07-15', from: '防汛调休放假', to: null }] },
  ]);
});

it.each([
  ['/calendar/days/2026-02-30', { kind: 'holiday', name: '没有这一天' }, 404, 'calendar.unknown'],
  ['/calendar/days/2060-01-01', { kind: 'holiday', name: '太远' }, 404, 'calendar.unknown'],
  ['/calendar/days/2026-07-15', { kind: 'workday', name: '星期三' }, 422, 'calendar.needless-workday'],
  ['/calendar/days/2026-07-15', { kind: 'holiday', name: ' ' }, 422, 'input.invalid'],
  ['/calendar/days/2026-07-15', { kind: 'maybe', name: '半天' }, 422, 'input.invalid'],
])('refuses %s %j', async (path, ask, status, code) => {
  const answer = await admin.send('PATCH', path, { version: 1, ...ask });
  expect([answer.statusCode, (JSON.parse(answer.body) as Problem).code]).toEqual([status, code]);
  expect((await year(2026)).version).toBe(1);
});

it('is changed by administrators of the top unit only, and read by everybody', async () => {
  const local = await addAdministrator();
  expect(await year(2026, local)).toMatchObject({ editable: false, workingDays: 248 });
  const ask = { version: 1, kind: 'holiday', name: '自己放假' };
  await expect(local.patch('/calendar/days/2026-07-15', ask)).rejects.toThrow('calendar.not-yours');
  await expect(local.patch('/calendar/years/2027', { version: 1, published: true })).rejects.toThrow(
    'calendar.not-yours',
  );
  for (const mode of ['preview', 'apply']) {
    const file = Buffer.from('日期,类型,名称\n2027-01-01,放假,元旦\n');
    expect(await importCalendar(file, { mode, year: '2027' }, local)).toMatchObject({
      status: 403,
      body: { code: 'calendar.not-yours' },
    });
  }
  expect(await year(2027)).toMatchObject({ published: false, exceptions: [] });
});

const NEW_YEAR = [
  { day: '2027-01-01', kind: 'holiday', name: '元旦' },
  { day: '2027-01-02', kind: 'holiday', name: '元旦' },
  { day: '2027-01-03', kind: 'holiday', name: '元旦' },
  { day: '2027-01-09', kind: 'workday', name: '元旦' },
];

describe('import of a year', () => {
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    [
      'Excel with a title, dates as dates and in words',
      () =>
        xlsx({
          放假: [
            ['2027年放假安排'],
            ['序号', '日期', '类型（放假/上班）', '节日'],
            [1, new Date('2027-01-01T00:00:00Z'), '放假', '元旦'],
            [2, '2027年1月2日', '休', '元旦'],
            [3, '1月3日（周日）', '放假', '元旦'],
            [4, '2027/1/9', '调休上班', '元旦'],
          ],
        }),
    ],
    [
      'CSV',
      () => Buffer.from('name,date,type\n元旦,20270101,holiday\n元旦,2027.1.2,holiday\n元旦,1月3日,休\n元旦,1-9,班\n'),
    ],
    ['JSON', () => Buffer.from(JSON.stringify(NEW_YEAR))],
    [
      'JSON of days off',
      () =>
        Buffer.from(
          JSON.stringify({
            year: 2027,
            days: NEW_YEAR.map(({ day, kind, name }) => ({ name, date: day, isOffDay: kind === 'holiday' })),
          }),
        ),
    ],
  ])('%s', async (_, file) => {
    const bytes = await file();
    const ask = { year: '2027', source: '国办发明电〔2026〕9号' };
    const found = { exceptions: NEW_YEAR, added: 4, changed: 0, removed: 0, errors: [] };
    expect(await importCalendar(bytes, { ...ask, mode: 'preview' })).toMatchObject({ status: 200, body: found });
    expect(await year(2027)).toMatchObject({ published: false, exceptions: [] });

    expect(await importCalendar(bytes, { ...ask, mode: 'apply' })).toMatchObject({ status: 200, body: found });
    expect(await year(2027)).toMatchObject({
      published: true,
      source: '国办发明电〔2026〕9号',
      workingDays: 261,
      exceptions: NEW_YEAR,
    });
    expect(await importCalendar(bytes, { ...ask, mode: 'preview' })).toMatchObject({
      body: { added: 0, changed: 0, removed: 0 },
    });
  });

  it('names every wrong row and stores nothing', async () => {
    const bytes = Buffer.from(
      [
        '日期,类型,名称',
        '2027-02-30,放假,春节',
        '2026-12-31,放假,元旦',
        '2027-02-05,放假,春节',
        '2027-02-05,放假,春节',
        '2027-02-10,上班,春节',
        '2027-02-11,看情况,春节',
        '2027-02-12,放假,',
      ].join('\n'),
    );
    const preview = await importCalendar(bytes, { year: '2027', mode: 'preview' });
    expect(preview.body.errors.map(({ row, field, message }) => [row, field, message])).toEqual([
      [2, '日期', '“2027-02-30”不是有效日期，请写成 2027-01-01 的样子。'],
      [3, '日期', '2026-12-31 不在 2027 年，请检查年份。'],
      [5, '日期', '2027-02-05 在第 4 行已经写过，请删去重复的一行。'],
      [6, '类型', '2027-02-10 是星期三，本来就上班，不用标为调休上班。'],
      [7, '类型', '“看情况”看不懂，请写“放假”或“上班”。'],
      [8, '名称', '请写明节日名称（20 字以内）。'],
    ]);
    const applied = await importCalendar(bytes, { year: '2027', mode: 'apply' });
    expect(applied).toMatchObject({
      status: 422,
      body: { code: 'calendar.import-errors', errors: preview.body.errors },
    });
    expect(await year(2027)).toMatchObject({ published: false, exceptions: [], version: 1 });
  });

  it.each([
    ['a file without a table', Buffer.from('元旦,放假\n'), 'calendar.no-table'],
    ['an empty list', Buffer.from('[]'), 'calendar.no-table'],
    ['JSON cut off', Buffer.from('[{"date": "2027-01-01"'), 'calendar.file-damaged'],
    ['an empty file', Buffer.alloc(0), 'organisation.file-empty'],
  ])('refuses %s', async (_, bytes, code) =>
    expect((await importCalendar(bytes, { year: '2027', mode: 'preview' })).body.code).toBe(code),
  );

  it('refuses a year out of range', async () =>
    expect(await importCalendar(Buffer.from('[]'), { year: '2090', mode: 'preview' })).toMatchObject({
      status: 422,
      body: { code: 'input.invalid' },
    }));
});

it('makes a year published and takes it back', async () => {
  const ask = { version: 1, published: true, source: '国办发明电〔2026〕9号' };
  expect(await admin.patch('/calendar/years/2027', ask)).toMatchObject({ published: true, version: 2 });
  await expect(admin.patch('/calendar/years/2027', ask)).rejects.toThrow('calendar.changed');
  expect(await admin.patch('/calendar/years/2027', { version: 2, published: false })).toMatchObject({
    published: false,
    source: '国办发明电〔2026〕9号',
  });
});

describe('a task on the calendar', () => {
  /** Assigned on Monday 2 March, due on Friday 3 April: 24 working days without 清明; on 23 March 15 are gone, 62.5 %. */
  async function addTask(progress: number): Promise<void> {
    jest.spyOn(Clock.prototype, 'today').mockReturnValue('2026-03-23');
    await db.query(
      `INSERT INTO task (code, title, text, status, due_on, assigned_on, progress, lead_unit_id, created_by_id)
       SELECT '2026-00001', '食堂检查', '食堂检查', 'in-progress', '2026-04-03', '2026-03-02', $1, u.id, p.id
       FROM unit u, person p`,
      [progress],
    );
  }
  afterEach(() => jest.restoreAllMocks());

  const inCode = async () => (await admin.get<TaskPage>('/tasks')).rows.map(({ light, pace }) => [light, pace]);
  const inSql = async () => [
    (await admin.get<TaskPage>('/tasks?light=yellow')).total,
    ...(await admin.get<Overview>('/overview')).units.map(({ green, yellow }) => ({ green, yellow })),
  ];

  it('changes its light when days are taken off', async () => {
    await addTask(53);
    expect([await inCode(), await inSql()]).toEqual([[['green', 'on']], [0, { green: 1, yellow: 0 }]]);
    // With a day off after today the same 15 days are more of the whole: 15 of 23.
    await admin.patch('/calendar/days/2026-03-30', { version: 1, kind: 'holiday', name: '调休' });
    expect([await inCode(), await inSql()]).toEqual([[['yellow', 'behind']], [1, { green: 0, yellow: 1 }]]);
  });

  it('is seen by a process that did not make the change', async () => {
    await addTask(53);
    const other = new WorkingTime(db, application.app.get(Clock));
    expect((await other.asOf()).calendar.isWorkingDay('2026-03-30')).toBe(true);
    await admin.patch('/calendar/days/2026-03-30', { version: 1, kind: 'holiday', name: '调休' });
    jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 1001);
    expect((await other.asOf()).calendar.isWorkingDay('2026-03-30')).toBe(false);
  });
});
