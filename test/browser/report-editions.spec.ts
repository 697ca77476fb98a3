import type { Page } from 'playwright-core';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(180_000);

const FIRST = `区教育局关于2026年前三季度工作情况的报告

一、前三季度工作情况
新建公办幼儿园2所，新增学位720个，教师交流轮岗比例达到百分之二十，校园安全形势总体平稳。
二、存在的主要问题
一是优质学位供给与群众期盼还有差距。二是校园食堂管理还有薄弱环节。
三、下一步工作打算
（一）扩充优质学位。12月底前完成第二实验小学扩建工程验收，新增学位1200个。
（二）规范校园食堂。11月底前对全区20家中小学食堂开展一次全面检查，建立问题台账并逐项整改。
（三）减轻教师负担。年底前出台进校园事项准入清单。
（四）做好宣传工作。及时宣传教育改革发展成果，营造良好氛围。
`;
const SECOND = FIRST.replace('情况的报告', '情况的报告（更正稿）')
  .replace('11月底前对全区20家', '12月20日前对全区32家')
  .replace(/（四）做好宣传[^\n]*/, '（四）加强校车管理。10月底前完成全部校车安全检测。');

let started: StartedPage;
let page: Page;
beforeAll(async () => {
  started = await startPage();
  ({ page } = started);
});
afterEach(() => picture(page, 'editions-99-last'));
afterAll(() => started?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const card = (title: string) => page.getByRole('region', { name: title });

async function check(name: string): Promise<void> {
  await settled(page);
  await picture(page, `editions-${name}`);
  expect(await accessibilityFaults(page)).toEqual([]);
}

async function importFile(name: string, text: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '报告', exact: true }).click();
  await page.getByRole('heading', { name: '报告', exact: true }).waitFor();
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText(`${name}：识别出 1 份报告`).waitFor();
}

it('hands tasks on to a corrected version and asks about what it changed', async () => {
  await importFile('第一稿.txt', FIRST);
  await page.getByRole('alert').getByRole('link').first().click();
  await page.getByText('已审 0 / 6').waitFor();
  await page.getByRole('checkbox', { name: /全选/ }).check();
  await button('接受选中').click();
  await button('全部接受').click();
  await page.getByText('已审 6 / 6').waitFor();

  await importFile('更正稿.txt', SECOND);
  await page.getByText('4 条未变、1 条有改动、1 条已删去、1 条新增，2 条待处理').waitFor();
  await check('1-imported');
  await page.getByRole('link', { name: '对照改动' }).click();
  await card('有改动：规范校园食堂').waitFor();
  expect(await card('有改动：规范校园食堂').locator('del').allInnerTexts()).toContain('2026-11-30');
  expect(await card('有改动：规范校园食堂').locator('ins').allInnerTexts()).toContain('32');
  await check('2-changes');

  // One by keyboard, one with its reason.
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByText('待处理 1', { exact: true }).waitFor();
  await card('已删去：做好宣传工作').getByRole('button', { name: '撤销任务' }).click();
  await page.getByLabel('理由').fill('更正稿已删去');
  await check('3-drop');
  await page.getByRole('dialog').getByRole('button', { name: '撤销任务' }).click();
  await page.getByText('没有待处理的改动').waitFor();
  await page.getByText('全部 7', { exact: true }).click();
  await check('4-all');

  await card('有改动：规范校园食堂').getByRole('link', { name: /-0000/ }).click();
  await page.getByText('第 2 稿').waitFor();
  await page.getByText('按报告更正稿修改').waitFor();
  await check('5-task');
  await page.getByRole('link', { name: '查看上一稿' }).click();
  await page.getByText('这是第 1 稿，已有更正稿，本稿只供查阅').waitFor();
  await check('6-former');
  await page.getByRole('link', { name: '查看更正稿' }).click();
  await page.getByText('已审 5 / 6').waitFor();
  await check('7-desk');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('link', { name: '对照改动' }).click();
  await page.getByText('有改动 1', { exact: true }).click();
  await card('有改动：规范校园食堂').waitFor();
  await check('8-phone');
  expect(started.errors).toEqual([]);
});
