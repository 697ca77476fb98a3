import { addMonths } from '../../libs/language/src/day';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Clock } from '../../libs/platform/src/clock';
import type { ProblemDetail } from '../../libs/rectification/src/problem.view';
import type { PolicyView } from '../../libs/tasks/src/policy/policy.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

jest.setTimeout(60_000);

let application: TestApplication;
let admin: Browserless;
let root: UnitView;
let bureau: UnitView;
let team: UnitView;
let liaison: SignedIn;
let today: string;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  today = application.app.get(Clock).today();
  [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string, parentId: string) => admin.post<UnitView>('/units', { parentId, name }, 201);
  bureau = await add('区应急管理局', root.id);
  team = await add('执法大队', bureau.id);
  liaison = await addPerson(application, 'liaison', 'liaison', team);
});
afterAll(() => application?.close());

async function policy(unit: UnitView, lookBackMonths: number | null): Promise<PolicyView> {
  const all = await admin.get<PolicyView[]>('/policies');
  const { version } = all.find(({ unitId }) => unitId === unit.id) as PolicyView;
  return admin.post(`/policies/${unit.id}`, { version, lookBackMonths });
}

const make = (more: object = {}) =>
  admin.post<ProblemDetail>('/problems', { title: '台账不实', unitId: team.id, ...more }, 201);
const months = async ({ id }: ProblemDetail) =>
  (await admin.get<ProblemDetail>(`/problems/${id}`)).lookBackMonthsInForce;

async function close(problem: ProblemDetail): Promise<ProblemDetail> {
  const { id, version } = problem;
  const rectified = await liaison.client.post<ProblemDetail>(`/problems/${id}/rectify`, { version, result: '已核实' });
  return admin.post(`/problems/${id}/close`, { version: rectified.version, evidence: '台账' });
}

it('comes from the nearest policy when a problem is closed, unless the problem says otherwise', async () => {
  const usual = await make();
  const own = await make({ lookBackMonths: 2 });
  expect([usual.lookBackMonths, usual.lookBackMonthsInForce]).toEqual([null, 6]);
  const before = await close(await make());

  await policy(root, 12);
  expect([await months(usual), await months(own)]).toEqual([12, 2]);
  const set = await policy(bureau, 3);
  expect([set.own.lookBackMonths, set.inForce.lookBackMonths]).toEqual([3, 3]);
  expect([await months(usual), await months(own)]).toEqual([3, 2]);

  const dueOn = async (problem: ProblemDetail) => (await close(problem)).lookBacks.map((one) => one.dueOn);
  expect(await dueOn(usual)).toEqual([addMonths(today, 3)]);
  expect(await dueOn(own)).toEqual([addMonths(today, 2)]);
  // A look-back that was planned stays where it is.
  const { lookBacks } = await admin.get<ProblemDetail>(`/problems/${before.id}`);
  expect(lookBacks.map((one) => one.dueOn)).toEqual([addMonths(today, 6)]);

  const withdrawn = await policy(bureau, null);
  expect([withdrawn.own.lookBackMonths, withdrawn.inForce.lookBackMonths]).toEqual([null, 12]);
});

it('is taken up by a problem whose own number is taken away', async () => {
  const { id, version } = await make({ lookBackMonths: 4 });
  const changed = await admin.patch<ProblemDetail>(`/problems/${id}`, { version, lookBackMonths: null });
  expect(changed).toMatchObject({ lookBackMonths: null, lookBackMonthsInForce: 12 });
  expect(changed.history[0].changes).toEqual([{ field: 'lookBackMonths', from: '4', to: null }]);
});

it.each([0, 61, 1.5])('refuses %s months', async (number) => {
  await expect(policy(bureau, number)).rejects.toThrow('回头看间隔须为 1 至 60 个月');
});
