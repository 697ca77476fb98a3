import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { HealthSheet, Trend } from '../../libs/tasks/src/health/health.view';
import type { OwnWork } from '../../libs/tasks/src/own-work/own-work.view';
import type { TaskDetail, TaskPage } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import { addPerson, type SignedIn } from '../support/people';
import { setClock } from '../support/set-clock';

jest.setTimeout(60_000);

let application: TestApplication;
let city: UnitView;
let bureau: UnitView;
let office: UnitView;
let street: UnitView;
let supervisor: SignedIn;
let leader: SignedIn;
let officer: SignedIn;

/** A Wednesday. */
const NOON = '2026-06-17T04:00:00.000Z';

beforeEach(async () => {
  application = await startApplication();
  [city] = await application.admin.get<UnitView[]>('/units');
  const add = (name: string, above: UnitView) =>
    application.admin.post<UnitView>('/units', { parentId: above.id, name }, 201);
  bureau = await add('区住建局', city);
  office = await add('物业科', bureau);
  street = await add('东风街道', city);
  supervisor = await addPerson(application, 'supervisor', 'supervisor', city);
  leader = await addPerson(application, 'leader', 'leader', bureau);
  officer = await addPerson(application, 'officer', 'staff', office);
  setClock(application, NOON);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await application?.close();
});

interface Stored {
  unit: UnitView;
  dueOn: string | null;
  status?: string;
  closedOn?: string | null;
  progress?: number;
}

let next = 0;
/** A task as it lies in the table, assigned on the first day of 2024. */
async function stored({ unit, dueOn, status = 'in-progress', closedOn = null, progress = 100 }: Stored) {
  const [{ id }] = await application.app.get(DataSource).query<{ id: string }[]>(
    `INSERT INTO task (code, title, text, status, lead_unit_id, assignee_id, created_by_id, due_on, assigned_on, closed_on, closed_at, progress, suspended_from)
     VALUES ($1, $1, $1, $2::text, $3, $4, $4, $5, '2024-01-02', $6::date, $6::date, $7, CASE WHEN $2 = 'suspended' THEN 'accepted' END)
     RETURNING id`,
    [`H-${++next}`, status, unit.id, officer.id, dueOn, closedOn, progress],
  );
  return id;
}

const closed = (unit: UnitView, dueOn: string, closedOn: string) => stored({ unit, dueOn, status: 'closed', closedOn });
const total = async (who: SignedIn, query: string) => (await who.client.get<TaskPage>(`/tasks?${query}`)).total;

describe('the five-colour health sheet', () => {
  it('adds up the units below, and each figure is the number of rows of its list', async () => {
    await stored({ unit: office, dueOn: '2026-06-16' });
    await stored({ unit: office, dueOn: '2026-06-20' });
    await stored({ unit: bureau, dueOn: '2026-12-31', progress: 5 });
    await stored({ unit: bureau, dueOn: null });
    await closed(street, '2026-03-31', '2026-03-30');
    await closed(street, '2026-03-31', '2026-04-01');
    for (const status of ['drafted', 'suspended', 'dropped'])
      await stored({ unit: street, dueOn: '2026-01-31', status });

    const { units, rules } = await supervisor.client.get<HealthSheet>('/overview/health');
    const lights = { green: 0, blue: 0, yellow: 0, red: 0, purple: 0 };
    expect(units).toHaveLength(4);
    expect(units).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ unitId: city.id, parentId: null, total: 6, green: 2, red: 1, colour: 'red' }),
        expect.objectContaining({ unitId: bureau.id, parentId: city.id, total: 4, yellow: 1, blue: 1, red: 1 }),
        expect.objectContaining({ unitId: office.id, parentId: bureau.id, ...lights, blue: 1, red: 1, colour: 'red' }),
        expect.objectContaining({ unitId: street.id, ...lights, green: 1, purple: 1, total: 2, colour: 'purple' }),
      ]),
    );
    expect(rules).toContain('有七日内到期的任务，为蓝色');
    for (const unit of units) {
      for (const light of ['green', 'blue', 'yellow', 'red', 'purple'] as const) {
        expect([unit.unitName, light, await total(supervisor, `unitId=${unit.unitId}&light=${light}`)]).toEqual([
          unit.unitName,
          light,
          unit[light],
        ]);
      }
    }
    const first = await supervisor.client.get<HealthSheet>('/overview/health?dueFrom=2026-01-01&dueTo=2026-03-31');
    expect(first.units.map(({ unitId, total: all }) => [unitId, all])).toEqual([
      [city.id, 2],
      [street.id, 2],
    ]);
  });

  it('ends where one’s own units end, and needs the right to read tasks', async () => {
    await stored({ unit: office, dueOn: '2026-06-16' });
    await stored({ unit: street, dueOn: '2026-06-16' });
    const { units } = await leader.client.get<HealthSheet>('/overview/health');
    expect(units.map(({ unitId, parentId, red }) => [unitId, parentId, red]).sort()).toEqual(
      [
        [bureau.id, null, 1],
        [office.id, bureau.id, 1],
      ].sort(),
    );
    expect((await officer.client.send('GET', '/overview/health')).statusCode).toBe(403);
  });
});

describe('the trend over eight quarters', () => {
  const quarter = ({ quarters }: Trend, start: string) => quarters.find((one) => one.start === start);

  it('counts by the quarter of the deadline', async () => {
    await closed(bureau, '2026-03-31', '2026-03-31');
    await closed(office, '2026-01-01', '2025-12-01');
    await closed(bureau, '2026-02-10', '2026-02-11');
    await stored({ unit: bureau, dueOn: '2026-03-01', status: 'submitted' });
    await stored({ unit: bureau, dueOn: '2026-06-17', status: 'returned' });
    await stored({ unit: bureau, dueOn: '2026-06-30' });
    await stored({ unit: street, dueOn: '2026-06-16' });
    await stored({ unit: bureau, dueOn: '2024-09-30' });
    await closed(bureau, '2024-06-30', '2024-06-01');
    for (const status of ['drafted', 'suspended', 'dropped'])
      await stored({ unit: bureau, dueOn: '2026-02-01', status });

    const trend = await supervisor.client.get<Trend>('/overview/trend');
    expect(trend).toMatchObject({ unitId: city.id, unitName: city.name });
    expect(trend.quarters.map(({ start }) => start)).toEqual(
      ['2024-07', '2024-10', '2025-01', '2025-04', '2025-07', '2025-10', '2026-01', '2026-04'].map((m) => `${m}-01`),
    );
    expect(quarter(trend, '2026-01-01')).toEqual({
      ...{ label: '2026年第一季度', start: '2026-01-01', end: '2026-03-31' },
      ...{ due: 4, doneInTime: 2, doneLate: 1, overdue: 1, open: 0, percent: 50 },
    });
    expect(quarter(trend, '2026-04-01')).toMatchObject({ due: 3, overdue: 1, open: 2, percent: 0 });
    expect(quarter(trend, '2024-07-01')).toMatchObject({ due: 1, overdue: 1 });
    expect(quarter(trend, '2025-01-01')).toMatchObject({ due: 0, percent: null });

    const own = await leader.client.get<Trend>('/overview/trend');
    expect(own.unitId).toBe(bureau.id);
    expect(quarter(own, '2026-04-01')).toMatchObject({ due: 2, overdue: 0, open: 2, percent: null });
    const below = await leader.client.get<Trend>(`/overview/trend?unitId=${office.id}`);
    expect(quarter(below, '2026-01-01')).toMatchObject({ due: 1, doneInTime: 1, percent: 100 });
    await expect(leader.client.get(`/overview/trend?unitId=${street.id}`)).rejects.toThrow('unit.unknown');
  });
});

describe('one’s own work', () => {
  it('stands by urgency, with the next step', async () => {
    const later = await stored({ unit: office, dueOn: '2026-12-31' });
    const whole = await stored({ unit: office, dueOn: null });
    const fresh = await stored({ unit: office, dueOn: '2026-12-30', status: 'assigned', progress: 0 });
    const sunday = await stored({ unit: office, dueOn: '2026-06-21' });
    const today = await stored({ unit: office, dueOn: '2026-06-17', status: 'accepted' });
    const late = await stored({ unit: office, dueOn: '2026-06-16', status: 'assigned', progress: 0 });
    await stored({ unit: office, dueOn: '2026-06-16', status: 'submitted' });
    await stored({ unit: office, dueOn: '2026-06-16', status: 'suspended' });
    const part = await stored({ unit: street, dueOn: '2026-12-31', status: 'closed', closedOn: '2026-06-01' });
    await application.app
      .get(DataSource)
      .query('UPDATE task SET parent_id = $1, assignee_id = NULL WHERE id = $2', [whole, part]);

    const work = await officer.client.get<OwnWork>('/overview/own-work');
    expect(work).toMatchObject({ more: false, submitted: 1 });
    const told = work.tasks.map(({ id, urgency, mayAccept, mayReport, brokenDown }) => [
      ...[id, urgency],
      ...[mayAccept && 'accept', mayReport && 'report', brokenDown && 'whole'].filter(Boolean),
    ]);
    expect(told).toEqual([
      [late, 'overdue', 'accept'],
      [today, 'today', 'report'],
      [sunday, 'week', 'report'],
      [fresh, 'to-accept', 'accept'],
      [later, 'other', 'report'],
      [whole, 'other', 'report', 'whole'],
    ]);
    expect(await supervisor.client.get<OwnWork>('/overview/own-work')).toEqual({
      tasks: [],
      more: false,
      submitted: 0,
    });
  });

  it('says why something was sent back until progress is reported again', async () => {
    const id = await stored({ unit: office, dueOn: '2026-12-31' });
    const move = async (who: SignedIn, name: string, more: object) => {
      const { version } = await who.client.get<TaskDetail>(`/tasks/${id}`);
      return who.client.post<TaskDetail>(`/tasks/${id}/${name}`, { version, ...more });
    };
    const first = async () => (await officer.client.get<OwnWork>('/overview/own-work')).tasks[0];
    await move(officer, 'submit', { narrative: '完成' });
    await move(supervisor, 'send-back', { reason: '缺少验收单' });
    expect(await first()).toMatchObject({ id, urgency: 'sent-back', sentBack: '缺少验收单' });
    setClock(application, '2026-06-17T05:00:00.000Z');
    await move(officer, 'progress', { percent: 90, narrative: '已补验收单' });
    expect(await first()).toMatchObject({ id, urgency: 'other', sentBack: null, progress: 90 });
  });
});
