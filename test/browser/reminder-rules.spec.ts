import type { Locator, Page } from 'playwright-core';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
let page: Page;
let root: UnitView;
let bureau: UnitView;

beforeAll(async () => {
  started = await startPage();
  page = started.page;
  [root] = await api<UnitView[]>('get', '/units');
  bureau = await api<UnitView>('post', '/units', { parentId: root.id, name: '区教育局' });
});

// Where it stood when something failed.
afterEach(() => picture(page, 'reminder-rules-99-last'));
afterAll(() => started?.close());

/** What is prepared without the page, with the session of the page. */
async function api<T>(method: 'get' | 'post', path: string, data?: object): Promise<T> {
  const answer = await page.request[method](`${started.base}/api/v1${path}`, { data });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const dialog = () => page.getByRole('dialog');
const save = () =>
  dialog()
    .getByRole('button', { name: /保\s*存/ })
    .click();
const choose = async (field: string, words: string) => {
  await dialog().getByLabel(field, { exact: true }).click();
  await page.getByTitle(words, { exact: true }).last().click();
};
const row = (name: string): Locator => page.getByRole('region', { name: '提醒规则' }).getByRole('row', { name });

async function check(name: string): Promise<void> {
  await settled(page);
  await picture(page, `reminder-rules-${name}`);
  expect(await accessibilityFaults(page)).toEqual([]);
}

it('sets the rules of a unit, which those below follow, with what will hold said in a sentence', async () => {
  await page.goto(`${started.base}/policies`);
  await row('区教育局').getByText('提前 7、3、1 个工作日提醒').waitFor();
  expect(await row(root.name).innerText()).toContain('（默认）');
  await check('01-default');

  await page.getByRole('button', { name: `设置提醒规则：${root.name}` }).click();
  await page.getByRole('menuitem', { name: '全部任务' }).click();
  await choose('到期前提醒（工作日）', '提前 30 个工作日');
  await choose('到期前提醒（工作日）', '提前 5 个工作日');
  await page.keyboard.press('Escape');
  await choose('逾期后', '每个工作日提醒一次');
  await choose('逾期上报', '逐级上报');
  await dialog().getByLabel('逾期几个工作日报督办员').fill('10');
  await dialog().getByRole('status').getByText('提前 30、5 个工作日提醒；').waitFor();
  await dialog().getByRole('status').getByText('逾期满 10 个工作日报督办员').waitFor();
  await check('02-editing');
  await save();
  await row('区教育局').getByText('逾期后每个工作日提醒一次').waitFor();
  expect(await row('区教育局').innerText()).toContain('（同上级）');
});

it('sets rules for one kind of task', async () => {
  await page.getByRole('button', { name: '设置提醒规则：区教育局' }).click();
  await page.getByRole('menuitem', { name: '整改措施' }).click();
  await choose('催报进展', '每周最后一个工作日');
  await save();
  await row('区教育局').getByText('每周最后一个工作日催报进展').waitFor();
  await check('03-kind');
});

it('shows on the page of a task what holds for it, and sets it for this task alone', async () => {
  const task = await api<TaskDetail>('post', '/tasks', { title: '检查校园食堂', leadUnitId: bureau.id });
  await page.goto(`${started.base}/tasks/${task.id}`);
  await page.getByText('（按单位规则）').waitFor();
  await page.getByRole('button', { name: '设置提醒规则' }).click();
  await choose('到期前提醒（工作日）', '不提醒');
  await page.keyboard.press('Escape');
  await check('04-task');
  await save();
  await page.getByText('到期前不提醒').waitFor();
  await page.getByText('（本任务单独设置）').waitFor();
  await page.getByText('设置提醒规则').last().waitFor();
  await check('05-task-own');
  expect(started.errors).toEqual([]);
});
