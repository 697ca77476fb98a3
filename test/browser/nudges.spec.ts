import { DataSource } from 'typeorm';
import type { Page } from 'playwright-core';
import type { AddedPerson } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { SigningKey } from '../../libs/reminders/src/progress-links/signing-key.entity';
import { SigningKeys } from '../../libs/reminders/src/progress-links/signing-keys';
import { signToken, type LinkPurpose } from '../../libs/reminders/src/progress-links/signed-token';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
let page: Page;
let phone: Page;
let unit: UnitView;
let zhang: AddedPerson;
let li: AddedPerson;
let late: TaskDetail;

beforeAll(async () => {
  started = await startPage();
  page = started.page;
  const [root] = await api<UnitView[]>('get', '/units');
  unit = await api('post', '/units', { parentId: root.id, name: '区教育局' });
  const person = (name: string, login: string, more: object = {}) =>
    api<AddedPerson>('post', '/people', {
      ...{ name, login, positions: [{ unitId: unit.id, title: '科长' }], ...more },
      roles: [{ unitId: unit.id, role: 'liaison' }],
    });
  zhang = await person('张三', 'zhang', { email: 'zhang@example.com' });
  li = await person('李四', 'li');
  late = await assigned('改造老旧校舍供电线路', { dueOn: '2026-01-30' });
  await assigned('新建公办幼儿园', { dueOn: '2099-06-30' });
  await api('post', '/tasks', { title: '还没交办的任务', leadUnitId: unit.id });
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  phone = await browser.newPage({ locale: 'zh-CN', viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
});

// Where it stood when something failed.
afterEach(() => picture(page, 'nudges-99-last'));
afterAll(() => started?.close());

/** What is prepared without the page, with the session of the page. */
async function api<T>(method: 'get' | 'post' | 'put', path: string, data?: object): Promise<T> {
  const answer = await page.request[method](`${started.base}/api/v1${path}`, { data });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

async function assigned(title: string, { dueOn }: { dueOn: string }): Promise<TaskDetail> {
  const charge = { leadUnitId: unit.id, assigneeId: zhang.person.id, dueOn };
  const { id, version } = await api<TaskDetail>('post', '/tasks', { title, ...charge });
  return api('post', `/tasks/${id}/assign`, { version, ...charge });
}

/** Signs in as the person, elsewhere, and accepts the task. */
async function acceptAs({ person: { login }, oneTimePassword }: AddedPerson, task: TaskDetail): Promise<void> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error('no browser');
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(`${started.base}/api/v1${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  };
  await post('/session', { login, password: oneTimePassword });
  await post('/session/password', { current: oneTimePassword, next: `${login}-correct-horse-7` });
  await post(`/tasks/${task.id}/accept`, { version: task.version });
  await context.close();
}

async function tokenFor(purpose: LinkPurpose, ...parts: string[]): Promise<string> {
  const db = new DataSource({ type: 'postgres', url: started.databaseUrl, entities: [SigningKey] });
  await db.initialize();
  try {
    return signToken(await new SigningKeys(db).key(purpose), purpose, parts, new Date(Date.now() + 86_400_000));
  } finally {
    await db.destroy();
  }
}

const button = (name: string | RegExp, within: ReturnType<typeof dialog> | Page = page) =>
  within.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = () => page.getByRole('dialog');

async function check(name: string, on = page): Promise<void> {
  await settled(on);
  await picture(on, `nudges-${name}`);
  expect(await accessibilityFaults(on)).toEqual([]);
}

it('nudges many tasks from the list, after showing who gets it and what cannot be nudged', async () => {
  await page.goto(`${started.base}/tasks`);
  for (const title of ['改造老旧校舍供电线路', '新建公办幼儿园', '还没交办的任务']) {
    await page.getByLabel(`选择 ${title}`).check();
  }
  await button('催办（3）').click();
  await dialog().getByText('其中 1 项现在不能催办').waitFor();
  await dialog().getByText('任务现在是“拟立项”').waitFor();
  expect(await button('催办', dialog()).isDisabled()).toBe(true);
  await check('01-many-refused');
  await button('去掉这 1 项', dialog()).click();
  await dialog().getByText('将提醒 1 人。').waitFor();
  await dialog().getByLabel('催办说明').fill('请于本周五前报送进展');
  await check('02-many');
  await button('催办', dialog()).click();
  await page.getByText('已催办 2 项任务，提醒 1 人').waitFor();
  await dialog().waitFor({ state: 'hidden' });
  await page.getByRole('region', { name: '所选任务' }).waitFor({ state: 'detached' });
});

it('shows on the page of the task who was nudged, and why not again so soon', async () => {
  await page.goto(`${started.base}/tasks/${late.id}`);
  await page.getByText('催办、约谈与逾期上报').waitFor();
  await page.getByText('催办对象').waitFor();
  await button('催办').click();
  await dialog()
    .getByText(/管理员已于.*催办过，同一任务 4 小时内只催办一次/)
    .waitFor();
  expect(await button('催办', dialog()).isDisabled()).toBe(true);
  await check('03-too-soon');
  await button('取消', dialog()).click();

  const other = await assigned('整治校园周边', { dueOn: '2099-06-30' });
  await page.goto(`${started.base}/tasks/${other.id}`);
  expect(await button('约谈').count()).toBe(0);
  await button('催办').click();
  await dialog().getByText('将提醒：张三').waitFor();
  await check('04-one');
  await button('催办', dialog()).click();
  await page.getByText('已催办 1 项任务，提醒 1 人').waitFor();
  await page.getByText('提醒：张三').waitFor();
});

it('puts a talk about an overdue task on record', async () => {
  await page.goto(`${started.base}/tasks/${late.id}`);
  await button('约谈').click();
  await dialog().getByLabel('约谈对象').click();
  await page.getByTitle(/^张三/).click();
  await dialog().getByLabel('约谈情况').fill('指出进度滞后，承诺月底前完成招标。');
  await check('05-talk');
  await button('登记', dialog()).click();
  await page.getByText('管理员约谈张三').waitFor();
  await page.getByText('催办、约谈与逾期上报').scrollIntoViewIfNeeded();
  await check('06-escalation');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText('催办、约谈与逾期上报').scrollIntoViewIfNeeded();
  await check('07-escalation-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('lets everybody say when he wants his mails', async () => {
  const open = async () => {
    await page.getByRole('banner').getByRole('button').last().click();
    await page.getByRole('menuitem', { name: '邮件提醒设置' }).click();
  };
  const choose = async (field: string, words: string) => {
    await dialog().getByLabel(field, { exact: true }).click();
    await dialog().getByLabel(field, { exact: true }).press('Home');
    await page.locator('.ant-select-dropdown:visible').getByTitle(words, { exact: true }).click();
  };
  await open();
  await dialog().getByText('每天 8 点后收到一封汇总邮件。').waitFor();
  await choose('每天几点以后发送', '5 点');
  await choose('免打扰，从', '2 点');
  await button('保存', dialog()).click();
  await dialog().getByText('请同时选择开始和结束').first().waitFor();
  await choose('到', '7 点');
  await dialog().getByText('每天 5 点后收到一封汇总邮件；2 点至 7 点不打扰。').waitFor();
  await button('保存', dialog()).click();
  await dialog().getByText('发送时间 5 点落在免打扰时段（2 点至 7 点）内').waitFor();
  await check('08-quiet-send-hour');
  await choose('每天几点以后发送', '7 点');
  await dialog().getByText('每天 7 点后收到一封汇总邮件；2 点至 7 点不打扰。').waitFor();
  await dialog()
    .getByLabel(/即将到期/)
    .uncheck();
  await check('09-preference');
  await button('保存', dialog()).click();
  await page.getByText('已保存邮件提醒设置').waitFor();
  await open();
  await dialog().getByText('每天 7 点后收到一封汇总邮件；2 点至 7 点不打扰。').waitFor();
  expect(
    await dialog()
      .getByLabel(/即将到期/)
      .isChecked(),
  ).toBe(false);
  await button('取消', dialog()).click();
});

it('takes progress by the link of a mail, on a phone without signing in', async () => {
  await phone.goto(`${started.base}/progress/${await tokenFor('progress', late.id, zhang.person.id)}`);
  await phone.getByText('任务还没有签收，请先登录系统签收').waitFor();
  await check('10-not-accepted-phone', phone);
  await acceptAs(zhang, late);

  const token = await tokenFor('progress', late.id, zhang.person.id);
  await phone.goto(`${started.base}/progress/${token}`);
  await phone.getByRole('heading', { name: '改造老旧校舍供电线路' }).waitFor();
  await phone.getByText('还没有报送过进展。').waitFor();
  await check('11-progress-phone', phone);
  await phone.getByRole('spinbutton', { name: '完成进度' }).fill('60');
  await phone.getByLabel('进展情况').fill('线路招标已完成，进场施工。');
  await phone.getByRole('button', { name: '提交', exact: true }).click();
  await phone.getByText('已提交，谢谢。').waitFor();
  await phone.getByText('线路招标已完成，进场施工。').waitFor();
  await check('12-progress-sent-phone', phone);

  const seen = await api<TaskDetail>('get', `/tasks/${late.id}`);
  expect(seen.history[0]).toMatchObject({ action: 'progress', by: '张三（邮件链接）' });
  await api('post', `/tasks/${late.id}/re-date`, { version: seen.version, dueOn: '2099-12-31', reason: '重新排期' });
  await phone.getByLabel('进展情况').fill('再补充一句。');
  await phone.getByRole('button', { name: '提交', exact: true }).click();
  await phone.getByText(/这项任务刚刚被管理员修改过/).waitFor();
  await check('13-progress-changed-phone', phone);
  await phone.getByRole('button', { name: '刷新' }).click();
  await phone.getByText('2099-12-31').first().waitFor();
  expect(await phone.getByLabel('进展情况').inputValue()).toBe('再补充一句。');
  await phone.getByRole('button', { name: '提交', exact: true }).click();
  await phone.getByText('再补充一句。').first().waitFor();

  await phone.goto(`${started.base}/progress/${token.slice(0, -3)}abc`);
  await phone.getByText('链接无效').waitFor();
});

it('declines optional mails by the link of a mail', async () => {
  const token = await tokenFor('unsubscribe', li.person.id, 'before');
  await phone.goto(`${started.base}/api/v1/unsubscribe/${token}`);
  await phone.getByRole('heading', { name: '不再邮件提醒：即将到期' }).waitFor();
  await check('14-unsubscribe-phone', phone);
  await phone.getByRole('button', { name: '确认退订' }).click();
  await phone.getByText('以后不再用邮件提醒您“即将到期”').waitFor();
  await check('15-unsubscribed-phone', phone);
  expect(started.errors).toEqual([]);
});
