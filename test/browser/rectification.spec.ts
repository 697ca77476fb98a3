import type { APIRequestContext, Browser } from 'playwright-core';
import type { ProblemDetail, ProblemPage } from '../../libs/rectification/src/problem.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

const PASSWORD = 'correct-horse-7';

let started: StartedPage;
let page: StartedPage['page'];
let base: string;
let errors: string[];

async function call<T>(who: APIRequestContext, method: 'GET' | 'POST', path: string, data?: object): Promise<T> {
  const answer = await who.fetch(`${base}/api/v1${path}`, { method, data });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Signs in with a first password, changes it, and keeps the session. */
async function enter(who: APIRequestContext, login: string, password: string): Promise<APIRequestContext> {
  await call(who, 'POST', '/session', { login, password });
  await call(who, 'POST', '/session/password', { current: password, next: `${login}-${PASSWORD}` });
  return who;
}

beforeAll(async () => {
  started = await startPage();
  ({ page, base, errors } = started);
  await page.getByRole('navigation').waitFor();
});

// Where it stood when something failed.
afterEach(() => picture(page, 'rectification-99-last'));

afterAll(() => started?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = () => page.getByRole('dialog');
const choose = async (label: string, option: string | RegExp) => {
  await dialog().getByLabel(label, { exact: true }).click();
  await page.getByTitle(option).last().click();
};

async function check(name: string): Promise<void> {
  await settled(page);
  await picture(page, `rectification-${name}`);
  expect(await accessibilityFaults(page)).toEqual([]);
}

it('puts a problem right: raised by hand, measures, satisfaction, close-out, look-back, three lists', async () => {
  const admin = page.context().request;
  const { password } = await call<{ password: string }>(admin, 'POST', '/set-up/examples');
  const { rows: reports } = await call<{ rows: { id: string }[] }>(admin, 'GET', '/reports');
  for (const { id } of reports) {
    const { items } = await call<{ items: { id: string }[] }>(admin, 'GET', `/reports/${id}`);
    await call(admin, 'POST', `/reports/${id}/items/accept`, { itemIds: items.map((item) => item.id) });
  }

  // Raised by hand.
  await page.goto(`${base}/problems`);
  await page.getByRole('heading', { name: /^问题/ }).waitFor();
  await check('01-problems');
  await button('登记问题').click();
  await dialog().getByLabel('问题', { exact: true }).fill('部分企业隐患自查流于形式');
  await dialog().getByLabel('问题表现').fill('抽查企业 12 家，其中 5 家自查台账为空白。');
  await choose('问题来源', '审计');
  await dialog().getByLabel('问题类别').fill('安全生产');
  await dialog().getByLabel('提出方').fill('区审计局');
  await dialog().getByLabel('整改单位').click();
  await page.getByRole('treeitem').getByText('区应急管理局').click();
  await choose('责任人', /^蒋海波/);
  await choose('挂钩领导', /^梁敬之/);
  await dialog().getByLabel('责任类别').fill('监管责任');
  await dialog().getByLabel('整改时限').fill('2031-12-20');
  await dialog().getByLabel('整改时限').press('Enter');
  await picture(page, 'rectification-02-new-problem');
  await dialog().getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { name: '部分企业隐患自查流于形式' }).waitFor();

  // Causes and measures.
  await button('补充原因').click();
  await page.getByLabel('原因', { exact: true }).fill('企业安全员不会查、不愿查，监管部门只收台账不核现场。');
  await button('保存').click();
  await page.getByText('只收台账不核现场').first().waitFor();
  await button('新建措施').click();
  await dialog().getByLabel('整改措施').fill('组织企业安全员轮训，考核合格后上岗');
  await picture(page, 'rectification-03-new-measure');
  await dialog().getByRole('button', { name: '新建并交办' }).click();
  await page.getByRole('link', { name: '组织企业安全员轮训，考核合格后上岗' }).waitFor();
  await check('04-problem');

  // The person responsible does the work; a supervisor closes the measure.
  const id = page.url().split('/').at(-1) as string;
  const away = await (page.context().browser() as Browser).newContext({ viewport: { width: 390, height: 844 } });
  const staff = await enter(away.request, 'jianghaibo', password);
  const read = (who = admin) => call<ProblemDetail>(who, 'GET', `/problems/${id}`);
  const taskId = (await read()).tasks[0].id;
  const work = async (who: APIRequestContext, move: string, ask: object = {}) => {
    const { version } = await call<TaskDetail>(who, 'GET', `/tasks/${taskId}`);
    await call(who, 'POST', `/tasks/${taskId}/${move}`, { version, ...ask });
  };
  await work(staff, 'accept');
  const upload = { file: { name: '轮训签到表.txt', mimeType: 'text/plain', buffer: Buffer.from('签到 128 人') } };
  await staff.post(`${base}/api/v1/tasks/${taskId}/attachments`, { multipart: upload });
  await work(staff, 'submit', { narrative: '轮训 3 期 128 人，考核合格 126 人，2 人补考后合格。' });
  await work(admin, 'close');

  // He gives evidence for the problem itself, on a phone, and reports it put right.
  const phone = await away.newPage();
  phone.on('pageerror', ({ message }) => errors.push(message));
  await phone.goto(`${base}/problems/${id}`);
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const proof = phone.locator('.ant-card', { hasText: '佐证材料（本问题' });
  await proof
    .locator('input[type=file]')
    .setInputFiles([file('复核记录.txt', '逐家复核 12 家'), file('错传.txt', '错')]);
  await phone.getByText('佐证材料（本问题 2 份，整改措施 1 份）').waitFor();
  await phone.getByRole('button', { name: '移除：错传.txt' }).click();
  await phone.getByRole('dialog').getByLabel('理由').fill('传错了文件');
  await phone.getByRole('dialog').getByRole('button', { name: '移除' }).click();
  await phone.getByText('移除：传错了文件').waitFor();
  await phone.getByRole('button', { name: '报告整改完成' }).click();
  await phone.getByRole('dialog').locator('input[type=file]').setInputFiles(file('持证名单.txt', '126 人'));
  await phone.getByText('已上传：持证名单.txt').waitFor();
  await phone.getByRole('dialog').getByLabel('整改结果').fill('企业安全员全部持证上岗，台账逐家复核。');
  await settled(phone);
  await picture(phone, 'rectification-04-phone-rectify');
  await phone.getByRole('dialog').getByRole('button', { name: '报告整改完成' }).click();
  await proof.scrollIntoViewIfNeeded();
  await settled(phone);
  await picture(phone, 'rectification-04-phone-evidence');
  expect(await accessibilityFaults(phone)).toEqual([]);
  await phone.close();
  await page.reload();
  await page.getByText('佐证材料（本问题 2 份，整改措施 1 份）').scrollIntoViewIfNeeded();
  await check('04-evidence');

  // Somebody is not satisfied: reopened, with a reply due.
  await button('登记满意度').click();
  await dialog().getByLabel('征求意见对象').fill('区审计局、企业代表');
  await dialog().getByLabel('满意', { exact: true }).fill('17');
  await dialog().getByLabel('基本满意').fill('2');
  await dialog().getByLabel('不满意').fill('1');
  await dialog().getByLabel('仍有的疑问').fill('夜班安全员没有参加轮训。');
  await dialog().getByLabel('答复时限').fill('2031-10-10');
  await dialog().getByLabel('答复时限').press('Enter');
  await check('05-satisfaction');
  await dialog().getByRole('button', { name: '登记满意度' }).click();
  await page.getByText('提出方仍有疑问，整改单位应于 2031-10-10 前答复').waitFor();

  const again = { version: (await read(staff)).version, result: '夜班安全员补训 1 期 22 人，已向提出方当面答复。' };
  const rectified = await call<ProblemDetail>(staff, 'POST', `/problems/${id}/rectify`, again);
  const survey = { asked: '区审计局', askedOn: rectified.raisedOn, satisfied: 1, basically: 0, dissatisfied: 0 };
  await call(admin, 'POST', `/problems/${id}/satisfaction`, { version: rectified.version, ...survey });
  await page.reload();
  await button('核实销号').click();
  await dialog().getByLabel('销号依据').fill('现场抽查 12 家企业，台账完整；培训签到表、试卷存区应急局综合科。');
  await dialog().getByRole('button', { name: '核实销号' }).click();
  await page.getByText('待回头看').waitFor();
  await check('06-closed');
  await page.setViewportSize({ width: 390, height: 844 });
  await check('07-phone');
  await page.setViewportSize({ width: 1440, height: 900 });

  // The look-back finds it has come back.
  await page.goto(`${base}/problems/look-backs?all=true`);
  await page.getByRole('link', { name: '部分企业隐患自查流于形式' }).waitFor();
  await check('08-look-backs');
  await page.getByRole('link', { name: '部分企业隐患自查流于形式' }).click();
  await button('登记回头看').click();
  await dialog().getByLabel('反弹，重新整改').check();
  await dialog().getByLabel('回头看情况').fill('抽查 10 家，2 家台账再次空白。');
  await dialog().getByRole('button', { name: '登记回头看' }).click();
  await page.getByText('反弹，重新整改').waitFor();

  // A problem of a report: its sentence, its measures and its unit on one screen.
  const { rows: problems } = await call<ProblemPage>(admin, 'GET', '/problems?origin=report');
  const answered = problems.find(({ measures }) => measures > 0) ?? problems[0];
  await page.goto(`${base}/problems/${answered.id}`);
  await page.locator('.context mark').waitFor();
  await check('09-problem-of-a-report');

  await page.goto(`${base}/problems`);
  await button('按单位、类别查看').click();
  await page.getByRole('columnheader', { name: '整改单位（含下级）' }).waitFor();
  await check('10-rate');
  await page.getByRole('link', { name: '三张清单' }).click();
  for (const [name, column] of [
    ['问题清单', '提出方'],
    ['责任清单', '责任类别'],
    ['整改清单', '措施状态'],
  ]) {
    await page.getByRole('tab', { name }).click();
    await page.getByRole('columnheader', { name: column }).waitFor();
    await check(`11-${name}`);
  }
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'rectification-12-print');
  expect(await page.getByRole('heading', { name: '整改清单', exact: true }).isVisible()).toBe(true);
  expect(await page.getByRole('tab', { name: '整改清单' }).isVisible()).toBe(false);
  expect(errors).toEqual([]);
});
