import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../../libs/platform/src/free-port';
import { createTestDatabase } from '../support/database';
import { LuoshiProcess } from '../support/luoshi-process';
import { accessibilityFaults, openBrowser, picture, settled } from './page-tools';

jest.setTimeout(120_000);

let server: LuoshiProcess;
let browser: Browser;
let page: Page;
let folder: string;
let databaseUrl: string;

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function check(name: string): Promise<void> {
  await settled(page);
  await picture(page, name);
  expect(await accessibilityFaults(page)).toEqual([]);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-audit-page-'));
  databaseUrl = await createTestDatabase('empty');
  const port = await freePort();
  server = new LuoshiProcess(['start'], { PORT: String(port), DATA_DIR: folder, DATABASE_URL: databaseUrl });
  const password = (await server.says(/密码 {4}(\S+)/))[1];
  await server.says(/按 Ctrl-C 停止/);
  browser = await openBrowser();
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  const api = `http://localhost:${port}/api/v1`;
  await page.goto(`http://localhost:${port}`);
  await context.request.post(`${api}/session`, { data: { login: 'admin', password } });
  await context.request.post(`${api}/session/password`, { data: { current: password, next: 'admin-correct-horse' } });
  await context.request.post(`${api}/set-up/examples`);
});
afterEach(() => picture(page, 'audit-99-last'));
afterAll(async () => {
  await browser?.close();
  server?.interrupt('SIGTERM');
  await server?.end();
  rmSync(folder, { recursive: true, force: true });
});

it('shows who did what, narrows it down, and proves that nothing was altered', async () => {
  await page.reload();
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

  const client = new Client(databaseUrl);
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
});
