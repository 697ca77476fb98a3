import { exampleLedger, LEDGER_NAME } from '../support/ledger';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
beforeAll(async () => {
  started = await startPage();
});
// Where it stood when something failed.
afterEach(() => picture(started.page, 'ledger-99-last'));
afterAll(() => started?.close());

async function check(name: string): Promise<void> {
  await settled(started.page);
  await picture(started.page, name);
  expect(await accessibilityFaults(started.page)).toEqual([]);
}

it('takes a ledger over: file, columns, names, check, confirm, and back', async () => {
  const { page, base, errors } = started;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(base);
  await button('载入示例单位和示例报告').click();
  await button('我已记下密码').click();

  await page.goto(`${base}/tasks`);
  await page.getByRole('link', { name: '从 Excel 导入台账' }).click();
  await page.getByText('还没有导入过台账').waitFor();
  await check('ledger-01-file');
  const choose = (buffer: Buffer, name = LEDGER_NAME) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await choose(Buffer.from('姓名,年龄\n张三,40\n'), '通讯录.csv');
  await page.getByText('没有找到台账的表头').waitFor();
  await choose(exampleLedger());

  await page.getByText('责任分工 / 牵头单位').waitFor();
  await page.getByText('未找到任务的工作表：联系人').waitFor();
  await check('ledger-02-columns');
  // A column left out by keyboard, and chosen again.
  const opened = (expanded: boolean) =>
    page.getByRole('combobox', { name: 'B 列“工作任务”对应为', expanded }).waitFor();
  await page.getByLabel('B 列“工作任务”对应为').focus();
  for (const key of ['ArrowDown', 'ArrowUp']) {
    await page.keyboard.press('ArrowDown');
    await opened(true);
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await opened(false);
  }
  await page.getByText('按台账状态导入', { exact: true }).click();
  await page.getByText('未在本系统核实').waitFor();
  await check('ledger-03-by-status');
  await button('下一步：检查').click();

  await page.getByText('可以导入 8 行').waitFor();
  await page.getByText('没有“2月30日”这一天，请改正日期').waitFor();
  await check('ledger-04-errors');
  expect(await button('确认导入 8 项任务').isDisabled()).toBe(true);
  await page.getByLabel('“区林业局”是哪个单位').click();
  await page.keyboard.type('应急');
  await page.getByTitle('区应急管理局').last().click();
  await page.getByText('可以导入 9 行').waitFor();
  await page.getByText(/^全部 \d+$/).click();
  await check('ledger-05-all-rows');
  await page.getByLabel('跳过 1 行有误的，只导入其余各行').check();
  await check('ledger-06-ready');
  await button('确认导入 9 项任务').click();
  await page.getByText('已导入 9 项任务').waitFor();
  await check('ledger-07-done');

  await page.getByRole('link', { name: '查看导入的任务' }).click();
  await page.getByRole('link', { name: '燃气管道“带病运行”专项治理' }).waitFor();
  await check('ledger-08-tasks');
  await page.getByRole('link', { name: '燃气管道“带病运行”专项治理' }).click();
  await page.getByText('工作表“重点工作”第 11 行').waitFor();
  await page.getByText('导入自台账').waitFor();
  await check('ledger-09-origin');

  // The same heads again: what was said is remembered. Everything is tracked already.
  await page.goto(`${base}/tasks/import`);
  await page.getByRole('link', { name: LEDGER_NAME }).waitFor();
  await choose(exampleLedger());
  await page.getByText('已套用').waitFor();
  await button('下一步：检查').click();
  await page.getByText('与已有任务重复 9 行').waitFor();
  await page.getByText(/^重复 9$/).click();
  await check('ledger-10-duplicates');

  await page.goto(`${base}/tasks/import`);
  await button('撤回导入').click();
  await page.getByRole('tooltip').getByRole('button', { name: '撤回', exact: true }).click();
  await page.getByText(/^已由.+撤回$/).waitFor();
  await check('ledger-11-undone');
  expect(errors).toEqual([]);
});

it('can be read on a phone', async () => {
  const { page, base } = started;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${base}/tasks/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: LEDGER_NAME, mimeType: 'application/octet-stream', buffer: exampleLedger() });
  await page.getByText('责任分工 / 牵头单位').waitFor();
  await check('ledger-12-phone-columns');
  await page.getByRole('button', { name: '下一步：检查', exact: true }).click();
  await page.getByText('可以导入').first().waitFor();
  await check('ledger-13-phone-check');
});
