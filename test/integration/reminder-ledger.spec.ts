import { randomUUID } from 'node:crypto';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Mail } from '../../libs/reminders/src/delivery/mail.entity';
import type {
  ReminderDetail,
  ReminderExplanation,
  ReminderPage,
  TaskReminders,
} from '../../libs/reminders/src/ledger/ledger.view';
import { REMINDERS_QUEUE } from '../../libs/reminders/src/reminder-jobs';
import { Reminder } from '../../libs/reminders/src/reminder.entity';
import { Task } from '../../libs/tasks/src/task.entity';
import { startApplication, type TestApplication } from '../support/application';
import { growSubTree, type SubTree } from '../support/sub-tree';

jest.setTimeout(60_000);

let application: TestApplication;
let db: DataSource;
let east: SubTree;
let west: SubTree;

beforeAll(async () => {
  application = await startApplication({ SMTP_URL: 'smtp://127.0.0.1:1' });
  db = application.app.get(DataSource);
  const [root] = await application.admin.get<UnitView[]>('/units');
  east = await growSubTree(application, root, '东');
  west = await growSubTree(application, root, '西');
  await db.query(`UPDATE person SET email = 'staff@example.com' WHERE id = $1`, [east.people.staff.id]);
  await db.query('UPDATE person SET email = NULL WHERE id = $1', [east.other.id]);
});
afterAll(() => application?.close());

const list = (query = '', client = east.people.supervisor.client) =>
  client.get<ReminderPage>(`/reminders${query && `?${query}`}`);
const ids = ({ rows }: Pick<ReminderPage, 'rows'>) => rows.map(({ id }) => id);

/** A mail that has gone to `staff` of the east. */
function sentMail(more: Partial<Mail> = {}): Promise<Mail> {
  return db.getRepository(Mail).save({
    ...{ kind: 'digest', recipientId: east.people.staff.id, address: 'staff@example.com', day: '2026-02-18' },
    ...{ status: 'sent', subject: '【落实】任务提醒', messageId: `<${randomUUID()}@luoshi>`, answer: '250 2.0.0 OK' },
    ...{ claimedAt: new Date(), sendingAt: new Date(), settledAt: new Date(), ...more },
  } as Mail);
}

describe('the ledger', () => {
  it('is turned page by page, newest first, nothing twice and nothing left out', async () => {
    const all = await list('limit=200');
    expect(all.total).toBe(all.rows.length);
    expect(all.rows.length).toBeGreaterThan(5);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ReminderPage = await list(`limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...ids(page));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids(all));
    const times = all.rows.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('shows each supervisor his own units, and the first administrator all', async () => {
    const names = async (client: SubTree['people']['staff']['client']) =>
      new Set((await list('limit=200', client)).rows.map(({ unitName }) => unitName));
    expect(await names(east.people.supervisor.client)).toEqual(new Set(['东片区']));
    expect(await names(west.people.auditor.client)).toEqual(new Set(['西片区']));
    expect(await names(application.admin)).toEqual(new Set(['东片区', '西片区']));
    await expect(list('', east.people.leader.client)).rejects.toThrow('session.not-permitted');
  });

  it('is searched by state, rule, person, unit, words and days', async () => {
    const one = await east.reminder(east.people.leader.id, { rule: 'escalate-leader', status: 'superseded' });
    const { code } = await db.manager.findOneByOrFail(Task, { id: one.taskId });
    const finds = async (query: string) => (await list(`${query}&limit=200`)).rows.some(({ id }) => id === one.id);
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const hits: [query: string, hit: boolean][] = [
      ['status=superseded', true],
      ['status=sent,superseded', true],
      ['status=sent', false],
      ['kind=escalate', true],
      ['kind=before,due', false],
      [`person=${east.people.leader.id}`, true],
      [`person=${east.people.staff.id}`, false],
      [`person=${encodeURIComponent('东lea')}`, true],
      [`person=${encodeURIComponent('%')}`, false],
      [`unitId=${east.unit.id}`, true],
      [`unitId=${east.below.id}`, false],
      [`q=${encodeURIComponent(code)}`, true],
      [`q=${encodeURIComponent('片区任务')}`, true],
      [`q=${encodeURIComponent('没有的词')}`, false],
      [`from=${day(-2)}&to=${day(2)}`, true],
      [`from=${day(-9)}&to=${day(-5)}`, false],
    ];
    const found = await Promise.all(hits.map(async ([query]) => [query, await finds(query)]));
    expect(found).toEqual(hits);
    expect((await list(`kind=escalate`)).rows[0]).toMatchObject({ rule: '逾期上报分管领导', kind: 'escalate' });
  });

  it('says in which mail a reminder travelled, with what, and what the server answered', async () => {
    const mail = await sentMail();
    const sent = { mailId: mail.id, status: 'sent', settledAt: mail.settledAt } as const;
    const first = await east.reminder(east.people.staff.id, sent);
    const second = await east.reminder(east.people.staff.id, { ...sent, rule: 'due' });
    const elsewhere = await west.reminder(east.people.staff.id, sent);
    const detail = await east.people.supervisor.client.get<ReminderDetail>(`/reminders/${first.id}`);
    expect(detail.reminder).toMatchObject({
      ...{ status: 'sent', rule: '提前 7 个工作日', opens: true },
      mail: { subject: '【落实】任务提醒', answer: '250 2.0.0 OK', messageId: mail.messageId, kind: 'digest' },
    });
    expect([ids({ rows: detail.together }), detail.hidden]).toEqual([[second.id], 1]);
    const own = await east.people.staff.client.get<ReminderDetail>(`/reminders/${first.id}`);
    expect([ids({ rows: own.together }), own.hidden]).toEqual([[elsewhere.id, second.id], 0]);
    // The task of the other unit is not his any more; its title is not shown.
    expect(own.together.map(({ taskTitle, opens }) => [taskTitle, opens])).toEqual([
      [null, false],
      ['东片区任务', true],
    ]);
  });
});

describe('what a person was sent', () => {
  it('is all his own, and nothing else', async () => {
    const own = await east.people.leader.client.get<ReminderPage>('/reminders/own?limit=200');
    expect(own.rows.length).toBeGreaterThan(0);
    expect(new Set(own.rows.map(({ recipientId }) => recipientId))).toEqual(new Set([east.people.leader.id]));
  });
});

describe('on the page of a task', () => {
  it('hides from others what is wrong with somebody’s address', async () => {
    const { taskId } = await east.reminder(east.people.staff.id, { status: 'failed', why: '550 no such user' });
    const why = async (role: 'supervisor' | 'liaison' | 'staff') =>
      (await east.people[role].client.get<TaskReminders>(`/tasks/${taskId}/reminders`)).rows[0].why;
    expect([await why('supervisor'), await why('staff'), await why('liaison')]).toEqual([
      ...['550 no such user', '550 no such user', null],
    ]);
  });

  it('everybody who sees the task sees who was reminded; mails only who looks after reminders, or who got them', async () => {
    const mail = await sentMail({ day: '2026-02-19' });
    const { taskId } = await east.reminder(east.people.staff.id, { mailId: mail.id, status: 'sent' });
    const seenBy = async (role: 'supervisor' | 'liaison' | 'staff') => {
      const { client } = east.people[role];
      const { rows, mayAskAbout, total } = await client.get<TaskReminders>(`/tasks/${taskId}/reminders`);
      return [rows[0].recipientName, rows[0].mail?.answer, mayAskAbout, total];
    };
    expect(await seenBy('supervisor')).toEqual(['东staff', '250 2.0.0 OK', true, 1]);
    expect(await seenBy('staff')).toEqual(['东staff', '250 2.0.0 OK', false, 1]);
    expect(await seenBy('liaison')).toEqual(['东staff', undefined, false, 1]);
  });
});

describe('why somebody did, or did not, get a mail', () => {
  const why = async (taskId: string, personId: string, client = east.people.supervisor.client) =>
    (await client.get<ReminderExplanation>(`/tasks/${taskId}/reminders/explanation?personId=${personId}`)).sentences;

  it('tells what became of each, and what stands in the way', async () => {
    const { taskId } = await east.reminder(east.people.staff.id, { status: 'superseded', why: '任务已改期' });
    await db.query(`INSERT INTO undeliverable_address (address, answer) VALUES ('staff@example.com', '550 gone')`);
    await db.query(`INSERT INTO mail_preference (person_id, declined) VALUES ($1, '{before}')`, [east.people.staff.id]);
    expect(await why(taskId, east.people.staff.id)).toEqual([
      '2026-02-18 计划“提前 7 个工作日”提醒，发给东staff：没有发送，任务已改期。',
      '邮箱 staff@example.com 已被邮件服务器拒收（“550 gone”），更正之前不再发送。请管理员更正。',
      '东staff选择了不用邮件接收“即将到期”提醒，这类提醒只出现在本系统中。',
    ]);
    expect(await why(taskId, east.people.staff.id, east.people.staff.client)).toHaveLength(3);
    await db.query('DELETE FROM undeliverable_address; DELETE FROM mail_preference');
  });

  it('tells why there is none', async () => {
    const { id } = await east.task('in-progress', { dueOn: '2999-01-01' });
    const none = (name: string) => `提醒台账中没有${name}关于这项任务的提醒。`;
    expect(await why(id, east.people.staff.id)).toEqual([
      none('东staff'),
      '任务的完成时限是 2999-01-01，还没有到提醒规则规定的日子。',
    ]);
    expect(await why(id, east.other.id)).toEqual([
      none('东other'),
      '东other现在不负责、不配合也不督办这项任务，系统不再提醒其办理。',
      '东other没有登记邮箱，提醒只出现在本系统中。请管理员在“单位与人员”中补充。',
    ]);
    expect((await why(id, east.people.leader.id))[1]).toContain('只在任务等待核实或逾期上报时收到提醒');
    const closed = await east.task('closed');
    expect(await why(closed.id, east.people.staff.id)).toContain('任务已销号，不再提醒。');
  });

  it('names the deputy who got it instead', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await db.query('INSERT INTO absence (person_id, deputy_id, from_day, to_day) VALUES ($1, $2, $3, $3)', [
      east.people.staff.id,
      east.other.id,
      today,
    ]);
    const { taskId } = await east.reminder(east.other.id, { insteadOfId: east.people.staff.id, status: 'claimed' });
    expect(await why(taskId, east.people.staff.id)).toEqual([
      '2026-02-18 计划“提前 7 个工作日”提醒，发给东other（代东staff接收）：正在发送，稍后再看即有结果。',
      `东staff请假至 ${today}，其间的提醒发给代理人东other。`,
    ]);
    await db.query('DELETE FROM absence');
  });
});

describe('sending again', () => {
  const resend = (id: string) => east.people.supervisor.client.post<void>(`/reminders/${id}/resend`, {}, 204);

  it.each(['failed', 'uncertain'] as const)('plans what is %s once more, at once and on record', async (status) => {
    const mail = await sentMail({ status, kind: 'at-once' });
    const { id, taskId } = await east.reminder(east.people.staff.id, {
      status,
      mailId: mail.id,
      settledAt: new Date(),
    });
    const queue = application.app.get<Queue>(getQueueToken(REMINDERS_QUEUE));
    const waiting = await queue.getJobCountByTypes('waiting');
    await resend(id);
    expect(await db.manager.findOneByOrFail(Reminder, { id })).toMatchObject({
      ...{ status: 'planned', atOnce: true, mailId: null, settledAt: null, why: '由东supervisor安排重新发送' },
    });
    expect(await queue.getJobCountByTypes('waiting')).toBe(waiting + 1);
    const history = await db.query<unknown[]>(
      `SELECT actor_name, changes FROM history WHERE subject_id = $1 AND action = 'resend-reminder'`,
      [taskId],
    );
    const changes = [{ field: 'reminder', from: null, to: '提前 7 个工作日，发给东staff' }];
    expect(history).toEqual([{ actor_name: '东supervisor', changes }]);
    // The mail that failed stays as it was.
    expect(await db.manager.findOneByOrFail(Mail, { id: mail.id })).toMatchObject({ status });
    await expect(resend(id)).rejects.toThrow('reminder.not-resendable');
  });

  it('refuses what would come to nothing', async () => {
    const failed = await east.reminder(east.people.staff.id, { status: 'failed' });
    await db.query(`UPDATE task SET status = 'dropped' WHERE id = $1`, [failed.taskId]);
    await expect(resend(failed.id)).rejects.toThrow('reminder.task-closed');
    const homeless = await east.reminder(east.other.id, { status: 'failed' });
    await expect(resend(homeless.id)).rejects.toThrow('reminder.no-address');
    await db.query(`UPDATE person SET email = 'Gone@example.com' WHERE id = $1`, [east.other.id]);
    await db.query(`INSERT INTO undeliverable_address (address, answer) VALUES ('gone@example.com', '550')`);
    await expect(resend(homeless.id)).rejects.toThrow('reminder.no-address');
    await db.query(`UPDATE person SET active = false WHERE id = $1`, [east.other.id]);
    await expect(resend(homeless.id)).rejects.toThrow('reminder.person-inactive');
    expect(await db.manager.findOneByOrFail(Reminder, { id: homeless.id })).toMatchObject({ status: 'failed' });
  });

  it('happens once when two ask for it at the same time', async () => {
    const { id, taskId } = await east.reminder(east.people.staff.id, { status: 'failed' });
    const results = await Promise.allSettled([resend(id), resend(id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [{ count }] = await db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM history WHERE subject_id = $1 AND action = 'resend-reminder'`,
      [taskId],
    );
    expect(count).toBe(1);
  });
});
