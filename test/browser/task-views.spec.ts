import { Client } from 'pg';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';
import { until } from '../support/until';

jest.setTimeout(240_000);

let started: StartedPage;
let units: UnitView[];
let today: string;
beforeAll(async () => {
  started = await startPage();
  const { page, base } = started;
  const [root] = (await (await page.request.get(`${base}/api/v1/units`)).json()) as UnitView[];
  const add = async (name: string) =>
    (await (await page.request.post(`${base}/api/v1/units`, { data: { parentId: root.id, name } })).json()) as UnitView;
  units = [root, await add('教育局'), await add('住房和城乡建设局')];
  today = (await page.evaluate("new Date().toLocaleDateString('sv')")) as string;
});
afterEach(() => picture(started.page, 'task-views-99-last'));
afterAll(() => started?.close());

/** So many days from today. */
const inDays = (days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

async function create(title: string, dueOn: string, unit = 0): Promise<TaskDetail> {
  const { page, base } = started;
  const data = { title, leadUnitId: units[unit].id, dueOn };
  const made = await page.request.post(`${base}/api/v1/tasks`, { data });
  expect(made.status()).toBe(201);
  return (await made.json()) as TaskDetail;
}

async function assign({ id, version, leadUnitId, dueOn }: TaskDetail): Promise<TaskDetail> {
  const data = { version, leadUnitId, dueOn };
  const answer = await started.page.request.post(`${started.base}/api/v1/tasks/${id}/assign`, { data });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as TaskDetail;
}

/** Tells the tests what a task has been through that takes longer than a test. */
async function past(sql: string, values: unknown[]): Promise<void> {
  const client = new Client(started.databaseUrl);
  await client.connect();
  await client.query(sql, values);
  await client.end();
}

async function check(name: string): Promise<void> {
  await settled(started.page);
  await picture(started.page, name);
  expect(await accessibilityFaults(started.page)).toEqual([]);
}

const column = (name: string) => started.page.getByRole('region', { name: new RegExp(`^${name}，`) });
const dialog = () => started.page.getByRole('dialog');
const show = (name: string) => started.page.locator('.view-switch').getByText(name, { exact: true }).click();

it('shows the tasks by status and counts what the columns do not show yet', async () => {
  const { page, base, errors } = started;
  for (let n = 1; n <= 23; n++) await create(`拟立项任务 ${String(n).padStart(2, '0')}`, inDays(40), n % 3);
  await assign(await create('修缮校舍屋面', inDays(20), 1));
  await page.goto(`${base}/tasks`);
  await page.getByText('拟立项任务 01').first().waitFor();
  await show('看板');
  await column('拟立项').getByText('拟立项任务 01').waitFor();
  expect(new URL(page.url()).search).toBe('?view=board');
  await page.getByRole('region', { name: '拟立项，23 项' }).waitFor();
  await check('task-views-01-board');
  expect(await column('拟立项').getByRole('link').count()).toBe(20);
  await column('拟立项').getByRole('link').last().scrollIntoViewIfNeeded();
  await column('拟立项').getByText('拟立项任务 23').waitFor({ state: 'attached' });

  // The same filters as the list.
  await page.goto(`${base}/tasks?view=board&unitId=${units[1].id}`);
  await page.getByRole('region', { name: '拟立项，8 项' }).waitFor();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByRole('region', { name: '拟立项，23 项' }).waitFor();
  expect(new URL(page.url()).search).toBe('?view=board');
  expect(errors).toEqual([]);
});

it('moves a card by dragging only with the form and the consent of the server, and says where it cannot go', async () => {
  const { page, base, errors } = started;
  await create('整治背街小巷', inDays(1));
  await page.goto(`${base}/tasks?view=board`);
  const card = column('拟立项').getByRole('listitem').filter({ hasText: '整治背街小巷' });
  const drag = async (to: string) => {
    await card.hover();
    await page.mouse.down();
    const box = await column(to).boundingBox();
    if (!box) throw new Error(`no column ${to}`);
    await page.mouse.move(box.x + 60, box.y + 200, { steps: 6 });
  };
  await drag('已签收');
  await column('已签收').getByText('“拟立项”不能直接转为“已签收”').waitFor();
  await column('已交办').getByText('放在这里：交办').waitFor();
  await picture(page, 'task-views-02-dragging');
  await page.mouse.up();
  await page.getByRole('alert').getByText('须先交办，再由责任人签收').waitFor();
  await card.waitFor();

  await drag('已交办');
  await column('已交办').getByText('放在这里：交办').waitFor();
  await page.mouse.up();
  await dialog().getByText('整治背街小巷').waitFor();
  await check('task-views-03-move');
  // Nothing has moved yet.
  await dialog()
    .getByRole('button', { name: /取\s?消/ })
    .click();
  await dialog().waitFor({ state: 'detached' });
  await card.waitFor();
  await drag('已交办');
  await column('已交办').getByText('放在这里：交办').waitFor();
  await page.mouse.up();
  await dialog().getByRole('button', { name: '交办', exact: true }).click();
  await column('已交办').getByText('整治背街小巷').waitFor();
  expect(errors).toEqual([]);
});

it('moves a card by keyboard alone, opens it, and comes back to it', async () => {
  const { page, base, errors } = started;
  await assign(await create('改造老旧小区', inDays(3)));
  await page.goto(`${base}/tasks?view=board&status=assigned,suspended`);
  const menu = page.getByRole('button', { name: '办理：改造老旧小区' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '中止', exact: true }).waitFor();
  await check('task-views-04-card-menu');
  // Arrows lead to it, whatever stands before.
  const reached = () => page.evaluate('document.activeElement?.textContent');
  for (let n = 0; n < 12 && (await reached()) !== '中止'; n++) {
    const before = await reached();
    await page.keyboard.press('ArrowDown');
    await until(async () => (await reached()) !== before);
  }
  expect(await reached()).toBe('中止');
  await page.keyboard.press('Enter');
  await dialog().getByLabel('理由').fill('道路改造，暂缓实施');
  await dialog().getByRole('button', { name: '中止', exact: true }).focus();
  await page.keyboard.press('Enter');
  await column('中止').getByText('改造老旧小区').waitFor();

  const link = page.getByRole('link', { name: '改造老旧小区' });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '改造老旧小区', level: 1 }).waitFor();
  await page.goBack();
  await link.waitFor();
  await until(async () => (await reached()) === '改造老旧小区');
  expect(errors).toEqual([]);
});

it('shows in the calendar what is due, with the days off, and the list of a full day', async () => {
  const { page, base, errors } = started;
  for (let n = 1; n <= 6; n++) await assign(await create(`十月任务 ${n}`, '2026-10-12', n % 3));
  await page.goto(`${base}/tasks?view=calendar&day=2026-10-15`);
  await page.getByRole('heading', { name: '2026年10月' }).waitFor();
  await page.getByRole('link', { name: '十月任务 1' }).waitFor();
  await page.getByTitle('国庆节，放假', { exact: true }).first().waitFor();
  expect(await page.getByTitle('国庆节，放假', { exact: true }).count()).toBe(7);
  await page.getByTitle('国庆节，调休上班', { exact: true }).first().waitFor();
  await page.getByText('到期 6 项，未办结 6 项').waitFor();
  await check('task-views-05-month');
  await page.getByRole('button', { name: /还有 3 项/ }).click();
  await dialog().getByText('十月任务 6').waitFor();
  await check('task-views-06-day');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '下一月' }).focus();
  await page.keyboard.press('PageUp');
  await page.getByRole('heading', { name: '2026年9月' }).waitFor();
  await page.getByText('2026年9月没有到期的任务').waitFor();
  await page.keyboard.press('PageDown');
  await page.getByRole('heading', { name: '2026年10月' }).waitFor();
  await show('周');
  await page.getByRole('heading', { name: '2026年10月12日至18日' }).waitFor();
  await page.getByRole('link', { name: '十月任务 6' }).waitFor();
  await check('task-views-07-week');
  expect(errors).toEqual([]);
});

it('shows on the timeline how long tasks take, unit by unit', async () => {
  const { page, base, errors } = started;
  const late = await assign(await create('治理内涝积水点', '2026-08-31', 1));
  await past(
    `UPDATE task SET assigned_on = '2026-03-01', original_due_on = '2026-06-30', progress = 40 WHERE id = $1`,
    [late.id],
  );
  await past(`INSERT INTO milestone (task_id, title, due_on) VALUES ($1, '完成排查', '2026-05-15')`, [late.id]);
  await page.goto(`${base}/tasks?view=timeline&day=2026-06-01&span=year`);
  await page.getByRole('region', { name: '教育局' }).getByText('治理内涝积水点').waitFor();
  await page
    .getByText('2026-03-01 交办；完成时限 2026-08-31；原定 2026-06-30；进度 40%；阶段目标“完成排查”2026-05-15')
    .waitFor({ state: 'attached' });
  await check('task-views-08-timeline');

  const links = page.locator('[data-task]');
  const next = await links.nth(1).getAttribute('data-task');
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate('document.activeElement?.dataset.task')).toBe(next);
  await show('季度');
  await page.getByRole('heading', { name: '2026年第二季度' }).waitFor();
  await check('task-views-09-quarter');
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'task-views-10-print');
  expect(await page.getByRole('button', { name: '下一季度' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  expect(errors).toEqual([]);
});

it('says so where there is nothing', async () => {
  const { page, base, errors } = started;
  for (const view of ['board', 'timeline']) {
    await page.goto(`${base}/tasks?view=${view}&status=dropped`);
    await page.getByText('没有符合条件的任务').waitFor();
    await check(`task-views-11-empty-${view}`);
  }
  expect(errors).toEqual([]);
});

it.each([
  ['board', '拟立项任务 01'],
  ['calendar&day=2026-10-15', '十月任务 1'],
  ['timeline&day=2026-06-01', '治理内涝积水点'],
])('is usable on a phone: %s', async (view, title) => {
  const { page, base, errors } = started;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${base}/tasks?view=${view}`);
  await page.getByRole('link', { name: title }).waitFor();
  await check(`task-views-12-phone-${view.split('&')[0]}`);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  expect(errors).toEqual([]);
});
