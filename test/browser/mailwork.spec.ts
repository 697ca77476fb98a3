import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { until } from '../support/until';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(180_000);

let started: StartedPage;
let page: Page;

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

/** A page with a mail on it never counts as idle: the frame's document comes from no network. */
async function check(name: string, framed = false): Promise<void> {
  if (framed) await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  else await settled(page);
  await picture(page, name);
  expect(await accessibilityFaults(page)).toEqual([]);
}

async function fromMenu(name: string): Promise<void> {
  await page.locator('button.who').click();
  await page.getByRole('menuitem', { name, exact: true }).getByRole('link').click();
}

async function sql(query: string): Promise<void> {
  const client = new Client(started.databaseUrl);
  await client.connect();
  await client.query(query);
  await client.end();
}

beforeAll(async () => {
  started = await startPage();
  page = started.page;
  await sql(`UPDATE person SET email = 'Admin@Example.com' WHERE login = 'admin'`);
});
afterEach(() => picture(page, 'mailwork-99-last'));
afterAll(() => started?.close());

it('has an empty mailbox that says what to do', async () => {
  await fromMenu('本机邮箱');
  await page.getByText('尚未配置发信服务器，邮件只存放在这里；设置 SMTP_URL 后才会真正发出').waitFor();
  await page.getByText('还没有邮件。').waitFor();
  await check('mailwork-01-empty-mailbox');
});

it('edits a template with its preview, tries it and takes ours again', async () => {
  await fromMenu('邮件模板');
  const opening = page.getByLabel('开头');
  const frame = page.frameLocator('iframe[title="邮件预览"]');
  await frame.getByText('截至2026年6月30日').waitFor();
  await check('mailwork-02-template', true);

  await opening.fill('{{name}}您好 <b>{{constructor}}</b>');
  await page.getByText('没有变量“constructor”').waitFor();
  await check('mailwork-03-fault', true);
  await button('保存').click();
  await page.getByText(/模板中有 1 处错误，没有保存或发送/).waitFor();

  await opening.fill('同志 <b>您好</b>：');
  await opening.press('Home');
  await button('收件人姓名').click();
  expect(await opening.inputValue()).toBe('{{name}}同志 <b>您好</b>：');
  await frame.getByText('王芳同志 <b>您好</b>：').waitFor();
  await button('保存').click();
  await page.getByText('邮件模板已保存').waitFor();
  await page.getByText(/^管理员 于 .* 修改$/).waitFor();
  await button('发送测试邮件给自己').click();
  await page.getByText('测试邮件已放入本机邮箱（尚未配置发信服务器）').waitFor();
  await check('mailwork-04-tried', true);

  await button('恢复默认').click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复默认', exact: true }).click();
  await page.getByText('现在用的是系统默认的文字').waitFor();
  expect(await opening.inputValue()).toContain('截至{{today}}');
});

it('shows the mail, in which no script runs', async () => {
  await sql(
    `INSERT INTO mail (kind, recipient_id, address, day, status, subject, text, html, claimed_at)
     SELECT 'digest', id, 'a@example.com', current_date, 'sent', '恶意', '纯文本的正文',
       '<p id="x">原样</p><a href="/tasks">任务</a><script>document.getElementById("x").textContent = "改过"</script>',
       now() - interval '1 hour' FROM person WHERE login = 'admin'`,
  );
  await fromMenu('本机邮箱');
  await page.frameLocator('iframe').getByText('王芳同志 <b>您好</b>：').waitFor();
  await check('mailwork-05-mailbox', true);
  const before = started.errors.length;
  await button(/恶意/).click();
  const frame = page.frameLocator('iframe[title="邮件：恶意"]');
  await frame.getByText('原样').waitFor();
  // The browser says that it kept the script from running.
  await until(() => Promise.resolve(started.errors.length > before));
  expect(started.errors.splice(before).join()).toContain("Blocked script execution in 'about:srcdoc'");
  const [opened] = await Promise.all([page.waitForEvent('popup'), frame.getByText('任务', { exact: true }).click()]);
  await opened.getByRole('heading', { name: /任务/ }).first().waitFor();
  await opened.close();
  await page.getByText('纯文本', { exact: true }).click();
  await page.getByText('纯文本的正文').waitFor();

  await page.setViewportSize({ width: 390, height: 844 });
  await check('mailwork-06-mailbox-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('sets up a robot without ever showing its address again', async () => {
  await fromMenu('群机器人');
  await page.getByText('还没有群机器人').waitFor();
  await check('mailwork-07-no-robots');
  await button('添加群机器人').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('单位').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('种类').click();
  await page.getByTitle('钉钉').click();
  await dialog.getByLabel('名称').fill('督办工作群');
  await dialog.getByLabel('Webhook 地址').fill('http://127.0.0.1/robot/send?access_token=token-7');
  await dialog.getByLabel('密钥').fill('SEC-secret-7');
  await check('mailwork-08-add-robot');
  await button('保存').click();
  await dialog.getByText('机器人的地址在内网或本机，没有保存').waitFor();
  await dialog.getByLabel('Webhook 地址').fill('https://robot.invalid/robot/send?access_token=token-7');
  await button('保存').click();
  await page.getByText('钉钉（加签）').waitFor();
  await button('发送测试：督办工作群').click();
  await page.getByText('未送达', { exact: true }).waitFor();
  await check('mailwork-09-robots');
  expect(await page.locator('body').innerHTML()).not.toMatch(/token-7|secret-7/);
  await button('修改：督办工作群').click();
  await page.getByRole('dialog').getByPlaceholder('不改请留空（robot.invalid）').waitFor();
  await check('mailwork-10-change-robot');
  await page.keyboard.press('Escape');
});

it('shows refused addresses, and enables them again', async () => {
  await sql(
    `INSERT INTO undeliverable_address (address, answer) VALUES ('admin@example.com', '550 5.1.1 no such mailbox')`,
  );
  await page.getByRole('navigation').getByRole('link', { name: '单位与人员' }).click();
  await page.getByRole('tab', { name: '人员', exact: true }).click();
  await page.getByText('邮箱退信').waitFor();
  await check('mailwork-11-person');
  await page.getByRole('tab', { name: '退信地址' }).click();
  await page.getByText('550 5.1.1 no such mailbox').waitFor();
  await check('mailwork-12-refused');
  await button('地址已更正，重新启用：admin@example.com').click();
  await button('重新启用').click();
  await page.getByText('没有退信的邮箱地址').waitFor();
});

it('leads to the queues’ page, within the security policy', async () => {
  await fromMenu('任务队列');
  await page.getByText('channels').first().waitFor();
  await page.getByText('reminders').first().waitFor();
  await settled(page);
  await picture(page, 'mailwork-13-queues');
  expect(new URL(page.url()).pathname).toBe('/queues');
  await page.getByText('channels').first().click();
  await page.getByText('post-channels').first().waitFor();
  await settled(page);
  await picture(page, 'mailwork-14-queue');
});

it('met nothing unforeseen', () => expect(started.errors).toEqual([]));
