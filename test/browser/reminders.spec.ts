import { Client } from 'pg';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
let db: Client;
/** A task of the first administrator, who is the only person there is. */
let task: TaskDetail;
let me: string;

beforeAll(async () => {
  started = await startPage();
  const { page, base } = started;
  db = new Client(started.databaseUrl);
  await db.connect();
  const [root] = (await (await page.request.get(`${base}/api/v1/units`)).json()) as UnitView[];
  const data = { title: '完善安全生产巡查制度', leadUnitId: root.id, dueOn: '2027-12-31' };
  task = (await (await page.request.post(`${base}/api/v1/tasks`, { data })).json()) as TaskDetail;
  me = (await db.query<{ id: string }>(`UPDATE person SET email = 'admin@example.com' RETURNING id`)).rows[0].id;
  await db.query(`UPDATE task SET status = 'in-progress', assignee_id = $1 WHERE id = $2`, [me, task.id]);
});
// Where it stood when something failed.
afterEach(() => picture(started.page, 'reminders-99-last'));
afterAll(async () => {
  await db?.end();
  await started?.close();
});

async function check(name: string): Promise<void> {
  await settled(started.page);
  await picture(started.page, name);
  expect(await accessibilityFaults(started.page)).toEqual([]);
}

const button = (name: string | RegExp) => started.page.getByRole('button', { name, exact: true });
const dialog = () => started.page.getByRole('dialog');
const phone = () => started.page.setViewportSize({ width: 390, height: 844 });
const desktop = () => started.page.setViewportSize({ width: 1440, height: 900 });

/** A line of the ledger, as the worker would write it. */
async function remind(rule: string, more: { status?: string; why?: string; mailId?: string } = {}): Promise<void> {
  await db.query(
    `INSERT INTO reminder (task_id, rule, due_on, recipient_id, planned_on, status, why, mail_id)
     VALUES ($1, $2, '2027-12-31', $3, current_date, $4, $5, $6)`,
    [task.id, rule, me, more.status ?? 'planned', more.why ?? null, more.mailId ?? null],
  );
}

it('rings the bell without being asked, and opens the task', async () => {
  const { page } = started;
  await button('提醒，没有未读').click();
  await page.getByText('没有提醒', { exact: true }).waitFor();
  await check('reminders-01-bell-empty');
  await page.keyboard.press('Escape');
  await page.getByText('没有提醒', { exact: true }).waitFor({ state: 'detached' });

  await remind('before-7');
  await button('提醒，1 条未读').waitFor();
  await remind('before-3');
  await button('提醒，2 条未读').waitFor();

  // The keyboard alone.
  await button('提醒，2 条未读').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '我的提醒' }).getByText('提前 3 个工作日').waitFor();
  await check('reminders-02-bell');
  await button(/提醒标为已读$/)
    .first()
    .click();
  await button('提醒，1 条未读').waitFor();
  await page.getByRole('region', { name: '我的提醒' }).getByRole('link', { name: task.title }).last().click();
  await page.getByRole('heading', { name: task.title }).waitFor();
  await button('提醒，没有未读').waitFor();

  // Read in one window, read in all.
  const other = await page.context().newPage();
  await other.goto(started.base);
  await remind('before-1');
  await other.getByRole('button', { name: '提醒，1 条未读' }).click();
  await other.getByRole('button', { name: '全部标为已读' }).click();
  await other.getByRole('button', { name: '提醒，没有未读' }).waitFor();
  await page.bringToFront();
  await button('提醒，没有未读').waitFor();
  await other.close();
});

it('shows in the ledger what became of each, in which mail, why, and sends it again', async () => {
  const { page } = started;
  const sent = await db.query<{ id: string }>(
    `INSERT INTO mail (kind, recipient_id, address, day, status, subject, message_id, answer, claimed_at, sending_at, settled_at)
     VALUES ('digest', $1, 'admin@example.com', current_date, 'sent', '【落实】任务提醒：今天到期 1 项，已逾期 1 项',
       '<8f14e45f@luoshi>', '250 2.0.0 OK queued', now(), now(), now()) RETURNING id`,
    [me],
  );
  const mailId = sent.rows[0].id;
  await remind('due', { status: 'sent', mailId });
  await remind('overdue-6', { status: 'sent', mailId });
  await remind('overdue-11', { status: 'failed', why: '邮件服务器答复“550 no such user”' });
  await remind('escalate-leader', { status: 'superseded', why: '任务已改期' });

  await page.getByRole('navigation').getByRole('link', { name: '提醒台账' }).click();
  await page.getByText('共 7 条').waitFor();
  await check('reminders-03-ledger');

  await page.getByLabel('搜索提醒').fill('巡查制度');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '状态' }).click();
  await page.getByTitle('发送失败').click();
  await page.keyboard.press('Escape');
  await page.getByText('共 1 条').waitFor();
  await check('reminders-04-filtered');
  await page.reload();
  await page.getByText('共 1 条').waitFor();

  await button(/逾期 11 个工作日提醒的详情$/).click();
  await dialog().getByText('没有发出，邮件服务器答复“550 no such user”').waitFor();
  await check('reminders-05-failed');
  await dialog().getByRole('button', { name: '重新发送' }).click();
  await page.getByText('立即给管理员重新发送这条提醒？').waitFor();
  await page.getByRole('tooltip').getByRole('button', { name: '重新发送' }).click();
  await page.getByText('已安排重新发送').waitFor();
  await dialog().getByRole('button', { name: '重新发送' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });

  await button('清除筛选').first().click();
  await button(/到期当天提醒的详情$/).click();
  await dialog().getByRole('region', { name: '同一封邮件中的其他提醒' }).getByText('逾期 6 个工作日').waitFor();
  await dialog().getByText('<8f14e45f@luoshi>').waitFor();
  await check('reminders-06-sent');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });

  await page.getByLabel('搜索提醒').fill('没有这样的任务');
  await page.keyboard.press('Enter');
  await page.getByText('没有符合条件的提醒').waitFor();
  await check('reminders-07-nothing');

  await button('清除筛选').first().click();
  await phone();
  await page.getByText('共 7 条').waitFor();
  await check('reminders-08-phone');
  await desktop();
});

it('tells everybody what was sent to himself', async () => {
  const { page } = started;
  await page.getByRole('button', { name: /^管理员/ }).click();
  await page.getByRole('menuitem', { name: '我收到的提醒' }).click();
  await page.getByRole('heading', { name: '我收到的提醒' }).waitFor();
  await page.getByRole('cell', { name: '提前 7 个工作日', exact: true }).waitFor();
  await check('reminders-09-own');
  await phone();
  await button(/到期当天提醒的详情$/).click();
  await dialog().getByText('250 2.0.0 OK queued', { exact: true }).waitFor();
  await check('reminders-10-own-phone');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await button(/^提醒，/).click();
  await page.getByRole('region', { name: '我的提醒' }).waitFor();
  await settled(page);
  const panel = await page.getByRole('region', { name: '我的提醒' }).boundingBox();
  expect([panel && panel.x >= 0, panel && panel.x + panel.width <= 390]).toEqual([true, true]);
  await check('reminders-11-bell-phone');
  await page.keyboard.press('Escape');
  await desktop();
});

it('says on the page of the task who was reminded, and why not', async () => {
  const { page, base } = started;
  await page.goto(`${base}/tasks/${task.id}`);
  await page.getByText('提醒记录（7）').waitFor();
  await button('显示全部 7 条').click();
  await page.getByText('提醒记录（7）').scrollIntoViewIfNeeded();
  await check('reminders-12-task');
  await button('为什么收到、没有收到').click();
  await dialog().getByText('没有发送，任务已改期。').waitFor();
  await check('reminders-13-why');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

it('hands out the address of a calendar once, renews it and takes it back', async () => {
  const { page } = started;
  await page.getByRole('button', { name: /^管理员/ }).click();
  await page.getByRole('menuitem', { name: '日历订阅' }).click();
  await check('reminders-14-feed-none');
  const address = async () => {
    const shown = dialog().getByRole('region', { name: '订阅地址' }).getByText(/feed/);
    await shown.waitFor();
    return (await shown.innerText()).trim();
  };
  const status = async (url: string) => (await fetch(url)).status;
  await button('生成订阅地址').click();
  const first = await address();
  expect(await (await fetch(first)).text()).toContain('BEGIN:VEVENT');
  await check('reminders-15-feed-made');

  await button('重新生成').click();
  await page.getByRole('tooltip').getByRole('button', { name: '重新生成' }).click();
  await dialog().getByText(first).waitFor({ state: 'detached' });
  const second = await address();
  expect([await status(first), await status(second)]).toEqual([404, 200]);

  await button('停用').click();
  await page.getByRole('tooltip').getByRole('button', { name: '停用' }).click();
  await button('生成订阅地址').waitFor();
  expect([await status(second), await dialog().getByText(/feed/).count()]).toEqual([404, 0]);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(started.errors).toEqual([]);
});
