import type { TaskDetail } from '../../libs/tasks/src/task.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
  'base64',
);
const PASSWORD = 'officer-correct-horse-7';

let started: StartedPage;
let task: TaskDetail;

/** Speaks to the server as whoever is signed in on the page. */
async function post<T>(path: string, data: object): Promise<T> {
  const answer = await started.page.request.post(`${started.base}/api/v1${path}`, { data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function signIn(login: string, password: string): Promise<void> {
  await started.page.request.delete(`${started.base}/api/v1/session`);
  await post('/session', { login, password });
}

async function check(name: string): Promise<void> {
  await settled(started.page);
  await picture(started.page, name);
  expect(await accessibilityFaults(started.page)).toEqual([]);
}

/** Somebody of the unit, with his own password. */
async function addPerson(login: string, name: string, role: string, unitId: string): Promise<string> {
  const { person, oneTimePassword } = await post<{ person: { id: string }; oneTimePassword: string }>('/people', {
    ...{ login, name, positions: [{ unitId, title: '科长' }], roles: [{ unitId, role }] },
  });
  await signIn(login, oneTimePassword);
  await post('/session/password', { current: oneTimePassword, next: PASSWORD });
  await signIn('admin', 'admin-correct-horse');
  return person.id;
}

beforeAll(async () => {
  started = await startPage();
  const units = await started.page.request.get(`${started.base}/api/v1/units`);
  const [root] = (await units.json()) as UnitView[];
  const unit = await post<UnitView>('/units', { parentId: root.id, name: '区教育局', aliases: [] });
  const assigneeId = await addPerson('officer', '陈雨桐', 'staff', unit.id);
  await addPerson('leader', '周明远', 'leader', unit.id);
  const charge = { leadUnitId: unit.id, assigneeId, dueOn: '2027-06-30' };
  const { id, version } = await post<TaskDetail>('/tasks', { ...charge, title: '开展校园食堂食品安全全面检查' });
  task = await post(`/tasks/${id}/assign`, { ...charge, version });
});
// Where it stood when something failed.
afterEach(() => picture(started.page, 'evidence-99-last'));
afterAll(() => started?.close());

it('sets the rules that nothing is submitted without evidence, and when problems are looked at again', async () => {
  const { page, base } = started;
  const dialog = page.getByRole('dialog');
  await page.goto(`${base}/policies`);
  await page.getByRole('button', { name: '设置：区教育局' }).click();
  await dialog.getByLabel('提交前的佐证材料').click();
  await page.getByTitle('必须上传').click();
  await dialog.getByLabel('问题销号几个月后回头看').fill('3');
  await check('evidence-01-policy');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByRole('cell', { name: '必须上传', exact: true }).waitFor();
  await page.getByRole('cell', { name: '销号 3 个月后', exact: true }).waitFor();
  await check('evidence-02-policies');
});

it('takes evidence on a phone, and lets the work be submitted with it', async () => {
  const { page, base } = started;
  const dialog = page.getByRole('dialog');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await signIn('officer', PASSWORD);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${base}/tasks/${task.id}`);
  await press('签收');
  await dialog.getByRole('button', { name: '签收' }).click();
  await page.getByText('现在还不能提交核实：按规定须有佐证材料').waitFor();

  const card = page.locator('.ant-card', { hasText: '佐证材料（' });
  await card.locator('input[type=file]').setInputFiles([
    { name: '食堂检查现场.png', mimeType: 'image/png', buffer: PIXEL },
    { name: '检查记录 <b>终稿.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') },
    { name: '问题台账.docx', mimeType: 'text/plain', buffer: Buffer.from('食堂,问题\n一小,2\n') },
    { name: '安装程序.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0x4d, 0x5a, 0x90, 0]) },
  ]);
  await page.getByText('“安装程序.pdf”没有保存：这是程序文件。').waitFor();
  await page.getByText('已按“问题台账.txt”保存').waitFor();
  await page.getByRole('link', { name: '检查记录 <b>终稿.pdf', exact: true }).waitFor();
  expect(
    await page.locator('.evidence img').evaluate((image) => (image as { naturalWidth?: number }).naturalWidth),
  ).toBe(1);
  await card.scrollIntoViewIfNeeded();
  await check('evidence-03-phone');

  await press('移除：问题台账.txt');
  await dialog.getByLabel('理由').fill('传错了文件');
  await check('evidence-04-remove');
  await dialog.getByRole('button', { name: '移除' }).click();
  await page.getByText('移除：传错了文件').waitFor();
  await press('更新进展');
  await dialog.getByLabel('进展情况').fill('已检查食堂 18 家。');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: '整改通知书.txt', mimeType: 'text/plain', buffer: Buffer.from('请于本月底前整改。') });
  await dialog.getByText('已上传：整改通知书.txt').waitFor();
  await check('evidence-05-progress');
  await dialog.getByRole('button', { name: '更新进展' }).click();
  await page.getByText('附佐证 3 份').waitFor();
});

it('asks for an extension, which the leader grants from the home page', async () => {
  const { page, base } = started;
  const dialog = page.getByRole('dialog');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${base}/tasks/${task.id}`);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '申请延期' }).click();
  await dialog.getByLabel('新的完成时限').fill('2027-07-31');
  await dialog.getByLabel('新的完成时限').press('Enter');
  await dialog.getByLabel('理由').fill('部分学校食堂改造尚未竣工，需顺延一个月。');
  await check('evidence-06-ask');
  await dialog.getByRole('button', { name: '申请延期' }).click();
  await page.getByText('等待批复').first().waitFor();
  await check('evidence-07-task');

  await signIn('leader', PASSWORD);
  await page.goto(base);
  await page.getByText('待批申请（1）').waitFor();
  await check('evidence-08-home');
  await page.getByRole('button', { name: /^批复：/ }).click();
  await dialog.getByLabel('同意', { exact: true }).check();
  await check('evidence-09-decide');
  await dialog.getByRole('button', { name: '批复' }).click();
  await page.getByText('待批申请（1）').waitFor({ state: 'hidden' });
  await page.goto(`${base}/tasks/${task.id}`);
  await page.getByText('已延期 1 次，原定 2027-06-30').waitFor();
});

it('shows the verifier what lies before him, and what was found wrong', async () => {
  const { page, base, errors } = started;
  const dialog = page.getByRole('dialog');
  await signIn('officer', PASSWORD);
  const seen = await page.request.get(`${base}/api/v1/tasks/${task.id}`);
  const { version } = (await seen.json()) as TaskDetail;
  await post(`/tasks/${task.id}/submit`, { version, narrative: '全部 32 家食堂检查完毕。' });
  await signIn('admin', 'admin-correct-horse');
  await page.goto(`${base}/tasks/${task.id}`);
  await page.getByText('未核实').waitFor();
  await page.getByRole('button', { name: '退回补办' }).click();
  await dialog.getByLabel('理由').fill('缺少整改后的照片');
  await dialog.getByRole('button', { name: '退回补办' }).click();
  await page.getByText('核实未通过').waitFor();
  await page.locator('.verifications').scrollIntoViewIfNeeded();
  await check('evidence-10-rejected');
  expect(errors).toEqual([]);
});
