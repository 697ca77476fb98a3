import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

const REPORT = `区教育局关于2026年前三季度工作情况的报告

一、前三季度工作情况
新建公办幼儿园2所，新增学位720个。校园食堂“互联网＋明厨亮灶”覆盖率达到92%。
二、存在的主要问题
一是优质学位供给与群众期盼还有差距。二是校园食堂管理还有薄弱环节。
三、下一步工作打算
（一）扩充优质学位。12月底前完成第二实验小学扩建工程验收。
（二）规范校园食堂。11月底前对全区中小学食堂开展一次全面检查，建立问题台账并逐项整改。
（三）减轻教师负担。年底前出台进校园事项准入清单。
`;

let started: StartedPage;
beforeAll(async () => {
  started = await startPage();
  const { page, base } = started;
  const api = `${base}/api/v1`;
  const file = { name: '教育局三季度报告.txt', mimeType: 'text/plain', buffer: Buffer.from(REPORT) };
  const imported = await page.request.post(`${api}/documents`, { multipart: { receivedOn: '2026-10-10', file } });
  const { reports } = (await imported.json()) as { reports: { id: string }[] };
  const desk = await page.request.get(`${api}/reports/${reports[0].id}`);
  const { items } = (await desk.json()) as { items: { id: string }[] };
  await page.request.post(`${api}/reports/${reports[0].id}/items/accept`, {
    data: { itemIds: items.map(({ id }) => id) },
  });
});
// Where it stood when something failed.
afterEach(() => picture(started.page, 'search-99-last'));
afterAll(() => started?.close());

async function check(name: string): Promise<void> {
  await settled(started.page);
  await picture(started.page, name);
  expect(await accessibilityFaults(started.page)).toEqual([]);
}

it('finds from anywhere by keyboard, and leads to the words in the report', async () => {
  const { page, base } = started;
  await page.goto(base);
  await page.getByRole('heading', { name: '管理员，您好' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('食堂');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: '任务 1' }).waitFor();
  await page.getByRole('tab', { name: '问题 1' }).waitFor();
  expect(await page.locator('.hit-title mark').allInnerTexts()).toEqual(['食堂']);
  await check('search-01-tasks');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '规范校园食堂' }).waitFor();
  await page.goBack();

  await page.getByRole('tab', { name: /报告原文/ }).click();
  await page.getByText('工作情况的报告').first().waitFor();
  await check('search-02-reports');

  await page.keyboard.press('/');
  await page.getByRole('textbox', { name: '搜索任务、问题和报告' }).fill('互联网+');
  await page.keyboard.press('Enter');
  await page.getByText('互联网＋', { exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('p.linked').waitFor();
  expect(await page.locator('p.linked').innerText()).toContain('互联网＋明厨亮灶');
  await check('search-03-report-place');
  expect(started.errors).toEqual([]);
});

it('explains what it needs, and says when there is nothing', async () => {
  const { page, base } = started;
  await page.goto(`${base}/search?q=${encodeURIComponent('食')}`);
  await page.getByText('每个搜索词至少要有两个字').waitFor();
  await page.goto(`${base}/search?q=${encodeURIComponent('海洋牧场')}`);
  await page.getByText('没有找到').waitFor();
  await check('search-04-nothing');
  await page.goto(`${base}/tasks`);
  await page.getByRole('searchbox', { name: '搜索任务' }).fill('食');
  await page.keyboard.press('Enter');
  await page.getByText('每个搜索词至少要有两个字').waitFor();
  await page.getByRole('searchbox', { name: '搜索任务' }).fill('学位');
  await page.keyboard.press('Enter');
  await page.getByText('共 1 项').waitFor();
});

it('fits a phone', async () => {
  const { page, base } = started;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(base);
  await page.getByRole('link', { name: '搜索' }).click();
  await page.getByRole('searchbox', { name: '搜索任务、问题和报告' }).fill('校园食堂');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: '任务 1' }).waitFor();
  await check('search-05-phone');
});
