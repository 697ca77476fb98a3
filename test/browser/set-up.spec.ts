import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
beforeAll(async () => {
  started = await startPage();
});
// Where it stood when something failed.
afterEach(() => picture(started.page, 'set-up-99-last'));
afterAll(() => started?.close());

async function check(name: string): Promise<void> {
  await settled(started.page);
  await picture(started.page, name);
  expect(await accessibilityFaults(started.page)).toEqual([]);
}

const REPORT = '水务站2026年上半年工作总结\n下半年工作打算\n一是完善预警。9月底前完成设备检修。\n';

it('leads a fresh installation to its first report, in steps that are left and taken up again', async () => {
  const { page, base, errors } = started;
  const dialog = page.getByRole('dialog');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const steps = page.getByRole('navigation', { name: '设置步骤' });
  const step = (name: string, state: string) => steps.getByRole('button', { name: new RegExp(`${name}.*${state}`) });

  await page.getByText('继续设置').waitFor();
  await check('set-up-01-home');
  await page.getByRole('link', { name: '继续设置' }).click();
  await step('单位信息', '未完成').waitFor();
  await check('set-up-02-organisation');
  await press('保存名称');
  await page.getByText('请填写单位全称').waitFor();
  await page.getByLabel('单位全称').fill('青岚区人民政府');
  await press('保存名称');
  await step('单位信息', '已完成').waitFor();

  // Left here, and taken up from the menu: it goes on where nothing is done yet.
  await page.goto(`${base}/tasks`);
  await page.getByRole('button', { name: /管理员/ }).click();
  await page.getByRole('menuitem', { name: '初始设置' }).click();
  await page.getByText('现有 1 个单位、1 名在用人员').waitFor();
  await check('set-up-03-people');
  await press('添加人员');
  await dialog.getByLabel('姓名').fill('王建国');
  await dialog.getByLabel('登录名').fill('wangjg');
  await dialog.getByLabel('角色所在单位').click();
  await page.locator('.ant-select-tree-title', { hasText: '青岚区人民政府' }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('王建国的一次性密码').waitFor();
  await press('我已记下');
  await step('单位和人员', '已完成').waitFor();

  await step('邮件', '未完成').click();
  await page.getByText('没有设置发信服务器').waitFor();
  await check('set-up-04-mail');
  await page.getByLabel('您的邮箱').fill('admin@example.com');
  await press('保存邮箱');
  await press('发送测试邮件给自己');
  await page.getByText('测试邮件已存入本机邮箱').waitFor();
  await step('邮件', '已完成').waitFor();

  await step('工作日历', '').click();
  await page.getByText('放假安排已录入').first().waitFor();
  await check('set-up-05-calendar');

  await step('第一份报告', '未完成').click();
  await page
    .locator('main input[type=file]')
    .setInputFiles({ name: '总结.txt', mimeType: 'text/plain', buffer: Buffer.from(REPORT) });
  await page.getByText('识别出 1 份报告').waitFor();
  await step('第一份报告', '已完成').waitFor();
  await check('set-up-06-report');
  await steps.getByRole('button').last().click();
  await check('set-up-07-done');
  expect(errors).toEqual([]);
});

it('is put aside on the first page, and found again in the menu', async () => {
  const { page, base, databaseUrl, errors } = started;
  // As if the name had been given back: then there is something left to do.
  const { Client } = await import('pg');
  const db = new Client(databaseUrl);
  await db.connect();
  await db.query(`UPDATE unit SET name = '本单位' WHERE parent_id IS NULL`);
  await db.end();
  await page.goto(base);
  await page.getByRole('button', { name: '不再显示' }).click();
  await page.getByText('继续设置').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  expect(await page.getByText('继续设置').count()).toBe(0);
  await page.goto(`${base}/set-up`);
  await page.getByRole('button', { name: '在首页显示', exact: true }).click();
  await page.goto(base);
  await page.getByText('继续设置').waitFor();
  expect(errors).toEqual([]);
});

it('shows how the system is, and asks the mail server when told to', async () => {
  const { page, base, errors } = started;
  await page.goto(`${base}/system`);
  await page.getByText('已是最新').waitFor();
  await check('set-up-08-system');
  await page.getByRole('button', { name: '检查发信服务器' }).click();
  await page.getByText('没有设置发信服务器，邮件存入本机邮箱').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await check('set-up-09-system-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(errors).toEqual([]);
});

it('explains itself on F1, one’s own roles first, also on a phone', async () => {
  const { page, base, errors } = started;
  await page.goto(`${base}/tasks`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('F1');
  await page.getByRole('heading', { name: '使用说明' }).waitFor();
  const first = await page.getByRole('heading', { level: 2 }).first().innerText();
  expect(first).toMatch(/^督办员/);
  await check('set-up-10-help');
  await page.setViewportSize({ width: 390, height: 844 });
  await check('set-up-11-help-phone');
  const { scrollWidth, clientWidth } = await page.evaluate<{ scrollWidth: number; clientWidth: number }>(
    '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth })',
  );
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(errors).toEqual([]);
});

it('prints organisation, calendar, policies and the ledger without what can be done with them', async () => {
  const { page, base, errors } = started;
  await page.setViewportSize({ width: 1000, height: 1400 });
  await page.emulateMedia({ media: 'print' });
  const pages = { organisation: '单位与人员', calendar: '工作日历', policies: '督办规则', reminders: '提醒台账' };
  for (const [path, name] of Object.entries(pages)) {
    await page.goto(`${base}/${path}`);
    await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
    await settled(page);
    await picture(page, `set-up-12-print-${path}`);
    // The days of the calendar are buttons themselves.
    const buttons = page.locator('button:visible').filter({ hasNotText: /^\d+$/ });
    expect([path, await buttons.allInnerTexts()]).toEqual([path, []]);
  }
  await page.emulateMedia({ media: null });
  expect(errors).toEqual([]);
});
