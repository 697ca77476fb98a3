import type { Page } from 'playwright-core';
import { Client } from 'pg';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
let page: Page;
let root: UnitView;
let bureau: UnitView;
let street: UnitView;
const passwords = new Map<string, string>();
let officerId: string;

const post = async <T>(path: string, data: object): Promise<T> => {
  const answer = await page.request.post(`${started.base}/api/v1${path}`, { data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
};

async function addPerson(login: string, name: string, role: string, unit: UnitView): Promise<string> {
  const made = await post<{ person: { id: string }; oneTimePassword: string }>('/people', {
    ...{ name, login, positions: [{ unitId: unit.id, title: '干事' }] },
    roles: [{ unitId: unit.id, role }],
  });
  passwords.set(login, made.oneTimePassword);
  return made.person.id;
}

/** Tasks of eight quarters, laid into the table as they would stand today. */
const SEED = `
  INSERT INTO task (code, title, text, status, lead_unit_id, assignee_id, created_by_id, due_on, assigned_on, closed_on, closed_at, progress)
  SELECT 'S-' || q || '-' || n || '-' || left(u::text, 4), '第' || q || '季第' || n || '项重点任务', '重点任务',
    CASE WHEN done THEN 'closed' ELSE 'in-progress' END, u, NULL, $1, due, due - 80,
    CASE WHEN done THEN due - 3 + (n % 4) * 2 END, CASE WHEN done THEN due - 3 + (n % 4) * 2 END, CASE WHEN done THEN 100 ELSE 30 + n * 4 END
  FROM (SELECT q, n, u, (date_trunc('quarter', now()) - q * INTERVAL '3 months' + n * INTERVAL '7 days')::date AS due,
      q > 0 AND NOT (q = 1 AND n > 7) AND n <= 10 - q % 2 AS done
    FROM generate_series(0, 7) q, generate_series(1, 11) n, unnest($2::uuid[]) u) x
  WHERE q > 0 OR n > 2`;

const OWN: [title: string, days: number | null, status: string, progress: number][] = [
  ['完成老旧小区电动自行车充电设施排查', -3, 'in-progress', 60],
  ['报送物业服务企业信用评价结果', 0, 'accepted', 0],
  ['修订业主大会备案办事指南', 60, 'assigned', 0],
  ['整理既有住宅加装电梯台账', 90, 'in-progress', 25],
];

beforeAll(async () => {
  started = await startPage();
  ({ page } = started);
  [root] = (await (await page.request.get(`${started.base}/api/v1/units`)).json()) as UnitView[];
  const add = (name: string, above: UnitView) => post<UnitView>('/units', { parentId: above.id, name, aliases: [] });
  bureau = await add('区住房和城乡建设局', root);
  street = await add('东风街道办事处', root);
  const office = await add('物业管理科', bureau);
  await addPerson('supervisor', '李督办', 'supervisor', root);
  await addPerson('leader', '王分管', 'leader', bureau);
  officerId = await addPerson('officer', '张承办', 'staff', office);
  const database = new Client(started.databaseUrl);
  await database.connect();
  try {
    await database.query(SEED, [officerId, [bureau.id, office.id, street.id]]);
    for (const [title, days, status, progress] of OWN) {
      await database.query(
        `INSERT INTO task (code, title, text, status, lead_unit_id, assignee_id, created_by_id, due_on, assigned_on, progress)
         VALUES ('O-' || md5($1), $1, $1, $2, $3, $4, $4, (now() AT TIME ZONE 'Asia/Shanghai')::date + $5::int, current_date - 10, $6)`,
        [title, status, office.id, officerId, days, progress],
      );
    }
  } finally {
    await database.end();
  }
});
// Where it stood when something failed.
afterEach(() => picture(page, 'home-99-last'));
afterAll(() => started?.close());

async function check(name: string): Promise<void> {
  // What lies under the mouse by chance looks otherwise.
  await page.mouse.move(0, 0);
  await settled(page);
  await picture(page, name);
  expect(await accessibilityFaults(page)).toEqual([]);
}

const sizes = { desktop: { width: 1360, height: 900 }, phone: { width: 390, height: 844 } };

async function signInAs(login: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(started.base);
  const first = passwords.get(login) as string;
  const own = `${login}-correct-horse`;
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(first);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  if (first !== own) {
    await page.getByLabel('原密码').fill(first);
    await page.getByLabel('新密码', { exact: true }).fill(own);
    await page.getByLabel('再输一次新密码').fill(own);
    await page.getByRole('button', { name: '修改密码', exact: true }).click();
    passwords.set(login, own);
  }
  await page.getByRole('heading', { level: 1, name: /您好/ }).waitFor();
}

const widthOfPage = () => page.evaluate<number>('document.documentElement.scrollWidth');

it('shows a supervisor how every unit stands, and every figure opens its rows', async () => {
  await page.setViewportSize(sizes.desktop);
  await signInAs('supervisor');
  const sheet = page.locator('.ant-card').filter({ hasText: '各单位五色体检表' });
  await sheet.getByRole('row', { name: /东风街道办事处/ }).waitFor();
  await check('home-01-supervisor');
  await sheet.scrollIntoViewIfNeeded();
  await picture(page, 'home-02-health');
  await page.locator('.trend-chart svg').waitFor();
  await page.locator('.trend-card').scrollIntoViewIfNeeded();
  await check('home-03-trend');

  await page.getByText('数据表', { exact: true }).click();
  await page.getByRole('columnheader', { name: '按期完成率' }).waitFor();
  await check('home-04-trend-table');
  const late = page.getByRole('link', { name: /逾期未办结\d+项/ }).first();
  expect(await late.getAttribute('href')).toMatch(
    /^\/tasks\?unitId=[\w-]+&light=red&dueFrom=\d{4}-\d\d-01&dueTo=[\d-]+$/,
  );

  const link = sheet.getByRole('link', { name: /^东风街道办事处已逾期\d+项$/ });
  const count = await link.innerText();
  await link.click();
  await page.getByText(`共 ${count} 项`).waitFor();
  expect(started.errors).toEqual([]);
});

it('opens the rows of a bar of the chart', async () => {
  await page.goto(started.base);
  await page.locator('.trend-chart svg').waitFor();
  await settled(page);
  const chart = page.locator('.trend-chart');
  await chart.scrollIntoViewIfNeeded();
  const box = (await chart.boundingBox()) as { x: number; y: number; width: number; height: number };
  // Low in the middle of the fourth of eight quarters stands what was done in time.
  await page.mouse.click(box.x + 40 + ((box.width - 90) * 3.5) / 8, box.y + box.height - 50);
  await page.waitForURL(/\/tasks\?unitId=.*light=green&status=closed&dueFrom=/);
});

it('keeps a leader to his own units', async () => {
  await signInAs('leader');
  await page.getByRole('row', { name: /物业管理科/ }).waitFor();
  expect(await page.getByRole('row', { name: /东风街道/ }).count()).toBe(0);
  await check('home-05-leader');
  await page.setViewportSize(sizes.phone);
  await page.locator('.health-lines').getByRole('link', { name: '物业管理科' }).waitFor();
  await check('home-06-leader-phone');
  expect(await widthOfPage()).toBe(sizes.phone.width);
  await page.locator('.health-lines').scrollIntoViewIfNeeded();
  await picture(page, 'home-07-leader-phone-health');
  await page.locator('.trend-card').scrollIntoViewIfNeeded();
  await page.locator('.trend-chart svg').waitFor();
  await picture(page, 'home-08-leader-phone-trend');
  expect(started.errors).toEqual([]);
});

it('lets a clerk with a phone accept in one tap and report in one sentence', async () => {
  await page.setViewportSize(sizes.phone);
  await signInAs('officer');
  for (const heading of ['逾期（1）', '今天到期（1）', '待签收（1）', '其他在办（1）']) {
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  }
  await check('home-09-own-work-phone');
  expect(await widthOfPage()).toBe(sizes.phone.width);

  await page.getByRole('button', { name: '签收：修订业主大会备案办事指南' }).click();
  await page.getByText('已签收：修订业主大会备案办事指南').waitFor();
  await page.getByRole('heading', { name: '其他在办（2）' }).waitFor();

  const steps = page.getByRole('group', { name: '上报进展：报送物业服务企业信用评价结果' });
  await steps.getByRole('button', { name: '50%' }).click();
  const form = page.getByRole('form', { name: '上报进展：报送物业服务企业信用评价结果' });
  expect(await form.getByRole('spinbutton', { name: '完成进度' }).inputValue()).toBe('50');
  await check('home-10-quick-report-phone');
  // Nothing is sent without a sentence.
  await page.keyboard.press('Enter');
  await form.getByText('请用一句话说明做了什么').waitFor();
  await page.keyboard.type('评价结果已汇总，正在公示');
  await page.keyboard.press('Enter');
  await page.getByText('已上报，进度 50%：报送物业服务企业信用评价结果').waitFor();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('progressbar', { name: '报送物业服务企业信用评价结果的进度' }).getByText('50%').waitFor();
  expect(started.errors).toEqual([]);
});

it('says what to do when the task has changed meanwhile, and keeps the sentence', async () => {
  await page.setViewportSize(sizes.desktop);
  await page.goto(started.base);
  const title = '整理既有住宅加装电梯台账';
  await page
    .getByRole('group', { name: `上报进展：${title}` })
    .getByRole('button', { name: '+10%' })
    .click();
  await page.getByLabel('进展情况').fill('台账已核对一半');
  const { rows } = (await (await page.request.get(`${started.base}/api/v1/tasks?mine=true`)).json()) as {
    rows: TaskDetail[];
  };
  const { id, version } = rows.find((task) => task.title === title) as TaskDetail;
  await post(`/tasks/${id}/progress`, { version, percent: 30, narrative: '另一处先报了' });
  await page.getByRole('button', { name: '上报', exact: true }).click();
  await page.getByRole('alert').getByRole('button', { name: '刷新' }).waitFor();
  await check('home-11-changed-meanwhile');
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  expect(await page.getByLabel('进展情况').inputValue()).toBe('台账已核对一半');
  await page.getByRole('button', { name: '上报', exact: true }).click();
  await page.getByText(`已上报，进度 35%：${title}`).waitFor();
  await check('home-12-own-work');
});
