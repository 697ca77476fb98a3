import type { Locator, Page } from 'playwright-core';
import type { AddedPerson, PersonView } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

let started: StartedPage;
let page: Page;
let units: Record<'education' | 'finance' | 'grid', UnitView>;
let people: Record<'zhang' | 'li' | 'wang', AddedPerson>;

beforeAll(async () => {
  started = await startPage();
  page = started.page;
  const [root] = await api<UnitView[]>('get', '/units');
  const unit = (name: string, more = {}) => api<UnitView>('post', '/units', { parentId: root.id, name, ...more });
  units = {
    education: await unit('区教育局'),
    finance: await unit('区财政局'),
    grid: await unit('市供电公司', { external: true, contact: '王工 0871-65550000' }),
  };
  const person = (name: string, login: string, title: string, at: UnitView) =>
    api<AddedPerson>('post', '/people', {
      ...{ name, login, positions: [{ unitId: at.id, title }], roles: [{ unitId: at.id, role: 'liaison' }] },
    });
  people = {
    zhang: await person('张三', 'zhang', '基建科科长', units.education),
    li: await person('李四', 'li', '办公室主任', units.education),
    wang: await person('王五', 'wang', '预算科科长', units.finance),
  };
});

// Where it stood when something failed.
afterEach(() => picture(page, 'responsibility-99-last'));
afterAll(() => started?.close());

/** What is prepared without the page, with the session of the page. */
async function api<T>(method: 'get' | 'post' | 'put' | 'patch', path: string, data?: object): Promise<T> {
  const answer = await page.request[method](`${started.base}/api/v1${path}`, { data });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

async function assigned(title: string, dueOn: string): Promise<TaskDetail> {
  const charge = { leadUnitId: units.education.id, assigneeId: people.zhang.person.id, dueOn };
  const { id, version } = await api<TaskDetail>('post', '/tasks', { title, ...charge });
  return api('post', `/tasks/${id}/assign`, { version, ...charge });
}

const button = (name: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = () => page.getByRole('dialog');
const choose = async (field: string, words: string) => {
  await dialog().getByLabel(field, { exact: true }).click();
  await page.getByTitle(new RegExp(words)).last().click();
};

async function check(name: string): Promise<void> {
  await settled(page);
  await picture(page, `responsibility-${name}`);
  expect(await accessibilityFaults(page)).toEqual([]);
}

it('shows who leads, who supports and who acts for whom on the page of the task', async () => {
  const task = await assigned('改造老旧校舍供电线路', '2027-11-30');
  await page.goto(`${started.base}/tasks/${task.id}`);
  await button('安排配合单位').click();
  await choose('配合单位 1', '^区财政局');
  await dialog().getByLabel('配合内容').first().fill('保障改造资金');
  await button(/再加一个单位/).click();
  await choose('配合单位 2', '^市供电公司');
  await dialog().getByLabel('配合内容').last().fill('增容并迁改线路');
  await check('01-set-support');
  await button('保存', dialog()).click();
  await page.getByText('还有 2 个没有完成').waitFor();

  await button('代为填报：市供电公司').click();
  await dialog().getByRole('spinbutton', { name: '完成进度' }).fill('40');
  await dialog().getByLabel('进展情况').fill('来电：变压器已到货。');
  await button('报送', dialog()).click();
  await page.getByText('管理员（代市供电公司）').first().waitFor();

  const [from, to] = [new Date(), new Date(Date.now() + 10 * 86_400_000)].map((day) => day.toISOString().slice(0, 10));
  const absence = { fromDay: from, toDay: to, deputyId: people.li.person.id, note: '年休假' };
  await api('post', `/people/${people.zhang.person.id}/absences`, absence);
  await page.reload();
  await page.getByText(/张三.*（休假至.*，由李四代理）/).waitFor();
  await check('02-task');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('region', { name: '配合单位' }).scrollIntoViewIfNeeded();
  await check('03-task-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('takes the progress of an external body through its link, on a phone without signing in', async () => {
  await button('给“市供电公司”生成链接').click();
  await button('生成', dialog()).click();
  const address = (await dialog().locator('.link-address').innerText()).trim();
  await check('04-link');
  await button('我已复制', dialog()).click();

  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const phone = await browser.newPage({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  try {
    await phone.goto(address);
    await phone.getByRole('heading', { name: '改造老旧校舍供电线路' }).waitFor();
    await settled(phone);
    await picture(phone, 'responsibility-05-external-phone');
    expect(await accessibilityFaults(phone)).toEqual([]);
    await phone.getByRole('spinbutton', { name: '完成进度' }).fill('80');
    await phone.getByLabel('进展情况').fill('线路迁改完成 4 处，剩余 1 处。');
    await phone.getByRole('button', { name: '提交', exact: true }).click();
    await phone.getByText('已提交，谢谢。').waitFor();
    await phone.getByText('线路迁改完成 4 处，剩余 1 处。').waitFor();
    await settled(phone);
    await picture(phone, 'responsibility-06-external-sent');
    await phone.goto(`${started.base}/external/no-such-link`);
    await phone.getByText('链接无效').waitFor();
    await settled(phone);
    await picture(phone, 'responsibility-07-external-unknown');
  } finally {
    await phone.close();
  }
  await page.reload();
  await page.getByText('市供电公司（外部填报）').first().waitFor();
  await page.getByText('已填报 1 次').waitFor();
});

it('hands everything of a person over in one step, after showing it', async () => {
  await assigned('早该完成的任务', '2020-01-01');
  await page.goto(`${started.base}/organisation`);
  await page.getByRole('tab', { name: '外部单位' }).click();
  await page.getByRole('cell', { name: '王工 0871-65550000' }).waitFor();
  await check('08-external-bodies');
  await page.getByRole('tab', { name: '人员' }).click();
  await page.getByText(/由李四代理/).waitFor();
  await check('09-people');
  const row = page.getByRole('row', { name: /张三/ });
  await button('修改', row).click();
  await dialog().getByLabel('启用').click();
  await button('保存', dialog()).click();
  await dialog().getByText('名下还有 2 项未办结事项').waitFor();
  await button('办理工作交接').click();
  await dialog().getByLabel('接任人').click();
  await page.getByTitle(/^李四/).click();
  await dialog().getByText('2 项未办结事项，其中 1 项已逾期').waitFor();
  await dialog().getByLabel('此人离任，同时停用账号').check();
  await check('10-succession');
  await button('移交 2 项', dialog()).click();
  await page.getByText('已移交 2 项').waitFor();
  await page.getByRole('row', { name: /张三.*已停用/ }).waitFor();
  await page.goto(`${started.base}/tasks?q=${encodeURIComponent('早该')}`);
  await page.getByRole('gridcell', { name: '李四' }).waitFor();
  expect(started.errors).toEqual([]);
});

it('gives a task to a vacant position, and shows who takes it up', async () => {
  const { education } = units;
  const places = (...titles: string[]) => ({ positions: titles.map((title) => ({ unitId: education.id, title })) });
  const { person } = await api<AddedPerson>('post', '/people', {
    ...{ name: '赵六', login: 'zhao', ...places('督导室主任'), roles: [{ unitId: education.id, role: 'staff' }] },
  });
  const charge = { leadUnitId: education.id, dueOn: '2027-12-31' };
  const old = await api<TaskDetail>('post', '/tasks', { title: '督导室的老任务', ...charge, assigneeId: person.id });
  const { id } = await api<TaskDetail>('post', '/tasks', { title: '开展开学专项督导', ...charge });
  // The position owns a task, so that it stays when she leaves it.
  await api('patch', `/people/${person.id}`, { version: person.version, ...places() });

  await page.goto(`${started.base}/tasks/${id}`);
  await button('交办').click();
  await dialog().getByLabel('责任人').click();
  await settled(page);
  await picture(page, 'responsibility-12-choose-position');
  await page.getByTitle('督导室主任（空缺）').click();
  await check('13-assign-to-position');
  await button('交办', dialog()).click();
  await page.getByText('由接任这一职务的人负责').waitFor();
  await check('14-vacant');
  await page.goto(`${started.base}/tasks?q=${encodeURIComponent('开学专项督导')}`);
  await page.getByRole('gridcell', { name: '督导室主任（空缺）' }).waitFor();
  await check('15-list');

  const { version } = (await api<{ rows: PersonView[] }>('get', `/people?q=${encodeURIComponent('李四')}`)).rows[0];
  const takesOver = { version, ...places('办公室主任', '督导室主任') };
  await api('patch', `/people/${people.li.person.id}`, takesOver);
  for (const task of [id, old.id]) {
    await page.goto(`${started.base}/tasks/${task}`);
    await page.getByText('以“督导室主任”职务负责').waitFor();
  }
});

it('takes people over from a file, once nothing in it is wrong', async () => {
  const choose = (unit: string) =>
    dialog()
      .locator('input[type=file]')
      .setInputFiles({
        ...{ name: '人员.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`姓名,登录名,单位,角色\n孙七,sunqi,${unit},承办人\n`),
      });
  await page.goto(`${started.base}/organisation`);
  await button('从 Excel 导入').click();
  await choose('区教育厅');
  await dialog().getByText('有 1 处错误，改正后重新选择文件。没有导入任何内容。').waitFor();
  expect(await button('确认导入', dialog()).isDisabled()).toBe(true);
  await check('16-import-errors');
  await choose('区教育局');
  await dialog().getByText('人员：新增 1，更新 0，不变 0').waitFor();
  await check('17-import-preview');
  await button('确认导入', dialog()).click();
  await dialog().getByRole('cell', { name: 'sunqi' }).waitFor();
  await check('18-imported');
  await button('我已记下密码', dialog()).click();
});

it('lets everybody set his own deputy', async () => {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: '请假与代理' }).click();
  await dialog().getByText('现在和以后都没有设置代理').waitFor();
  await check('11-own-absence');
});
