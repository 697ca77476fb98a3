import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
beforeAll(async () => {
  started = await startPage();
});
// Where it stood when something failed.
afterEach(() => picture(started.page, 'calendar-99-last'));
afterAll(() => started?.close());

async function check(name: string): Promise<void> {
  await settled(started.page);
  await picture(started.page, name);
  expect(await accessibilityFaults(started.page)).toEqual([]);
}

const ARRANGEMENT = `日期,类型,名称
2027-01-01,放假,元旦
2027-01-02,放假,元旦
2027-01-03,放假,元旦
2027-02-05,放假,春节
2027-02-06,放假,春节
2027-02-07,放假,春节
2027-02-08,放假,春节
2027-02-09,放假,春节
2027-01-30,上班,春节
`;

it('shows a year, changes a day by keyboard, and imports the arrangement of a year not yet published', async () => {
  const { page, base, errors } = started;
  const dialog = page.getByRole('dialog');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await page.goto(`${base}/calendar?year=2026`);
  await page.getByText('全年 248 个工作日').waitFor();
  await page.getByText('国办发明电〔2025〕7号').waitFor();
  await check('calendar-01-year');

  // From the first of October one week down and one day to the right: the ninth, a Friday.
  await page.getByRole('button', { name: '2026年10月1日 星期四，国庆节，放假' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await dialog.getByText('2026年10月9日 星期五，上班').waitFor();
  await dialog.getByLabel('放假').check();
  await dialog.getByLabel('名称').fill('全市运动会');
  await check('calendar-02-day');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('全年 247 个工作日').waitFor();
  await page.getByRole('button', { name: '2026年10月9日 星期五，全市运动会，放假' }).waitFor();

  await press('下一年');
  await page.getByText('2027年的放假安排尚未公布，暂按周一至周五计算').waitFor();
  await check('calendar-03-unpublished');

  await press('导入放假安排');
  const choose = (text: string) =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '2027年放假安排.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('日期,类型,名称\n2027-02-30,放假,春节\n2027-02-03,上班,春节\n');
  await dialog.getByText('有 2 处错误').waitFor();
  expect(await dialog.getByRole('columnheader').allInnerTexts()).toEqual(['行', '列', '错误']);
  await check('calendar-04-errors');
  await choose(ARRANGEMENT);
  await dialog.getByText('新增 9 天，更改 0 天，去掉 0 天').waitFor();
  await dialog.getByLabel('依据').fill('国办发明电〔2026〕9号');
  await check('calendar-05-preview');
  await dialog.getByRole('button', { name: '确认导入' }).click();
  await page.getByText('2027年放假安排已导入').waitFor();
  await page.getByText('2月5日（周五）至2月9日（周二），共 5 天').waitFor();
  expect(await page.getByText('尚未公布').count()).toBe(0);
  await check('calendar-06-imported');

  await press('公布状态');
  await dialog.getByLabel('放假安排已公布并录入').uncheck();
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('2027年的放假安排尚未公布').waitFor();
  expect(errors).toEqual([]);
});

it('can be read on a phone', async () => {
  const { page, base } = started;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${base}/calendar?year=2026`);
  await page.getByText('全年 247 个工作日').waitFor();
  await check('calendar-07-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('warns of a deadline in a year that is not published', async () => {
  const { page, base, errors } = started;
  const dialog = page.getByRole('dialog');
  await page.goto(base);
  await page.getByRole('button', { name: '载入示例单位和示例报告' }).click();
  await dialog.getByText('示例已载入').waitFor();
  await page.getByRole('button', { name: '我已记下密码' }).click();
  await page.getByRole('navigation').getByRole('link', { name: '报告', exact: true }).click();
  await page.getByRole('table').getByRole('link').first().click();
  await page.locator('.item').first().click();
  await page.keyboard.press('e');
  const deadline = dialog.getByLabel('完成时限');
  await deadline.fill('2028-06-30');
  await deadline.press('Enter');
  await dialog.getByText('2028年的放假安排尚未公布，暂按周一至周五计算').waitFor();
  await check('calendar-08-deadline');
  await deadline.fill('2026-06-30');
  await deadline.press('Enter');
  await dialog.getByText('尚未公布').waitFor({ state: 'hidden' });
  expect(errors).toEqual([]);
});
