import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
let root: UnitView;
beforeAll(async () => {
  started = await startPage();
  const { page, base } = started;
  [root] = (await (await page.request.get(`${base}/api/v1/units`)).json()) as UnitView[];
});
// Where it stood when something failed.
afterEach(() => picture(started.page, 'tracking-99-last'));
afterAll(() => started?.close());

async function check(name: string): Promise<void> {
  await settled(started.page);
  await picture(started.page, name);
  expect(await accessibilityFaults(started.page)).toEqual([]);
}

const dialog = () => started.page.getByRole('dialog');
const press = (name: string) => started.page.getByRole('button', { name, exact: true }).click();
const confirm = (name: string | RegExp) => dialog().getByRole('button', { name, exact: true }).click();
const choose = async (name: string) => {
  await started.page.getByRole('button', { name: /更多操作/ }).click();
  await started.page.getByRole('menuitem', { name, exact: true }).click();
};

async function create(title: string, dueOn = '2027-12-31'): Promise<TaskDetail> {
  const { page, base } = started;
  const data = { title, leadUnitId: root.id, dueOn };
  return (await (await page.request.post(`${base}/api/v1/tasks`, { data })).json()) as TaskDetail;
}

it('shows what a bulk move would change before anything is changed', async () => {
  const { page, base, errors } = started;
  for (const title of ['修补市政道路', '更换老旧路灯', '疏通雨污管网']) await create(title);
  await page.goto(`${base}/tasks`);
  await page.getByRole('link', { name: '疏通雨污管网' }).waitFor();
  await page.getByLabel('选择 修补市政道路').check();
  await page.getByLabel('选择 更换老旧路灯').check();
  await press('批量办理（2）');
  await dialog().getByLabel('完成时限').fill('2027-06-30');
  await page.keyboard.press('Enter');
  await confirm('预览');
  await dialog().getByText('还没有改动任何任务').waitFor();
  await dialog().getByText('完成时限：2027-12-31 → 2027-06-30').first().waitFor();
  await check('tracking-01-bulk-preview');
  await confirm('确认交办 2 项');
  await page.getByText('已交办 2 项任务').waitFor();

  // One that nobody has taken on yet cannot be handed over: it is named, and may be left out.
  await page.getByLabel('选择 更换老旧路灯').check();
  await page.getByLabel('选择 疏通雨污管网').check();
  await press('批量办理（2）');
  await dialog().getByText('移交', { exact: true }).click();
  await confirm('预览');
  await dialog().getByText('其中 1 项不能办理').waitFor();
  await check('tracking-02-bulk-refused');
  await confirm('去掉这 1 项');
  await dialog().getByText('还没有改动任何任务').waitFor();
  await confirm('确认移交 1 项');
  await page.getByText('已移交 1 项任务').waitFor();
  expect(errors).toEqual([]);
});

it('breaks a task down, gives it stages, a rhythm of reports and a rhythm of its own', async () => {
  const { page, base, errors } = started;
  const task = await create('整治背街小巷');
  await page.goto(`${base}/tasks/${task.id}`);
  await press('交办');
  await dialog().getByLabel('责任人').click();
  await page.getByTitle('管理员').click();
  await confirm('交办');
  await press('签收');
  await confirm('签收');

  await choose('阶段目标');
  await dialog().getByRole('textbox', { name: '第 1 阶段' }).fill('6月底前整顿一批');
  await dialog().getByLabel('时限').fill('2027-06-30');
  await page.keyboard.press('Enter');
  await check('tracking-03-milestones');
  await confirm('保存');
  await page.getByText('阶段目标（已完成 0 / 1）').waitFor();
  await page.getByText('现在还不能提交核实：还有阶段目标没有完成').waitFor();
  await press('标记完成：6月底前整顿一批');
  await page.getByText('阶段目标（已完成 1 / 1）').waitFor();

  await choose('分解');
  await dialog().getByLabel('任务名称').fill('东风路片区');
  await confirm(/再加一项/);
  await dialog().getByLabel('任务名称').nth(1).fill('建设路片区');
  await check('tracking-04-decompose');
  await confirm('分解为 2 项');
  await page.getByText('分解任务（已销号 0 / 2').waitFor();

  await choose('修改');
  await dialog().getByLabel('报送进展').click();
  await page.getByTitle('每月').click();
  await confirm('修改');
  await page.getByText('本期待报').waitFor();
  await check('tracking-05-task');

  const duty = await create('每月开展1次志愿服务');
  const assign = { version: duty.version, leadUnitId: root.id };
  await page.request.post(`${base}/api/v1/tasks/${duty.id}/assign`, { data: assign });
  const recurrence = { version: duty.version + 1, every: 'month' };
  await page.request.put(`${base}/api/v1/tasks/${duty.id}/recurrence`, { data: recurrence });
  await page.goto(`${base}/tasks/${duty.id}`);
  await page.getByText('周期性任务：每月一期').waitFor();
  await page.getByRole('link', { name: /每月开展1次志愿服务（\d{4}年\d+月）/ }).waitFor();
  await check('tracking-06-duty');
  expect(errors).toEqual([]);
});

it('says to the second of two people what the first one changed', async () => {
  const { page, base } = started;
  const task = await create('修订管理办法');
  await page.goto(`${base}/tasks/${task.id}`);
  await choose('改期');
  const meanwhile = { version: task.version, title: '修订公园管理办法', reason: '名称更正' };
  await page.request.post(`${base}/api/v1/tasks/${task.id}/change`, { data: meanwhile });
  await dialog().getByLabel('理由').fill('上位法修订');
  await confirm('改期');
  await dialog().getByText('任务名称：修订管理办法 → 修订公园管理办法').waitFor();
  await check('tracking-07-changed-meanwhile');
  expect(await dialog().getByLabel('理由').inputValue()).toBe('上位法修订');
  await confirm('刷新');
  await dialog().getByRole('alert').waitFor({ state: 'detached' });
  await confirm('改期');
  await page.getByText('已改期').waitFor();
});

it('hands over urgently, and puts a task on record by hand', async () => {
  const { page, base, errors } = started;
  await page.goto(`${base}/tasks`);
  await press('新建任务');
  await dialog().getByText('立巡立交', { exact: true }).click();
  await dialog().getByLabel('任务名称').fill('清理消防通道');
  await dialog().getByLabel('牵头单位').click();
  await page.getByTitle('本单位').click();
  await dialog().getByLabel('办理时限（小时）').fill('4');
  await check('tracking-08-urgent');
  await confirm('立即交办');
  await page.getByRole('heading', { name: '清理消防通道' }).waitFor();
  await page.getByText('立巡立交').first().waitFor();
  await check('tracking-09-urgent-task');
  expect(errors).toEqual([]);
});
