import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { BellView } from '../../libs/reminders/src/bell/bell.view';
import type { MentionablePerson, TaskComments } from '../../libs/reminders/src/comments/comment.view';
import { DeliveryService } from '../../libs/reminders/src/delivery/delivery.service';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { startMailServer } from '../support/mail-server';
import { addPerson, type SignedIn } from '../support/people';
import { setClock } from '../support/set-clock';
import { anAcceptedTask } from '../support/tracked-task';

jest.setTimeout(60_000);

let mail: Awaited<ReturnType<typeof startMailServer>>;
let application: TestApplication;
let admin: Browserless;
let db: DataSource;
let units: Record<'education' | 'finance', UnitView>;
let people: Record<'officer' | 'liaison' | 'namesake' | 'leader' | 'auditor' | 'stranger', SignedIn>;
let task: TaskDetail;

beforeAll(async () => {
  mail = await startMailServer();
  application = await startApplication({ SMTP_URL: mail.url });
  admin = application.admin;
  db = application.app.get(DataSource);
  // A working day at an hour of mails.
  setClock(application, '2026-10-20T09:30:00+08:00');
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string) => admin.post<UnitView>('/units', { parentId: root.id, name }, 201);
  units = { education: await add('区教育局'), finance: await add('区财政局') };
  people = {
    officer: await addPerson(application, 'officer', 'staff', units.education),
    liaison: await addPerson(application, 'liaison', 'liaison', units.education),
    namesake: await addPerson(application, 'namesake', 'liaison', units.finance),
    leader: await addPerson(application, 'leader', 'leader', units.education),
    auditor: await addPerson(application, 'auditor', 'auditor', units.education),
    stranger: await addPerson(application, 'stranger', 'liaison', units.finance),
  };
  await db.query(`UPDATE person SET name = CASE WHEN login IN ('liaison', 'namesake') THEN '张三' ELSE login END`);
  await db.query(`UPDATE person SET email = login || '@example.com'`);
});
afterAll(async () => {
  await application?.close();
  await mail?.stop();
});
beforeEach(async () => {
  task = await anAcceptedTask(application, units.education, people.officer);
});

const path = () => `/tasks/${task.id}/comments`;
const list = (as = people.officer.client) => as.get<TaskComments>(path());
const write = (text: string, mentions: object[] = [], as = people.officer.client) =>
  as.post<TaskComments>(path(), { text, mentions });
const choose = (q: string, as = people.officer.client) =>
  as.get<MentionablePerson[]>(`${path()}/mentionable?q=${encodeURIComponent(q)}`);
const mention = ({ id: personId }: SignedIn, words: string) => ({ personId, words });
const bell = async ({ client }: SignedIn) =>
  (await client.get<BellView>('/bell')).rows.filter(({ kind, taskId }) => kind === 'mention' && taskId === task.id);
const ledger = () =>
  db.query<{ login: string; status: string; why: string | null; own: boolean }[]>(
    `SELECT p.login, r.status, r.why, r.rule = 'mention-' || r.comment_id AS own FROM reminder r
     JOIN person p ON p.id = r.recipient_id WHERE r.task_id = $1 AND r.comment_id IS NOT NULL ORDER BY p.login`,
    [task.id],
  );
const refused = async (method: 'POST' | 'PUT' | 'DELETE', at: string, body: object | undefined, as: SignedIn) => {
  const answer = await as.client.send(method, at, body);
  const { code } = JSON.parse(answer.body) as { code: string };
  return `${answer.statusCode} ${code}`;
};

it('is read by whoever sees the task, as it was written', async () => {
  const text = '第一行\r\n  <img src=x onerror=alert(1)> https://example.com\n\n末行';
  const { rows, total, mayComment } = await write(text);
  expect(total).toBe(1);
  expect(mayComment).toBe(true);
  expect(rows[0]).toMatchObject({ text: text.replace('\r\n', '\n'), by: 'officer', mine: true, deletedAt: null });
  const seen = await list(people.auditor.client);
  expect(seen.mayComment).toBe(false);
  expect(seen.rows[0]).toMatchObject({ text: rows[0].text, mine: false, editableUntil: null });
  expect((await people.stranger.client.send('GET', path())).statusCode).toBe(404);
});

it('is not written by who only reads, nor without words, nor without end', async () => {
  expect(await refused('POST', path(), { text: '看过' }, people.auditor)).toBe('403 comment.read-only');
  expect(await refused('POST', path(), { text: '看过' }, people.stranger)).toBe('404 task.unknown');
  for (const text of [' \n ', '长'.repeat(2001)]) {
    expect((await people.officer.client.send('POST', path(), { text })).statusCode).toBe(422);
  }
  expect((await write('长'.repeat(2000))).total).toBe(1);
});

it('offers whoever may see the task, and tells namesakes apart by their units', async () => {
  expect((await choose('张三')).map(({ words }) => words)).toEqual(['张三']);
  const { version } = await admin.get<TaskDetail>(`/tasks/${task.id}`);
  const support = { version, units: [{ unitId: units.finance.id, duty: '经费' }] };
  expect((await admin.send('PUT', `/tasks/${task.id}/support`, support)).statusCode).toBe(204);
  expect((await choose('张三')).map(({ words }) => words)).toEqual(['张三（区教育局）', '张三（区财政局）']);
  expect((await choose('OFFIC')).map(({ name }) => name)).toEqual(['officer']);
  expect(await choose('没有此人')).toEqual([]);
  await db.query(`UPDATE person SET active = false WHERE login = 'namesake'`);
  expect((await choose('张三')).map(({ words }) => words)).toEqual(['张三']);
  await db.query(`UPDATE person SET active = true WHERE login = 'namesake'`);
});

it('refuses to mention who may not see the task, or somebody under another name', async () => {
  const stranger = { text: '@stranger 请看', mentions: [mention(people.stranger, 'stranger')] };
  expect(await refused('POST', path(), stranger, people.officer)).toBe('422 comment.not-mentionable');
  const other = { text: '@局长 请看', mentions: [mention(people.leader, '局长')] };
  expect(await refused('POST', path(), other, people.officer)).toBe('422 comment.not-mentionable');
  expect((await list()).total).toBe(0);
});

it('rings the bell of whom it mentions, in one row of the ledger, and stands in the next digest', async () => {
  const own = mention(people.officer, 'officer');
  await write('@leader 请协调经费 @officer', [mention(people.leader, 'leader'), own]);
  expect(await ledger()).toEqual([{ login: 'leader', status: 'planned', why: null, own: true }]);
  const [line] = await bell(people.leader);
  expect(line).toMatchObject({ rule: '评论提到（officer）', note: '@leader 请协调经费 @officer', read: false });
  await db.query(`INSERT INTO mail_preference (person_id, send_hour) VALUES ($1, 0)`, [people.leader.id]);
  await application.app.get(DeliveryService).deliver();
  expect((await ledger())[0].status).toBe('sent');
  const sent = mail.mails.find(({ text }) => text?.includes('评论提到您'));
  expect(sent?.text).toMatch(/评论人 officer[^]*请协调经费/);
});

it('is changed for a while, and takes back what it says no more', async () => {
  const { rows } = await write('@leader 请协调', [mention(people.leader, 'leader')]);
  const one = `${path()}/${rows[0].id}`;
  const edited = {
    text: '@张三 请协调',
    mentions: [mention(people.leader, 'leader'), mention(people.liaison, '张三')],
  };
  expect(await refused('PUT', one, edited, people.leader)).toBe('403 comment.not-yours');
  expect((await people.officer.client.send('PUT', one, edited)).statusCode).toBe(200);
  expect((await list()).rows[0]).toMatchObject({ text: '@张三 请协调', editedAt: expect.any(String) as string });
  expect((await ledger()).map(({ login, status }) => `${login} ${status}`)).toEqual([
    'leader superseded',
    'liaison planned',
  ]);
  expect(await bell(people.leader)).toEqual([]);
  const back = { text: '@leader 还是请协调', mentions: [mention(people.leader, 'leader')] };
  expect((await people.officer.client.send('PUT', one, back)).statusCode).toBe(200);
  expect(await bell(people.leader)).toHaveLength(1);
  await db.query(`UPDATE task_comment SET at = at - interval '16 minutes' WHERE id = $1`, [rows[0].id]);
  expect(await refused('PUT', one, edited, people.officer)).toBe('409 comment.too-late');
});

it('leaves a trace when it is deleted, and its words only to the audit', async () => {
  const { rows } = await write('@leader 身份证号写错了地方', [mention(people.leader, 'leader')]);
  const one = `${path()}/${rows[0].id}`;
  expect(await refused('DELETE', one, undefined, people.leader)).toBe('403 comment.not-yours');
  expect((await people.officer.client.send('DELETE', one)).statusCode).toBe(200);
  const seen = await list(people.leader.client);
  expect(seen.rows[0]).toMatchObject({ text: null, mentions: [], deletedAt: expect.any(String) as string });
  expect(await bell(people.leader)).toEqual([]);
  expect(await refused('DELETE', one, undefined, people.officer)).toBe('409 comment.deleted');
  const detail = await people.leader.client.send('GET', `/tasks/${task.id}`);
  expect(detail.body).not.toContain('身份证号');
  const kept = await db.query<{ action: string }[]>(
    `SELECT action FROM history WHERE subject_id = $1 AND action LIKE '%comment' ORDER BY id`,
    [task.id],
  );
  expect(kept.map(({ action }) => action)).toEqual(['comment', 'delete-comment']);
});

it('is not mailed any more when it was deleted after a mail had taken it along', async () => {
  const { rows } = await write('@leader 请协调', [mention(people.leader, 'leader')]);
  await db.query(`UPDATE task_comment SET deleted_at = now() WHERE id = $1`, [rows[0].id]);
  await db.query(`UPDATE reminder SET at_once = true WHERE comment_id = $1`, [rows[0].id]);
  await application.app.get(DeliveryService).deliver();
  expect((await ledger())[0]).toMatchObject({ status: 'superseded', why: '评论已删除，或不再提到收件人' });
});
