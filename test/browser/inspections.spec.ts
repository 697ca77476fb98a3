import { statSync } from 'node:fs';
import type { APIRequestContext, Page } from 'playwright-core';
import { addDays } from '../../libs/language/src/day';
import { dayIn } from '../../libs/platform/src/clock';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

const NEXT = 'inspector-correct-horse-7';
const today = dayIn('Asia/Shanghai', new Date());

let started: StartedPage;
let page: Page;
let phone: Page;

async function call<T>(who: APIRequestContext, method: 'GET' | 'POST', path: string, data?: object): Promise<T> {
  const answer = await who.fetch(`${started.base}/api/v1${path}`, { method, data });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

beforeAll(async () => {
  started = await startPage();
  ({ page } = started);
  const admin = page.context().request;
  const { password } = await call<{ password: string }>(admin, 'POST', '/set-up/examples');
  const { rows } = await call<{ rows: { id: string }[] }>(admin, 'GET', '/reports');
  for (const { id } of rows) {
    const { items } = await call<{ items: { id: string }[] }>(admin, 'GET', `/reports/${id}`);
    await call(admin, 'POST', `/reports/${id}/items/accept`, { itemIds: items.map((item) => item.id) });
  }
  const context = await page
    .context()
    .browser()
    ?.newContext({
      ...{ locale: 'zh-CN', viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' as const },
    });
  if (!context) throw new Error('no browser');
  context.setDefaultTimeout(15_000);
  await call(context.request, 'POST', '/session', { login: 'jianghaibo', password });
  await call(context.request, 'POST', '/session/password', { current: password, next: NEXT });
  phone = await context.newPage();
});

// Where it stood when something failed.
afterEach(async () => {
  await picture(page, 'inspections-98-last');
  await picture(phone, 'inspections-99-last-phone');
});
afterAll(() => started?.close());

const button = (on: Page, name: string) => on.getByRole('button', { name, exact: true });
const dialog = (on: Page) => on.getByRole('dialog');
const fill = (on: Page, label: string, words: string) => dialog(on).getByLabel(label, { exact: true }).fill(words);
async function day(on: Page, label: string, value: string): Promise<void> {
  await fill(on, label, value);
  await dialog(on).getByLabel(label, { exact: true }).press('Enter');
}
async function check(on: Page, name: string): Promise<void> {
  await settled(on);
  await picture(on, `inspections-${name}`);
  expect(await accessibilityFaults(on)).toEqual([]);
}
async function unit(label: string, name: string): Promise<void> {
  const field = dialog(page).getByLabel(label, { exact: true });
  await field.click();
  await field.fill(name);
  await page.locator('.ant-select-dropdown:visible').getByRole('treeitem').getByText(name, { exact: true }).click();
}

it('goes from planning a cross-check to a problem, and keeps the three lists as files', async () => {
  // The supervisor plans a round.
  await page.goto(`${started.base}/problems`);
  await page.getByRole('link', { name: '督查检查' }).click();
  await check(page, '01-no-rounds');
  await button(page, '新建检查').click();
  await fill(page, '检查名称', '2026年四季度作风建设交叉检查');
  await unit('组织单位', '青岚区');
  await day(page, '开始日期', today);
  await day(page, '结束日期', addDays(today, 20));
  await fill(page, '说明', '重点检查一线执法单位台账。');
  for (const name of ['区应急管理局', '区教育局', '区住房和城乡建设局']) await unit('参加单位', name);
  await page.keyboard.press('Escape');
  await button(page, '生成分组').click();
  await dialog(page).getByRole('heading', { name: '分组预览（3 组）' }).scrollIntoViewIfNeeded();
  await check(page, '02-pairs');
  await dialog(page).getByRole('button', { name: '新建', exact: true }).click();
  await page.getByRole('heading', { name: '2026年四季度作风建设交叉检查' }).waitFor();
  await button(page, '开始检查').click();
  await button(page, '确定').click();
  await page.getByText('进行中').first().waitFor();
  await check(page, '03-round');

  // Names the inspector of 区应急管理局, who looks at 区教育局 on his phone.
  await page.getByRole('link', { name: '区教育局' }).click();
  await button(page, '指定检查人').click();
  await dialog(page).getByLabel('区应急管理局的检查人').click();
  await page
    .getByTitle(/^蒋海波/)
    .last()
    .click();
  await page.keyboard.press('Escape');
  await dialog(page).getByRole('button', { name: '指定检查人' }).click();
  await page.getByText('蒋海波').first().waitFor();
  const address = page.url();
  await phone.goto(`${started.base}/problems/inspections`);
  await phone.getByRole('link', { name: '2026年四季度作风建设交叉检查' }).click();
  await phone.getByRole('link', { name: '区教育局' }).click();
  await phone.getByText('校园食堂管理不够精细').waitFor();
  await check(phone, '04-phone');
  await phone.getByRole('tab', { name: '任务' }).click();
  await button(phone, '登记发现').click();
  await fill(phone, '发现的问题', '两所学校食品留样记录不全');
  await fill(phone, '具体情况', '抽查五所学校，第二小学、实验中学缺少十一月上旬留样记录。');
  await fill(phone, '问题类别', '民生保障');
  await day(phone, '建议整改时限', addDays(today, 40));
  await check(phone, '05-phone-finding');
  await dialog(phone).getByRole('button', { name: '登记', exact: true }).click();
  await phone.getByText('两所学校食品留样记录不全', { exact: true }).waitFor();
  await button(phone, '提交检查结论').click();
  await fill(phone, '检查结论', '台账总体规范，食堂管理有薄弱环节。');
  await dialog(phone).getByRole('button', { name: '提交检查结论' }).click();
  await phone.getByText('待认定').first().waitFor();
  await check(phone, '06-phone-reported');

  // The supervisor confirms what was found.
  await page.goto(address);
  await button(page, '认定发现').click();
  await check(page, '07-decide');
  await dialog(page).getByRole('button', { name: '认定', exact: true }).click();
  await page.getByText(/^认定为问题/).waitFor();
  await check(page, '08-check');
  await page.getByRole('link', { name: /^W\d{4}-/ }).click();
  await page.getByRole('heading', { name: '两所学校食品留样记录不全' }).waitFor();
  await page.getByRole('link', { name: '2026年四季度作风建设交叉检查' }).waitFor();

  // A leader is hooked to it.
  await button(page, '修改').click();
  await dialog(page).getByLabel('挂钩领导', { exact: true }).click();
  await page
    .getByTitle(/^梁敬之/)
    .last()
    .click();
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await page.goto(`${started.base}/problems/leaders`);
  await page.getByRole('link', { name: '梁敬之' }).waitFor();
  await check(page, '09-leaders');
  await page.getByRole('link', { name: '梁敬之' }).click();
  await page.getByRole('link', { name: '两所学校食品留样记录不全' }).waitFor();
  await check(page, '10-leader');

  // All three lists as files.
  await page.goto(`${started.base}/problems/three-lists`);
  for (const [name, extension] of [
    ['导出 Excel', 'xlsx'],
    ['导出 Word', 'docx'],
  ]) {
    const coming = page.waitForEvent('download');
    await button(page, name).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(`问题整改三张清单${today.replaceAll('-', '')}.${extension}`);
    expect(statSync(await file.path()).size).toBeGreaterThan(4000);
  }
  await check(page, '11-lists');
  expect(started.errors).toEqual([]);
});
