import type { Problem } from '../../apps/api/src/problem.filter';
import type { StoredMail, MailboxPage } from '../../libs/reminders/src/mailbox/mailbox.view';
import { MailTemplates } from '../../libs/reminders/src/templates/mail-templates';
import { sampleValues, TEMPLATES } from '../../libs/reminders/src/templates/template-list';
import type { TemplatePreview, TemplateView, TestMail } from '../../libs/reminders/src/templates/template.view';
import type { HistoryPage } from '../../libs/audit/src/audit.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { DataSource } from 'typeorm';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { startMailServer } from '../support/mail-server';
import { addPerson } from '../support/people';

let application: TestApplication;
let admin: Browserless;
beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
});
afterAll(() => application?.close());

const template = async (name = 'digest') =>
  (await admin.get<TemplateView[]>('/mail-templates')).find((one) => one.name === name) as TemplateView;
const put = (name: string, body: object) => admin.send('PUT', `/mail-templates/${name}`, body);
const words = ({ subject, opening, closing }: TemplateView) => ({ subject, opening, closing });

it('lists the words in force with what may be inserted', async () => {
  const all = await admin.get<TemplateView[]>('/mail-templates');
  expect(all.map(({ name, changed, version }) => ({ name, changed, version }))).toEqual([
    { name: 'digest', changed: false, version: 0 },
    { name: 'at-once', changed: false, version: 0 },
    { name: 'notice', changed: false, version: 0 },
  ]);
  expect(words(all[0])).toEqual(TEMPLATES.digest.words);
  expect(all[0].variables).toContainEqual({ name: 'name', about: '收件人姓名', sample: '王芳' });
});

it('previews text and HTML, in which nothing written becomes markup', async () => {
  const opening = '{{name}}您好 <script>alert(1)</script>\n\n共 {{count}} 项';
  const ask = { subject: '{{count}} 项<b>', opening, closing: '' };
  const preview = await admin.post<TemplatePreview>('/mail-templates/digest/preview', ask);
  expect(preview).toMatchObject({ subject: '6 项<b>', faults: [] });
  expect(preview.text).toContain('王芳您好 <script>alert(1)</script>');
  expect(preview.html).toContain('>王芳您好 &lt;script&gt;alert(1)&lt;/script&gt;</p>');
  expect(preview.html).toContain('<title>6 项&lt;b&gt;</title>');
  expect(preview.html).not.toMatch(/<script|<b>/);
});

it('tells every fault with its place, and saves nothing', async () => {
  const before = await template();
  const ask = { subject: '一\n二', opening: '好\n{{constructor}}', closing: '{{#each x}}{{/each}}' };
  const preview = await admin.post<TemplatePreview>('/mail-templates/digest/preview', ask);
  expect(preview).toMatchObject({ subject: null, html: null, text: null });
  expect(preview.faults.map(({ part, line, column }) => [part, line, column])).toEqual([
    ['opening', 2, 3],
    ['closing', 1, 1],
    ['subject', 1, 0],
  ]);
  const refused = await put('digest', { ...ask, version: before.version });
  expect(refused.statusCode).toBe(422);
  const { code, errors } = JSON.parse(refused.body) as Problem;
  expect(code).toBe('mail-template.wrong');
  expect(errors?.[0].message).toMatch(/^开头第 2 行第 3 字：没有变量“constructor”，可以用的变量有：name、/);
  expect(await template()).toEqual(before);
  expect((await put('constructor', { ...words(before), version: 0 })).statusCode).toBe(404);
});

it('keeps own words, gives them to every process, and takes ours again', async () => {
  const elsewhere = () => new MailTemplates(application.app.get(DataSource));
  const before = await elsewhere().of('digest');
  const first = await template();
  const opening = '{{name}}同志：请查收。';
  const set = JSON.parse(
    (await put('digest', { ...words(first), opening, version: first.version })).body,
  ) as TemplateView;
  expect(set).toMatchObject({ opening, changed: true, version: 1, editedBy: '管理员' });
  const after = await elsewhere().of('digest');
  expect(after.opening(sampleValues('digest'))).toBe('王芳同志：请查收。');
  // What was asked for once stays for its batch; what was not changed is still ours.
  expect(before.opening(sampleValues('digest'))).toContain('截至2026年6月30日');
  expect(after.subject(sampleValues('digest'))).toBe(before.subject(sampleValues('digest')));

  const late = await put('digest', { ...words(first), version: first.version });
  expect([late.statusCode, (JSON.parse(late.body) as Problem).code]).toEqual([409, 'mail-template.changed']);

  const reset = await admin.post<TemplateView>('/mail-templates/digest/reset', { version: 1 });
  expect(reset).toMatchObject({ ...TEMPLATES.digest.words, changed: false, version: 2 });
  expect((await elsewhere().of('digest')).opening(sampleValues('digest'))).toContain('截至2026年6月30日');

  const { rows } = await admin.get<HistoryPage>('/history?subject=mail-template');
  expect(rows.map(({ action, reason, changes }) => [action, reason, changes[0].to])).toEqual([
    ['restore-default', '每日摘要', TEMPLATES.digest.words.opening],
    ['change', '每日摘要', opening],
  ]);
});

it('falls back on our words when stored ones no longer pass', async () => {
  const db = application.app.get(DataSource);
  await db.query(
    `INSERT INTO mail_template (name, subject, opening, edited_by_id, edited_at)
     SELECT 'notice', '{{gone}}', '有效：{{about}}', id, now() FROM person LIMIT 1`,
  );
  application.app.get(MailTemplates).forget();
  const notice = await application.app.get(MailTemplates).of('notice');
  expect(notice.subject({ about: '退信' })).toBe('【落实】退信');
  expect(notice.opening({ about: '退信' })).toBe('有效：退信');
});

it('belongs to who administers the whole organisation', async () => {
  const [top] = await admin.get<UnitView[]>('/units');
  const unit = await admin.post<UnitView>('/units', { parentId: top.id, name: '青石街道' }, 201);
  const { client } = await addPerson(application, 'local', 'administrator', unit);
  await expect(client.get('/mail-templates')).rejects.toThrow('mail-template.not-yours');
});

const WORDS = { subject: '{{count}} 项', opening: '{{name}}：', closing: '完' };

it('sends a test into the local mailbox while no mail server is set', async () => {
  await expect(admin.post('/mail-templates/digest/test', WORDS)).rejects.toThrow('mail-template.no-address');
  await application.app.get(DataSource).query(`UPDATE person SET email = 'admin@example.com' WHERE login = 'admin'`);
  const sent = await admin.post<TestMail>('/mail-templates/digest/test', WORDS);
  expect(sent).toEqual({ sentTo: 'admin@example.com', local: true, answer: '本机邮箱' });
  const { rows } = await admin.get<MailboxPage>('/mailbox');
  expect(rows).toMatchObject([{ kind: 'notice', subject: '【测试】6 项', recipientName: '管理员' }]);
  const mail = await admin.get<StoredMail>(`/mailbox/${rows[0].id}`);
  expect(mail.text).toContain('王芳：');
  expect(mail.html).toContain('>王芳：</p>');
});

describe('with a mail server', () => {
  let server: Awaited<ReturnType<typeof startMailServer>>;
  let wired: TestApplication;
  beforeAll(async () => {
    server = await startMailServer();
    wired = await startApplication({ SMTP_URL: server.url });
  });
  afterAll(async () => {
    await wired?.close();
    await server?.stop();
  });

  const test = async (email: string) => {
    await wired.app.get(DataSource).query(`UPDATE person SET email = $1 WHERE login = 'admin'`, [email]);
    return wired.admin.send('POST', '/mail-templates/digest/test', WORDS);
  };
  const mails = () =>
    wired.app.get(DataSource).query('SELECT status, text, html, answer FROM mail ORDER BY claimed_at DESC, id');

  it('sends the test out, and keeps of it only that it went', async () => {
    const answer = JSON.parse((await test('admin@example.com')).body) as TestMail;
    expect(answer).toMatchObject({ sentTo: 'admin@example.com', local: false });
    expect(server.mails.map(({ subject, text }) => [subject, text?.slice(0, 3)])).toEqual([['【测试】6 项', '王芳：']]);
    expect(server.mails[0].html).toContain('>王芳：</p>');
    expect(await mails()).toEqual([{ status: 'sent', text: null, html: null, answer: answer.answer }]);
  });

  it('tells what the server refused', async () => {
    const answer = await test('gone@example.com');
    expect(answer.statusCode).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'mail-template.not-sent' });
    expect(answer.body).toContain('no such mailbox');
    expect((await mails())[0]).toMatchObject({ status: 'failed' });
  });
});
