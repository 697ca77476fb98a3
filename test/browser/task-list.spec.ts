import { readFileSync } from 'node:fs';
import { Workbook } from 'exceljs';
import { Client } from 'pg';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
const MANY = 2400;

beforeAll(async () => {
  started = await startPage();
  const { page, base, databaseUrl } = started;
  const [root] = (await (await page.request.get(`${base}/api/v1/units`)).json()) as UnitView[];
  const units = await Promise.all(
    ['应急管理局', '教育局', '住房和城乡建设局'].map(async (name) => {
      const data = { parentId: root.id, name, shortName: null, aliases: [] };
      return ((await (await page.request.post(`${base}/api/v1/units`, { data })).json()) as UnitView).id;
    }),
  );
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  // 第一项 is due first, all others after it day by day.
  await db.query(
    `INSERT INTO task (code, title, text, status, due_on, lead_unit_id, assignee_id, progress, assigned_on, created_by_id, kind)
     SELECT '2026-' || lpad(n::text, 5, '0'),
       (ARRAY['开展危化品企业专项检查','完成老旧小区供水管网改造','建立校园食堂台账','修订突发事件应急预案','办结群众信访积案'])[1 + n % 5] || '（第' || n || '项）',
       '', (ARRAY['assigned','in-progress','drafted','in-progress','assigned'])[1 + n % 5], current_date - 40 + n / 8,
       ($1::uuid[])[1 + n % 3], CASE WHEN n % 5 <> 2 THEN p.id END, n * 7 % 100,
       CASE WHEN n % 5 <> 2 THEN current_date - 100 END, p.id, CASE WHEN n % 50 = 0 THEN 'measure' ELSE 'commitment' END
     FROM generate_series(1, ${MANY}) n, (SELECT id FROM person LIMIT 1) p`,
    [units],
  );
  await db.end();
});
// Where it stood when something failed.
afterEach(() => picture(started.page, 'task-list-99-last'));
afterAll(() => started?.close());

const grid = () => started.page.getByRole('grid', { name: /任务列表/ });
const row = (words: string | RegExp) => grid().getByRole('row', { name: words });
const press = (name: string | RegExp) => started.page.getByRole('button', { name }).click();
const current = () => grid().locator('.current').innerText();
async function open(query = '') {
  await started.page.goto(`${started.base}/tasks${query}`);
  await row(/项）/).first().waitFor();
}
async function check(name: string): Promise<void> {
  await settled(started.page);
  await picture(started.page, name);
  expect(await accessibilityFaults(started.page)).toEqual([]);
}

it('shows thousands of tasks in one list that is read on the way, with its head in sight', async () => {
  const { page, errors } = started;
  await open();
  await page.getByText(`共 ${MANY} 项`).waitFor();
  await check('task-list-01-list');
  await row('（第1项）').waitFor();
  const head = grid().getByRole('columnheader', { name: /完成时限/ });
  const before = await head.boundingBox();
  // The keyboard alone: to the last row that has been read, which brings the next ones.
  await grid().focus();
  await page.keyboard.press('End');
  await row(/第11\d项/)
    .first()
    .waitFor();
  await page.keyboard.press('End');
  await row(/第21\d项/)
    .first()
    .waitFor();
  expect(await head.boundingBox()).toEqual(before);
  // Only what is in sight is drawn.
  expect(await grid().getByRole('row').count()).toBeLessThan(60);
  await check('task-list-02-scrolled');
  await page.keyboard.press('Home');
  await row('（第1项）').waitFor();
  expect(await current()).toContain('（第1项）');
  await page.keyboard.press('ArrowDown');
  expect(await current()).toContain('（第2项）');
  await page.keyboard.press('Space');
  await page.getByText('已选 1 项').waitFor();
  await page.keyboard.press('Space');
  await page.getByText('已选 1 项').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /（第2项）/ }).waitFor();
  expect(errors).toEqual([]);
});

it('takes conditions away one by one', async () => {
  const { page } = started;
  await open('?light=red,blue&status=in-progress&source=hand');
  const chip = (name: string) => page.getByRole('button', { name: `去掉 ${name}`, exact: true });
  await check('task-list-03-chips');
  await chip('亮灯：临近到期').click();
  await page.waitForURL(/light=red(&|$)/);
  await chip('来源：手工录入').click();
  await page.waitForURL((url) => !url.search.includes('source'));
  await press('清除筛选');
  await page.waitForURL((url) => url.search === '');
  await page.getByText(`共 ${MANY} 项`).waitFor();
});

it('sorts by the heads, and groups with counts that can be folded', async () => {
  const { page } = started;
  await open();
  await grid().getByRole('button', { name: '编号', exact: true }).click();
  await page.waitForURL(/sort=code/);
  await grid().getByRole('button', { name: '编号' }).click();
  await page.waitForURL(/sort=-code/);
  await row(`（第${MANY}项）`).waitFor();
  expect(await grid().getByRole('columnheader', { name: /编号/ }).getAttribute('aria-sort')).toBe('descending');
  await open('?groupBy=unit');
  const group = grid().getByRole('button', { name: `教育局 ${MANY / 3} 项` });
  await grid()
    .getByRole('button', { name: new RegExp(`${MANY / 3} 项$`) })
    .first()
    .click();
  await group.waitFor();
  await check('task-list-04-groups');
});

it('chooses a range, and all that match', async () => {
  const { page } = started;
  await open('?status=assigned');
  const boxes = grid().getByRole('checkbox', { name: /^选择 / });
  await boxes.nth(1).check();
  await boxes.nth(5).click({ modifiers: ['Shift'] });
  await page.getByText('已选 5 项').waitFor();
  await check('task-list-05-range');
  await press('选择符合条件的全部任务');
  await page.getByText(`已选 ${(MANY / 5) * 2} 项`).waitFor();
  await press('取消选择');
  await page.getByText('已选').waitFor({ state: 'detached' });
});

it('changes a deadline in its cell, and says what another one changed meanwhile', async () => {
  const { page, base } = started;
  await open('?status=in-progress');
  const first = row('（第1项）');
  await first.hover();
  await first.getByRole('button', { name: /^修改完成时限/ }).click();
  const dialog = page.getByRole('dialog');
  const day = dialog.getByLabel('完成时限');
  await day.fill('2031-05-20');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('改期理由').fill('上级统一调整');
  const { rows } = (await (await page.request.get(`${base}/api/v1/tasks?status=in-progress&limit=1`)).json()) as {
    rows: { id: string; version: number }[];
  };
  const data = { version: rows[0].version, title: '检查（第1项）', reason: '更正' };
  await page.request.post(`${base}/api/v1/tasks/${rows[0].id}/change`, { data });
  await dialog.getByRole('button', { name: '改期', exact: true }).click();
  await dialog.getByText(/任务名称：.*→ 检查（第1项）/).waitFor();
  await check('task-list-06-changed-meanwhile');
  await dialog.getByRole('button', { name: '刷新' }).click();
  await dialog.getByRole('alert').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: '改期', exact: true }).click();
  await page.getByText('已改期').waitFor();
  // The row stays where it is looked at.
  await row('检查（第1项）').getByText('2031-05-20').waitFor();
});

it('keeps the columns, and views under names', async () => {
  const { page } = started;
  await open('?light=red&sort=-dueOn');
  await press('列设置');
  const drawer = page.getByRole('dialog');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/saved-views/preference') && answer.ok());
  await drawer.getByRole('checkbox', { name: '来源', exact: true }).check();
  await drawer.getByRole('checkbox', { name: '进度', exact: true }).uncheck();
  await drawer.getByRole('button', { name: '完成时限前移' }).click();
  await check('task-list-07-columns');
  await kept;
  await page.keyboard.press('Escape');
  await press(/^视图/);
  await page.getByRole('menuitem', { name: '把当前列表存为新视图…' }).click();
  await page.getByLabel('视图名称').fill('逾期任务');
  await page.getByRole('button', { name: /保\s?存/ }).click();
  await page.getByRole('button', { name: '视图：逾期任务' }).click();
  await check('task-list-08-views');
  await page.getByRole('menuitem', { name: '设为默认打开的视图' }).click();
  await open();
  await page.waitForURL(/light=red/);
  await page.getByRole('button', { name: '视图：逾期任务' }).waitFor();
  const heads = (await grid().getByRole('columnheader').allInnerTexts()).map((head) => head.trim());
  expect(heads.filter(Boolean)).toEqual(['编号', '任务', '亮灯', '状态', '牵头单位', '完成时限', '责任人', '来源']);

  const saving = page.waitForEvent('download');
  await press('导出 Excel');
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^任务清单（已逾期）\d{8}\.xlsx$/);
  const workbook = new Workbook();
  await workbook.xlsx.load(Uint8Array.from(readFileSync(await file.path())).buffer);
  expect((workbook.worksheets[0].getRow(3).values as string[]).slice(1)).toEqual(heads.filter(Boolean));
});

it('is a list of cards on a phone', async () => {
  const { page, errors } = started;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${started.base}/tasks?status=assigned`);
  await page.getByRole('link', { name: /项）/ }).first().waitFor();
  await check('task-list-09-phone');
  expect(errors).toEqual([]);
});
