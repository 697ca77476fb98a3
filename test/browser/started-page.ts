import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { freePort } from '../../libs/platform/src/free-port';
import { createTestDatabase } from '../support/database';
import { LuoshiProcess } from '../support/luoshi-process';
import { openBrowser } from './page-tools';

/** A page of a real browser on a Luoshi of its own, with the first administrator signed in. */
export interface StartedPage {
  page: Page;
  base: string;
  databaseUrl: string;
  /** What went wrong on the page without anybody seeing it. */
  errors: string[];
  close(): Promise<void>;
}

export async function startPage(): Promise<StartedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-browser-'));
  execFileSync('chmod', ['755', folder]);
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const databaseUrl = await createTestDatabase('empty');
  const server = new LuoshiProcess(['start'], { PORT: String(port), DATA_DIR: folder, DATABASE_URL: databaseUrl });
  const password = (await server.says(/密码 {4}(\S+)/))[1];
  await server.says(/按 Ctrl-C 停止/);
  const browser = await openBrowser();
  // A click into a menu or dialog that is still growing may be lost; who asks for less motion gets none.
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text());
  });
  await page.goto(base);
  await signIn(page, 'admin', password, 'admin-correct-horse');
  return {
    page,
    base,
    databaseUrl,
    errors,
    async close() {
      await browser.close();
      server.interrupt('SIGTERM');
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(page: Page, login: string, password: string, next: string): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await press('登录');
  await page.getByLabel('原密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill(next);
  await page.getByLabel('再输一次新密码').fill(next);
  await press('修改密码');
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}
