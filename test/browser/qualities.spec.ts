import type { Page } from 'playwright-core';
import { accessibilityFaults, picture, settled } from './page-tools';
import { seedPages } from './seeded-pages';
import { startPage, type StartedPage } from './started-page';
import type { Ids } from './every-route';

jest.setTimeout(300_000);

const PASSWORD = 'admin-correct-horse';

let started: StartedPage;
let page: Page;
let ids: Ids;
beforeAll(async () => {
  started = await startPage();
  ({ page } = started);
  page.setDefaultTimeout(20_000);
  ids = await seedPages(page.context().request, started.base);
});
beforeEach(() => page.setViewportSize({ width: 1360, height: 850 }));
afterEach(() => picture(page, 'qualities-99-last'));
afterAll(() => started?.close());

const dialog = (name?: string) => page.getByRole('dialog', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** Waits for the page of this title. */
const titled = (title: string) =>
  page.waitForFunction(
    (start) => (globalThis as unknown as { document: { title: string } }).document.title.startsWith(start),
    title,
  );
const appearance = () => page.locator(':root').getAttribute('data-appearance');

async function openForm(): Promise<void> {
  await page.getByRole('button', { name: /更多操作/ }).click();
  await page.getByRole('menuitem', { name: '改期', exact: true }).click();
  await reason().waitFor();
}
const reason = () => dialog('改期').getByLabel('理由');

it('allows no script but its own files, and sends them packed and to be kept', async () => {
  const answer = await page.request.get(started.base);
  const policy = answer.headers()['content-security-policy'];
  expect(policy.split(';')).toContain("script-src 'self'");
  expect(await answer.text()).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+=/);
  const [, script] = /<script type="module"[^>]* src="([^"]+)"/.exec(await answer.text()) ?? [];
  const file = await page.request.get(started.base + script, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(file.headers()).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await page.request.get(`${started.base}/assets/of-an-older-build.js`)).status()).toBe(404);
});

it('keeps the chosen appearance, from the first drawing on', async () => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(started.base);
  expect(await appearance()).toBe('light');
  await page.getByRole('button', { name: /^管理员/ }).click();
  await page.getByRole('menuitem', { name: /^深色/ }).click();
  expect(await appearance()).toBe('dark');
  // Before the application itself has run.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload({ waitUntil: 'commit' });
  await page.locator(':root[data-appearance=dark]').waitFor();
  await page.unroute('**/assets/*.js');
  await page.reload();
  await page.getByRole('button', { name: /^管理员/ }).click();
  await picture(page, 'qualities-01-user-menu');
  await page.getByRole('menuitem', { name: /^跟随系统/ }).click();
  expect(await appearance()).toBe('light');
  started.errors.length = 0;
});

it('says where one is: title and focus follow the page, and a dialog gives the focus back', async () => {
  await page.goto(started.base);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '任务', exact: true }).click();
  await titled('任务');
  await page.locator('h1:focus').waitFor();
  await page.getByRole('button', { name: /^管理员/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '修改密码' }).click();
  await dialog('修改密码').waitFor();
  await page.keyboard.press('Escape');
  await dialog('修改密码').waitFor({ state: 'detached' });
  await page.locator('.who:focus').waitFor();
});

it('has its menu in a drawer on a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await button('打开菜单').click();
  await settled(page);
  await picture(page, 'qualities-02-phone-menu');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '问题', exact: true }).click();
  await titled('问题');
  await dialog().waitFor({ state: 'hidden' });
});

it('keeps unsent text through a lost session, a reload and a wrong turn', async () => {
  await page.goto(`${started.base}/tasks`);
  await page.getByRole('link', { name: '更换老旧路灯' }).click();
  await openForm();
  const words = '施工期间连续降雨，管沟积水，路灯基础不能按期浇筑。';
  await reason().fill(words);

  // Offered again after the page was loaded anew.
  page.once('dialog', (question) => void question.accept());
  await page.reload();
  await openForm();
  await dialog('改期').getByText('填写的内容没有提交，还在这里').waitFor();
  await settled(page);
  await picture(page, 'qualities-03-draft');
  await dialog('改期').getByRole('button', { name: '恢复' }).click();
  expect(await reason().inputValue()).toBe(words);

  // Asked before it is left.
  await page.evaluate('history.back()');
  await dialog('有内容还没有提交，要离开吗？').getByRole('button', { name: '留在本页' }).click();
  expect(page.url()).toContain(ids.task);

  // The session ends elsewhere; the form stands and is sent again.
  await page.context().clearCookies();
  await dialog('改期').getByLabel('新的完成时限').fill('2031-12-19');
  await page.keyboard.press('Enter');
  const signIn = dialog('登录已过期，请重新登录');
  await signIn.waitFor();
  await settled(page);
  await picture(page, 'qualities-04-session-lost');
  await signIn.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await signIn.getByRole('button', { name: '登录' }).click();
  await signIn.waitFor({ state: 'hidden' });
  expect(await reason().inputValue()).toBe(words);
  await dialog('改期').getByRole('button', { name: '改期', exact: true }).click();
  await page.getByText(words).first().waitFor();
  await openForm();
  expect(await page.getByText('填写的内容没有提交').count()).toBe(0);
});

it('says when the server is away, and goes on when it is back', async () => {
  await page.goto(`${started.base}/tasks`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作日历' }).click();
  await page.getByText('连接不上服务器，正在自动重试').waitFor();
  await picture(page, 'qualities-05-away');
  await page.unroute('**/api/**');
  await page.getByText('连接不上服务器，正在自动重试').waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: '工作日历' }).waitFor();
});

it('tells that a page was renewed when its part of the program is gone', async () => {
  await page.goto(`${started.base}/tasks`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.route('**/assets/OrganisationPage*', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '单位与人员' }).click();
  await page.getByRole('heading', { name: '系统已更新，这个页面要重新载入' }).waitFor();
  await picture(page, 'qualities-06-renewed');
  await page.unroute('**/assets/OrganisationPage*');
  await button('重新载入').click();
  await page.getByRole('heading', { name: '单位与人员' }).waitFor();
});

it('speaks English when it is told to, and Chinese again', async () => {
  await page.goto(started.base);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: /^管理员/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.locator(':root[lang=en]').waitFor();
  const menu = page.getByRole('navigation', { name: 'Main navigation' });
  await menu.getByRole('link', { name: 'Tasks', exact: true }).waitFor();
  await settled(page);
  await picture(page, 'qualities-07-english-home');
  for (const name of ['Tasks', 'Reports', 'Policies', 'Calendar']) {
    await menu.getByRole('link', { name, exact: true }).click();
    await titled(name);
    await settled(page);
    await picture(page, `qualities-08-english-${name}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  await page.goto(`${started.base}/tasks/${ids.task}`);
  await page.getByText('Deadline and progress').waitFor();
  await picture(page, 'qualities-09-english-task');
  await page.getByRole('button', { name: /^管理员/ }).click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await page.locator(':root[lang=zh-CN]').waitFor();
  await page.getByText('时限与进度').waitFor();
});
