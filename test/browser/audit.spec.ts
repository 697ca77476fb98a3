import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(120_000);

let started: StartedPage;
let page: Page;

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function check(name: string): Promise<void> {
  await settled(page);
  await picture(page, name);
  expect(await accessibilityFaults(page)).toEqual([]);
}

beforeAll(async () => {
  started = await startPage();
  page = started.page;
  await page.request.post(`${started.base}/api/v1/set-up/examples`);
});
afterEach(() => picture(page, 'audit-99-last'));
afterAll(() => started?.close());

it('shows who did what, narrows it down, and proves that nothing was altered', async () => {
  await page.getByRole('navigation').getByRole('link', { name: '操作日志' }).click();
  await page.getByRole('cell', { name: '导入' }).first().waitFor();
  await check('audit-01-log');

  await page.getByLabel('搜索操作日志').fill('区教育局');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '清除筛选' }).first().waitFor();
  await check('audit-02-filtered');
  await page.getByRole('combobox', { name: '操作人' }).fill('没有这个人');
  await page.getByText('没有找到此人').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '清除筛选' }).first().click();

  await button('校验').click();
  await button('开始校验').click();
  await page.getByText(/完整：\d+ 条记录/).waitFor();
  await check('audit-03-intact');
  const fingerprint = await page.getByRole('dialog').locator('code').innerText();
  expect(fingerprint).toMatch(/^([0-9a-f]{4}-){4}[0-9a-f]{4}$/);

  const client = new Client(started.databaseUrl);
  await client.connect();
  await client.query(`ALTER TABLE history DISABLE TRIGGER ALL;
    UPDATE history SET actor_name = '他人' WHERE id = (SELECT min(id) + 5 FROM history);
    ALTER TABLE history ENABLE TRIGGER ALL`);
  await client.end();
  await page.getByLabel('此前记下的指纹（可不填）').fill(fingerprint);
  await button('开始校验').click();
  await page.getByText('发现 1 处问题').waitFor();
  await check('audit-04-altered');

  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 390, height: 844 });
  await check('audit-05-phone');
  expect(started.errors).toEqual([]);
});
