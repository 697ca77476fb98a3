import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createTestDatabase } from '../support/database';
import { freePort } from '../../libs/platform/src/free-port';
import { LuoshiProcess } from '../support/luoshi-process';
import { accessibilityFaults, openBrowser, picture, settled } from './page-tools';

jest.setTimeout(240_000);

const REPORT = `区教育局关于2026年前三季度工作情况的报告

一、前三季度工作情况
新建公办幼儿园2所，新增学位720个。
二、存在的主要问题
一是优质学位供给与群众期盼还有差距。二是校园食堂管理还有薄弱环节。
三、下一步工作打算
（一）扩充优质学位。12月底前完成第二实验小学扩建工程验收。同步启动青石片区初中选址论证。
（二）规范校园食堂。11月底前对全区中小学食堂开展一次全面检查，建立问题台账并逐项整改。
（三）减轻教师负担。年底前出台进校园事项准入清单。
（四）做好宣传工作。
`;

let server: LuoshiProcess;
let browser: Browser;
let page: Page;
let folder: string;
let base: string;
let adminPassword: string;
const errors: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-browser-'));
  execFileSync('chmod', ['755', folder]);
  const port = await freePort();
  base = `http://localhost:${port}`;
  server = new LuoshiProcess(['start'], {
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: await createTestDatabase('empty'),
  });
  adminPassword = (await server.says(/密码 {4}(\S+)/))[1];
  await server.says(/按 Ctrl-C 停止/);
  browser = await openBrowser();
  // A click into a menu or dialog that is still growing may be lost; who asks for less motion gets none.
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text());
  });
});

// Where it stood when something failed.
afterEach(() => picture(page, '99-last'));

afterAll(async () => {
  await browser?.close();
  server?.interrupt('SIGTERM');
  await server?.end();
  rmSync(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = () => page.getByRole('dialog');
const card = (title: string) => page.getByRole('region', { name: title });

const goTo = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

async function signIn(login: string, password: string, next?: string): Promise<void> {
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await button('登录').click();
  if (!next) return;
  await page.getByLabel('原密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill(next);
  await page.getByLabel('再输一次新密码').fill(next);
  await button('修改密码').click();
}

async function signOut(): Promise<void> {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByLabel('登录名').waitFor();
}

async function check(name: string): Promise<void> {
  await settled(page);
  await picture(page, name);
  expect(await accessibilityFaults(page)).toEqual([]);
}

it('does the whole main job, from the first sign-in to a closed task', async () => {
  await page.goto(base);
  await page.getByLabel('登录名').waitFor();
  await check('01-sign-in');
  await signIn('admin', adminPassword, 'admin-correct-horse');
  await page.getByRole('heading', { name: '管理员，您好' }).waitFor();
  await check('02-first-home');

  // The example organisation.
  await button('载入示例单位和示例报告').click();
  await dialog().getByText('示例已载入').waitFor();
  const password = await dialog().locator('.secret').innerText();
  await picture(page, '03-examples');
  const staff = await dialog()
    .getByRole('row', { name: /区教育局.*承办人/ })
    .getByRole('cell')
    .allInnerTexts();
  await button('我已记下密码').click();

  // A report of our own.
  await goTo('报告');
  await page.getByRole('heading', { name: '报告', exact: true }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '教育局三季度报告.txt', mimeType: 'text/plain', buffer: Buffer.from(REPORT) });
  await page.getByText('识别出 1 份报告').waitFor();
  await check('04-reports');
  await page.getByRole('alert').getByRole('link').first().click();
  await page.getByText('已审 0 / 6').waitFor();
  await check('05-review-desk');

  // Edit one by keyboard, split one, merge it again, reject one, accept the rest.
  await page.getByRole('tab', { name: /下一步工作/ }).click();
  await card('下一步工作：减轻教师负担').click();
  await page.keyboard.press('e');
  await dialog().getByLabel('标题').fill('出台进校园事项准入清单');
  await dialog().getByRole('button', { name: '保存' }).click();
  await card('下一步工作：出台进校园事项准入清单').waitFor();
  await card('下一步工作：扩充优质学位').click();
  await page.keyboard.press('s');
  await button('在第 2 句后拆分').click();
  await picture(page, '06-split');
  await button('拆分为 2 条').click();
  await page.getByText('已审 0 / 7').waitFor();
  await page.getByLabel('选择：扩充优质学位').check();
  await page.getByLabel(/选择：同步启动/).check();
  await button('合并').click();
  await page.getByText('已审 0 / 6').waitFor();
  await card('下一步工作：做好宣传工作').click();
  await page.keyboard.press('r');
  await dialog().getByLabel('理由').fill('属于日常工作');
  await dialog().getByRole('button', { name: '驳回' }).click();
  await page.getByText('已审 1 / 6').waitFor();
  await page.keyboard.press('u');
  await page.getByText('已审 0 / 6').waitFor();
  await card('下一步工作：做好宣传工作').click();
  await page.keyboard.press('r');
  await dialog().getByLabel('理由').fill('属于日常工作');
  await dialog().getByRole('button', { name: '驳回' }).click();
  await page.getByText('已审 1 / 6').waitFor();
  await page.getByRole('tab', { name: /全部/ }).click();
  await page.getByLabel(/全选待审 5 条/).check();
  await button('接受选中').click();
  await button('全部接受').click();
  await page.getByText('已审 6 / 6').waitFor();
  await check('07-reviewed');

  // Assign one task to a person of the unit.
  await goTo('任务');
  await page.getByRole('link', { name: '规范校园食堂' }).waitFor();
  await check('08-tasks');
  await page.getByRole('link', { name: '规范校园食堂' }).click();
  await button('交办').click();
  await dialog().getByLabel('责任人').click();
  await page.getByTitle(new RegExp(`^${staff[0]}`)).click();
  await picture(page, '09-assign');
  await dialog().getByRole('button', { name: '交办' }).click();
  await page.getByText('已交办').first().waitFor();
  const address = page.url();
  expect(await page.locator('.context mark').innerText()).toContain('11月底前对全区中小学食堂开展一次全面检查');
  await check('10-assigned-task');
  await signOut();

  // The person responsible: accept, report progress, submit; on a phone.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(base);
  await signIn(staff[1], password, 'staff-correct-horse');
  await page.getByRole('link', { name: '规范校园食堂' }).click();
  await button('签收').click();
  await dialog().getByRole('button', { name: '签收' }).click();
  await button('更新进展').click();
  await dialog().getByRole('spinbutton', { name: '完成进度' }).fill('60');
  await dialog().getByLabel('进展情况').fill('已检查食堂 18 家，发现问题 23 个，已整改 15 个。');
  await dialog().getByRole('button', { name: '更新进展' }).click();
  await page.getByText('已检查食堂 18 家').waitFor();
  await check('11-phone-task');
  await button('提交核实').click();
  await dialog().getByLabel('完成情况').fill('全部 32 家食堂检查完毕，问题全部整改到位。');
  await dialog().getByRole('button', { name: '提交核实' }).click();
  await page.getByText('待核实').first().waitFor();
  await page.goto(base);
  await page.getByText('现在没有要您办理的任务').waitFor();
  await check('12-phone-home');
  await signOut();

  // The supervisor verifies and closes.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address);
  await signIn('admin', 'admin-correct-horse');
  await button('核实销号').click();
  await dialog().getByRole('button', { name: '核实销号' }).click();
  await page.getByText('已销号').first().waitFor();
  await check('13-closed-task');

  // From the task back to the very sentence on the review desk.
  await page.getByRole('link', { name: '在报告中查看' }).click();
  await page.locator('.mark.current').first().waitFor();
  expect(await page.locator('.mark.current').first().innerText()).toContain('规范校园食堂');

  for (const [link, name] of [
    ['首页', '14-home'],
    ['问题', '15-problems'],
    ['单位与人员', '16-organisation'],
  ]) {
    await goTo(link);
    await page.getByRole('heading').first().waitFor();
    await check(name);
  }
  await page.getByRole('tab', { name: '人员' }).click();
  await page.getByRole('cell', { name: staff[0], exact: true }).waitFor();
  await check('17-people');
  expect(errors).toEqual([]);
});

it('keeps what was typed when the session ends, and goes on after signing in again', async () => {
  await goTo('任务');
  await page.getByRole('link', { name: '出台进校园事项准入清单' }).click();
  await button('交办').click();
  await dialog().getByLabel('交办说明').fill('请按时报送');
  await page.context().clearCookies();
  await dialog().getByRole('button', { name: '交办' }).click();
  await page.getByText('登录已过期，请重新登录', { exact: true }).waitFor();
  await page.getByLabel('密码', { exact: true }).fill('admin-correct-horse');
  await button('登录').click();
  await page.getByText('登录已过期，请重新登录', { exact: true }).waitFor({ state: 'hidden' });
  expect(await dialog().getByLabel('交办说明').inputValue()).toBe('请按时报送');
  await dialog().getByRole('button', { name: '交办' }).click();
  await page.getByText('请按时报送').waitFor();
});

it('shows what an organisation file would change before anything is stored', async () => {
  await goTo('单位与人员');
  await button('从 Excel 导入').click();
  await dialog()
    .locator('input[type=file]')
    .setInputFiles(join(__dirname, '..', '..', 'examples', 'organisation.xlsx'));
  await dialog().getByText('检查通过，确认后导入').waitFor();
  expect(
    await dialog()
      .getByText(/单位：新增 0，更新 0，不变 \d+/)
      .innerText(),
  ).toMatch(/人员：新增 0，更新 0，不变 14/);
  await check('18-organisation-import');
  await dialog().getByRole('button', { name: '取消' }).click();
});

it('shows a problem with its sentence, its causes and its measures', async () => {
  await goTo('问题');
  await page.getByRole('link', { name: '校园食堂管理还有薄弱环节' }).click();
  await page.locator('.context mark').waitFor();
  expect(await page.locator('.context mark').innerText()).toContain('校园食堂管理还有薄弱环节');
  await check('19-problem');
});
