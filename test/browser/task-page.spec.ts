import type { Page } from 'playwright-core';
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
let page: Page;
let task: TaskDetail;
let path: string;

async function post<T>(at: string, data: object): Promise<T> {
  const answer = await page.request.post(`${started.base}/api/v1${at}`, { data });
  if (!answer.ok()) throw new Error(`${at}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function signIn(login: string, password = PASSWORD): Promise<void> {
  await page.request.delete(`${started.base}/api/v1/session`);
  await post('/session', { login, password });
}

async function addPerson(login: string, name: string, role: string, unitId: string): Promise<string> {
  const { person, oneTimePassword } = await post<{ person: { id: string }; oneTimePassword: string }>('/people', {
    ...{ login, name, positions: [{ unitId, title: '科长' }], roles: [{ unitId, role }] },
  });
  await signIn(login, oneTimePassword);
  await post('/session/password', { current: oneTimePassword, next: PASSWORD });
  await signIn('admin', 'admin-correct-horse');
  return person.id;
}

async function check(name: string): Promise<void> {
  await settled(page);
  await picture(page, `task-page-${name}`);
  expect(await accessibilityFaults(page)).toEqual([]);
}

const latest = async () => {
  const answer = await page.request.get(`${started.base}/api/v1/tasks/${task.id}`);
  return (await answer.json()) as TaskDetail;
};

beforeAll(async () => {
  started = await startPage();
  page = started.page;
  const units = await page.request.get(`${started.base}/api/v1/units`);
  const [root] = (await units.json()) as UnitView[];
  const unit = await post<UnitView>('/units', { parentId: root.id, name: '区教育局' });
  const office = await post<UnitView>('/units', { parentId: unit.id, name: '后勤科' });
  const assigneeId = await addPerson('officer', '陈雨桐', 'staff', office.id);
  await addPerson('liaison', '周明远', 'liaison', unit.id);
  await addPerson('leader', '周明远', 'leader', root.id);
  const charge = { leadUnitId: unit.id, assigneeId: null, dueOn: '2026-03-31' };
  const draft = await post<TaskDetail>('/tasks', { ...charge, title: '开展校园食堂食品安全全面检查' });
  const given = await post<TaskDetail>(`/tasks/${draft.id}/assign`, {
    ...{ ...charge, leadUnitId: office.id, assigneeId, version: draft.version },
  });
  task = await post(`/tasks/${given.id}/re-date`, { version: given.version, dueOn: '2026-06-30', reason: '汛期顺延' });
  path = `${started.base}/tasks/${task.id}`;
});
// Where it stood when something failed.
afterEach(() => picture(page, 'task-page-99-last'));
afterAll(() => started?.close());

it('has the next step under the thumb on a phone, and reports progress with a picture', async () => {
  await signIn('officer');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path);
  const bar = page.getByRole('group', { name: '办理操作' });
  await bar.getByRole('button', { name: '签收' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '签收' }).click();
  await bar.getByRole('button', { name: '更新进展' }).waitFor();
  await settled(page);
  // Wherever the page is scrolled to.
  await page.getByText('办理过程').scrollIntoViewIfNeeded();
  await check('01-phone');
  const box = await bar.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844);
  await bar.getByRole('button', { name: '更新进展' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('进展情况').fill('已检查食堂 18 家。');
  await dialog.locator('input[type=file]').setInputFiles([
    { name: '食堂检查现场.png', mimeType: 'image/png', buffer: PIXEL },
    { name: '后厨.png', mimeType: 'image/png', buffer: Buffer.concat([PIXEL, Buffer.from([0])]) },
    { name: '检查记录.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') },
  ]);
  await dialog.getByText('已上传：检查记录.pdf').waitFor();
  await dialog.getByRole('button', { name: '更新进展' }).click();
  await page.getByText('附佐证 3 份').waitFor();
  await page.getByText('附佐证 3 份').scrollIntoViewIfNeeded();
  await check('02-phone-progress');
});

it('opens evidence in large, by keyboard alone', async () => {
  await page.getByRole('button', { name: '查看图片：食堂检查现场.png' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 / 2').waitFor();
  await dialog.getByRole('group', { name: /^图片/ }).press('ArrowRight');
  await dialog.getByText('2 / 2').waitFor();
  await dialog.getByRole('img', { name: '后厨.png' }).waitFor();
  await dialog.getByRole('group', { name: /^图片/ }).press('+');
  await dialog.getByRole('button', { name: '适合窗口' }).waitFor();
  await check('03-phone-picture');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

it('mentions one of two namesakes in a comment, by keyboard, and changes and deletes it', async () => {
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.goto(path);
  const box = page.getByLabel('评论', { exact: true });
  await box.pressSequentially('<b>请</b>协调经费 @周');
  await page.getByRole('menuitem', { name: /区教育局/ }).waitFor();
  await page.getByRole('menuitem', { name: /陈雨桐/ }).waitFor({ state: 'hidden' });
  await settled(page);
  await picture(page, 'task-page-04-mention');
  const first = await page.getByRole('menuitem').filter({ hasText: '周明远' }).first().innerText();
  if (!first.includes('区教育局')) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await box.inputValue()).toBe('<b>请</b>协调经费 @周明远（区教育局） ');
  await page.getByRole('button', { name: '发表评论' }).press('Enter');
  await page.locator('.comments .mention').waitFor();
  expect(await page.locator('.comments .narrative').innerText()).toContain('<b>请</b>协调经费 @周明远（区教育局）');
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByLabel('修改评论').fill('请协调经费。@周明远（区教育局）');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText(/已修改/).waitFor();
  await page.getByText('评论（1）').scrollIntoViewIfNeeded();
  await check('05-comment');

  await signIn('liaison');
  await page.goto(path);
  await page.getByRole('button', { name: '提醒，1 条未读' }).click();
  await page.getByText('评论提到（陈雨桐）').first().waitFor();
  await check('06-bell');
  await signIn('officer');
  await page.goto(path);
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /删\s*除/ })
    .click();
  await page.getByText(/^已删除/).waitFor();
  // Nor does the record of reminders quote it any more.
  await page.getByText('请协调经费').waitFor({ state: 'detached' });
});

it('tells from which day to which the deadline was moved, and prints as a sheet', async () => {
  await signIn('admin', 'admin-correct-horse');
  await page.goto(path);
  const moved = page.getByRole('region', { name: '延期经过' });
  await moved.getByText('由 2026-03-31 延期').waitFor();
  await moved.getByText('汛期顺延').waitFor();
  await check('07-desktop');
  await page.emulateMedia({ media: 'print' });
  await page.getByText(`任务办理单　${(await latest()).code}`).waitFor();
  expect(await page.getByRole('group', { name: '办理操作' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: '发表评论' }).isVisible()).toBe(false);
  if (process.env.SCREENSHOTS)
    await page.pdf({ path: `${process.env.SCREENSHOTS}/task-page.pdf`, preferCSSPageSize: true });
  await page.emulateMedia({ media: 'screen' });
  expect(started.errors).toEqual([]);
});
