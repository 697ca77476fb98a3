import { DataSource } from 'typeorm';
import { WorkingTime } from '../../libs/organisation/src/calendar/working-time';
import { Clock } from '../../libs/platform/src/clock';
import { Mailer } from '../../libs/platform/src/mailer';
import { claim } from '../../libs/reminders/src/delivery/claim';
import { DeliveryService, MailsPostponed } from '../../libs/reminders/src/delivery/delivery.service';
import { Drain } from '../../libs/reminders/src/delivery/drain';
import { MailWriter } from '../../libs/reminders/src/mails/mail-writer';
import { startApplication, type TestApplication } from '../support/application';
import { addressesOf, startMailServer, type MailServer } from '../support/mail-server';
import { addRecipients, makeWorkingDays, planFor, rowsOf } from '../support/reminded';
import { until } from '../support/until';

jest.setTimeout(180_000);

let mail: MailServer;
let application: TestApplication;
let db: DataSource;
let delivery: DeliveryService;

beforeAll(async () => {
  mail = await startMailServer();
  application = await startApplication({ SMTP_URL: mail.url, PUBLIC_URL: 'http://luoshi.example.com' });
  db = application.app.get(DataSource);
  delivery = application.app.get(DeliveryService);
  await makeWorkingDays(db);
});
afterAll(async () => {
  await application?.close();
  await mail?.stop();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await db.query(`DELETE FROM reminder; DELETE FROM mail`);
});

const received = (address: string) => mail.mails.filter((one) => addressesOf(one).includes(address));
const ledgerOf = (people: readonly string[]) =>
  rowsOf<{ rule: string; status: string; why: string | null; mail: string | null; answer: string | null }>(
    db,
    `SELECT r.rule, r.status, r.why, m.status AS mail, m.answer FROM reminder r LEFT JOIN mail m ON m.id = r.mail_id
     WHERE r.recipient_id = ANY($1::uuid[]) ORDER BY r.due_on, r.rule, r.id`,
    [people],
  );

it('sends one digest a day with everything, and what is urgent at once', async () => {
  const [person] = await addRecipients(db, 'wang', 1);
  await planFor(db, [person], { title: '逾期的<b>', rule: 'overdue-3', dueIn: -5 });
  await planFor(db, [person], { title: '今天的', rule: 'due' });
  await planFor(db, [person], { title: '待核实的', rule: 'verify-5', dueIn: 1 });
  // Planned three days ago, when no worker ran.
  await planFor(db, [person], { title: '新交办的', rule: 'assigned', dueIn: 60 });
  await db.query(`UPDATE reminder SET planned_on = planned_on - 3 WHERE rule = 'assigned'`);
  await db.query(`UPDATE task SET status = 'assigned' WHERE title LIKE '新交办的%'`);
  await db.query(`UPDATE task SET status = 'submitted' WHERE title LIKE '待核实的%'`);
  await Promise.all([delivery.deliver(), delivery.deliver()]);
  const [digest, ...more] = received('wang1@example.com');
  expect(more).toEqual([]);
  expect(digest.subject).toBe('【落实】任务提醒：已逾期 1 项，今天到期 1 项，等您处理 1 项，新交办 1 项');
  expect(digest.text).toMatch(
    /【已逾期】1 项\n· 逾期的<b>1\n.*，逾期 5 天，红灯：已逾期\n {2}http:\/\/luoshi\.example\.com\/tasks\/[0-9a-f-]{36}\n/,
  );
  expect(digest.html).toContain('逾期的&lt;b&gt;1');
  expect(digest.html).toMatch(/href="http:\/\/luoshi\.example\.com\/tasks\/[0-9a-f-]{36}"/);
  const ledger = await ledgerOf([person]);
  expect(new Set(ledger.map(({ status }) => status))).toEqual(new Set(['sent']));
  const [{ message_id: messageId }] = await rowsOf<{ message_id: string }>(db, 'SELECT message_id FROM mail');
  expect(digest.messageId).toBe(messageId);
  expect(ledger[0].answer).toMatch(/^250/);

  await planFor(db, [person], { title: '晚来的', rule: 'due' });
  await planFor(db, [person], { title: '催办的', rule: 'nudge-1', dueIn: 3, atOnce: true });
  await delivery.deliver();
  expect(received('wang1@example.com').map(({ subject }) => subject)).toEqual([
    digest.subject,
    '【落实】请尽快办理：催办 1 项',
  ]);
  expect((await ledgerOf([person])).filter(({ status }) => status === 'planned')).toHaveLength(1);
});

it('waits for the hour and the working day, but not with what is urgent', async () => {
  const [person] = await addRecipients(db, 'yeban', 1);
  await db.query('DELETE FROM mail_preference WHERE person_id = $1', [person]);
  await planFor(db, [person], { rule: 'due' });
  await planFor(db, [person], { rule: 'urgent', atOnce: true });
  const clock = application.app.get(Clock);
  const at = (hour: string) =>
    jest.spyOn(clock, 'now').mockReturnValue(new Date(`${clock.today()}T${hour}:30:00+08:00`));
  at('03');
  await delivery.deliver();
  expect((await ledgerOf([person])).map(({ rule, status }) => [rule, status])).toEqual([
    ['due', 'planned'],
    ['urgent', 'sent'],
  ]);
  at('08');
  await delivery.deliver();
  expect((await ledgerOf([person])).map(({ status }) => status)).toEqual(['sent', 'sent']);
});

it.each([
  ['closed', `UPDATE task SET status = 'closed', closed_on = due_on, closed_at = now()`, '任务已是“已销号”'],
  ['submitted', `UPDATE task SET status = 'submitted'`, '任务已是“待核实”'],
  ['extended', `UPDATE task SET due_on = due_on + 30`, /^完成时限已改为\d{4}-/],
  ['without a deadline', `UPDATE task SET due_on = NULL, assigned_on = NULL`, '完成时限已改为未定'],
  ['handed over', `UPDATE task SET assignee_id = (SELECT id FROM person WHERE login = 'admin')`, '已由他人负责'],
  ['of somebody who has left', `UPDATE person SET active = false WHERE login LIKE 'zhao%'`, '收件人已停用'],
])('leaves out a task that was %s between claim and hand-over', async (name, change, why) => {
  const [person, other] = await addRecipients(db, `zhao-${name.replaceAll(' ', '')}-`, 2);
  const [{ taskId }] = await planFor(db, [person]);
  await planFor(db, [other]);
  await claimed([person, other], async () => {
    const where = change.includes('UPDATE person') ? `AND id = '${person}'` : `WHERE id = '${taskId}'`;
    await db.query(`${change} ${where}`);
  });
  const [own] = await ledgerOf([person]);
  expect(own).toMatchObject({ status: 'superseded', why: expect.stringMatching(why) });
  expect(received(`zhao-${name.replaceAll(' ', '')}-1@example.com`)).toEqual([]);
  expect(await rowsOf(db, `SELECT status FROM mail WHERE recipient_id = $1`, [person])).toEqual([{ status: 'empty' }]);
  expect((await ledgerOf([other]))[0].status).toBe('sent');
});

/** Claims for these people, lets something happen, and sends. */
async function claimed(people: string[], meanwhile: () => Promise<void>): Promise<void> {
  const clock = application.app.get(Clock);
  const due = people.map((personId) => ({ personId, kind: 'digest' as const, day: clock.today() }));
  const mails = await claim(db, due, { now: clock.now(), local: false });
  expect(mails).toHaveLength(people.length);
  await meanwhile();
  const [time, mailer, writer] = [
    application.app.get(WorkingTime),
    application.app.get(Mailer),
    application.app.get(MailWriter),
  ];
  const drain = new Drain({ db, clock, time, mailer, writer, answers: [] });
  await drain.send(mails);
  await drain.follow();
}

it('stops asking for progress and carrying up once there is progress', async () => {
  const people = await addRecipients(db, 'jinzhan', 3);
  const plans = [
    await planFor(db, [people[0]], { rule: 'request-2026-10-01' }),
    await planFor(db, [people[1]], { rule: 'escalate-leader', dueIn: -9 }),
    await planFor(db, [people[2]], { rule: 'overdue-1', dueIn: -9 }),
  ];
  await db.query(
    `INSERT INTO progress_entry (task_id, person_id, percent, narrative, at) SELECT unnest($1::uuid[]), $2, 50, '已办', now() + interval '1 s'`,
    [plans.map(([{ taskId }]) => taskId), people[0]],
  );
  await delivery.deliver();
  const rows = await ledgerOf(people);
  expect(rows.map(({ rule, status, why }) => [rule, status, why]).sort()).toEqual([
    ['escalate-leader', 'superseded', '已报送进展'],
    ['overdue-1', 'sent', null],
    ['request-2026-10-01', 'superseded', '已报送进展'],
  ]);
});

it('tells only what its recipient may see: what an absent person lends to his deputy ends with the absence', async () => {
  const [absent, deputy, watcher] = await addRecipients(db, 'daili', 3);
  await db.query(
    `INSERT INTO absence (person_id, deputy_id, from_day, to_day)
     SELECT $1, $2, d - 1, d + 1 FROM (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS d) today`,
    [absent, deputy],
  );
  await planFor(db, [absent], { title: '代办的' });
  await db.query(`UPDATE reminder SET recipient_id = $2, instead_of_id = $1`, [absent, deputy]);
  // A liaison may read his unit's tasks; as staff he may not.
  await planFor(db, [absent], { title: '上报的', rule: 'escalate-unit-head', dueIn: -3 });
  await db.query(`UPDATE reminder SET recipient_id = $1 WHERE rule LIKE 'escalate%'`, [watcher]);
  await delivery.deliver();
  expect(await ledgerOf([deputy, watcher])).toMatchObject([
    { rule: 'escalate-unit-head', status: 'superseded', why: '收件人无权查看这项任务' },
    { rule: 'due', status: 'sent' },
  ]);
  expect(received('daili2@example.com')[0].text).toContain('代daili1办理');

  await db.query('DELETE FROM absence; DELETE FROM reminder; DELETE FROM mail');
  await planFor(db, [absent], { title: '代办的' });
  await db.query(`UPDATE reminder SET recipient_id = $2, instead_of_id = $1`, [absent, deputy]);
  await delivery.deliver();
  expect(await ledgerOf([deputy])).toMatchObject([{ status: 'superseded', why: '代理已结束' }]);
});

it('names fifty of three hundred tasks, the most urgent first, and the number of the others', async () => {
  const [person] = await addRecipients(db, 'duoxiang', 1);
  await planFor(
    db,
    Array.from({ length: 299 }, () => person),
    { title: '一般', rule: 'due' },
  );
  await planFor(db, [person], { title: '最急', rule: 'overdue-9', dueIn: -20 });
  await delivery.deliver();
  const [{ text = '', subject }] = received('duoxiang1@example.com');
  expect(text.match(/^· /gm)).toHaveLength(50);
  expect(text).toMatch(/^· 最急/m);
  expect(text).toContain('另有 250 项，请登录查看');
  expect(subject).toContain('今天到期 299 项');
  expect(new Set((await ledgerOf([person])).map(({ status }) => status))).toEqual(new Set(['sent']));
});

it('does not mail what is declined, nor to whom there is no address', async () => {
  const [person, homeless] = await addRecipients(db, 'bushou', 2);
  await db.query(`UPDATE mail_preference SET declined = '{before}' WHERE person_id = $1`, [person]);
  await db.query('UPDATE person SET email = NULL WHERE id = $1', [homeless]);
  await planFor(db, [person], { rule: 'before-3', dueIn: 3 });
  await planFor(db, [homeless], { rule: 'due' });
  await delivery.deliver();
  expect(await ledgerOf([person, homeless])).toMatchObject([
    { rule: 'due', status: 'failed', why: '收件人没有登记邮箱，只在系统内提醒' },
    { rule: 'before-3', status: 'superseded', why: '收件人不收这类邮件' },
  ]);
});

describe('a mail server', () => {
  it('that refuses one address in 200 gets the others, and the supervisor is told once', async () => {
    const people = await addRecipients(db, 'duo', 199);
    const [gone] = await addRecipients(db, 'gone', 1);
    await db.query(
      `WITH boss AS (INSERT INTO person (name, login, email) VALUES ('督办', 'boss', 'boss@example.com') RETURNING id)
       INSERT INTO role_grant (person_id, unit_id, role) SELECT b.id, u.id, 'supervisor' FROM boss b, unit u WHERE u.parent_id IS NULL`,
    );
    await planFor(db, [gone, ...people]);
    await delivery.deliver();
    expect(await ledgerOf([gone])).toMatchObject([
      { status: 'failed', mail: 'failed', why: expect.stringContaining('550 5.1.1') },
    ]);
    expect(new Set((await ledgerOf(people)).map(({ status }) => status))).toEqual(new Set(['sent']));
    expect(received('boss@example.com').map(({ subject }) => subject)).toEqual(['【落实】邮箱被拒收：gone1']);
    expect(received('boss@example.com')[0].text).toContain('550 5.1.1 no such mailbox');

    await planFor(db, [gone], { rule: 'nudge-2', atOnce: true });
    const asked = mail.asked.length;
    await delivery.deliver();
    expect((await ledgerOf([gone])).map(({ status, why }) => [status, why?.includes('请更正邮箱')])).toContainEqual([
      'failed',
      true,
    ]);
    expect(mail.asked).toHaveLength(asked);
    expect(received('boss@example.com')).toHaveLength(1);
  });

  it('that says "later" gets the mail another time, and the job comes back for it', async () => {
    const [busy, other] = [...(await addRecipients(db, 'busy', 1)), ...(await addRecipients(db, 'kong', 1))];
    await planFor(db, [busy, other]);
    await expect(delivery.deliver()).rejects.toThrow(MailsPostponed);
    expect(await ledgerOf([busy])).toMatchObject([
      { status: 'planned', mail: null, why: expect.stringContaining('稍后再发：450') },
    ]);
    expect((await ledgerOf([other]))[0].status).toBe('sent');
    await db.query(`UPDATE person SET email = 'ready@example.com' WHERE id = $1`, [busy]);
    await delivery.deliver();
    expect((await ledgerOf([busy]))[0].status).toBe('sent');
    expect(await rowsOf(db, 'SELECT attempt FROM mail WHERE recipient_id = $1 ORDER BY attempt', [busy])).toEqual([
      { attempt: 1 },
      { attempt: 2 },
    ]);
  });

  it('that hangs up before the body gets it again, after the body never', async () => {
    const [cut] = await addRecipients(db, 'cut', 1);
    const [lost] = await addRecipients(db, 'lost', 1);
    await planFor(db, [cut, lost]);
    await expect(delivery.deliver()).rejects.toThrow(MailsPostponed);
    expect((await ledgerOf([cut]))[0].status).toBe('planned');
    expect(await ledgerOf([lost])).toMatchObject([
      { status: 'uncertain', mail: 'uncertain', why: expect.stringContaining('不再重发') },
    ]);
    await expect(delivery.deliver()).rejects.toThrow(MailsPostponed);
    expect(received('lost1@example.com')).toHaveLength(1);
  });
});

describe('a mail server that is slow', () => {
  /** Waits at each step until the test lets it go on. */
  const slowServer = async (settings: string) => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const at: { recipient: (address: string) => boolean; body: boolean } = { recipient: () => false, body: false };
    const server = await startMailServer({
      onRecipient: (address) => (at.recipient(address) ? gate : undefined),
      onBody: () => (at.body ? gate : undefined),
    });
    const other = await startApplication({ SMTP_URL: `${server.url}${settings}`, SMTP_CONNECTIONS: '5' });
    const own = other.app.get(DataSource);
    await makeWorkingDays(own);
    const stop = async () => {
      open();
      await other.close();
      await server.stop();
    };
    return { server, at, open, own, service: other.app.get(DeliveryService), stop };
  };

  it('keeps as many waiting as there are connections, and gets each mail once', async () => {
    const { server, at, open, own, service, stop } = await slowServer('');
    try {
      at.body = true;
      await planFor(own, await addRecipients(own, 'man', 60));
      const delivered = service.deliver();
      await until(async () => server.mails.length === 5);
      expect(await rowsOf(own, `SELECT count(*)::int AS n FROM mail WHERE status = 'sending'`)).toEqual([{ n: 5 }]);
      // Who is woken again meanwhile begins nothing new.
      const again = service.deliver();
      open();
      await Promise.all([delivered, again]);
      expect(server.mails).toHaveLength(60);
      expect(new Set(server.mails.flatMap(addressesOf)).size).toBe(60);
    } finally {
      await stop();
    }
  });

  it('that never answers a body leaves that mail uncertain, one before the body for later', async () => {
    const { server, at, own, service, stop } = await slowServer('?socketTimeout=1500');
    try {
      at.body = true;
      at.recipient = (address) => address.startsWith('hui');
      const [silent] = await addRecipients(own, 'chi', 1);
      const [waiting] = await addRecipients(own, 'hui', 1);
      await planFor(own, [silent, waiting]);
      await expect(service.deliver()).rejects.toThrow(MailsPostponed);
      const statusOf = (id: string) => rowsOf(own, 'SELECT status FROM reminder WHERE recipient_id = $1', [id]);
      expect(await statusOf(silent)).toEqual([{ status: 'uncertain' }]);
      expect(await statusOf(waiting)).toEqual([{ status: 'planned' }]);
      await expect(service.deliver()).rejects.toThrow(MailsPostponed);
      expect(server.mails.flatMap(addressesOf)).toEqual(['chi1@example.com']);
    } finally {
      await stop();
    }
  });
});

describe('without an answering mail server', () => {
  it('tries a few and keeps all for later; then each goes once', async () => {
    const server = await startMailServer();
    const other = await startApplication({ SMTP_URL: server.url, SMTP_CONNECTIONS: '3' });
    let back: MailServer | undefined;
    try {
      const own = other.app.get(DataSource);
      await makeWorkingDays(own);
      await planFor(own, await addRecipients(own, 'deng', 250));
      const { url } = server;
      await server.stop();
      await expect(other.app.get(DeliveryService).deliver()).rejects.toThrow(MailsPostponed);
      const counts = () => rowsOf(own, 'SELECT status, count(*)::int AS n FROM reminder GROUP BY 1 ORDER BY 1');
      expect(await counts()).toEqual([{ status: 'planned', n: 250 }]);
      const [{ n }] = await rowsOf<{ n: number }>(
        own,
        `SELECT count(*)::int AS n FROM mail WHERE sending_at IS NOT NULL`,
      );
      expect(n).toBeLessThanOrEqual(6);
      back = await startMailServer({}, {}, Number(new URL(url).port));
      await other.app.get(DeliveryService).deliver();
      expect(await counts()).toEqual([{ status: 'sent', n: 250 }]);
      expect(new Set(back.mails.flatMap(addressesOf)).size).toBe(250);
      expect(back.mails).toHaveLength(250);
    } finally {
      await other.close();
      await back?.stop();
    }
  });

  it('keeps the mails in the local mailbox where none is set', async () => {
    const other = await startApplication();
    try {
      const own = other.app.get(DataSource);
      await makeWorkingDays(own);
      const [person] = await addRecipients(own, 'benji', 1);
      await own.query('UPDATE person SET email = NULL WHERE id = $1', [person]);
      await planFor(own, [person], { title: '看得见' });
      await other.app.get(DeliveryService).deliver();
      expect(await rowsOf(own, 'SELECT kind, address, status, answer, subject, text, html FROM mail')).toEqual([
        {
          ...{
            kind: 'digest',
            address: 'benji1',
            status: 'sent',
            answer: '本机邮箱',
            subject: '【落实】任务提醒：今天到期 1 项',
          },
          text: expect.stringContaining('· 看得见1\n'),
          html: expect.stringContaining('>看得见1</a>'),
        },
      ]);
      expect(await rowsOf(own, 'SELECT status FROM reminder')).toEqual([{ status: 'sent' }]);
    } finally {
      await other.close();
    }
  });
});

it('speaks TLS and signs in as SMTP_URL says', async () => {
  const seen: string[] = [];
  // smtp-server warns of its own certificate, which is good enough for a loopback.
  jest.spyOn(console, 'error').mockImplementation();
  const secured = await startMailServer(
    {},
    {
      ...{ authOptional: false, disabledCommands: [], authMethods: ['PLAIN'] },
      onAuth({ username, password }, { secure }, done) {
        seen.push(`${username} ${password} ${secure}`);
        done(null, { user: username });
      },
    },
  );
  const url = `${secured.url.replace('//', '//user:p%40ss@')}/?requireTLS=true&tls.rejectUnauthorized=false`;
  const other = await startApplication({ SMTP_URL: url });
  try {
    const to = { name: '王芳', address: 'wang@example.com' };
    await other.app.get(Mailer).send({ to, subject: '试发', text: '内容', messageId: '<1@localhost>' });
    expect(seen).toEqual(['user p@ss true']);
    expect(secured.mails.map(({ subject }) => subject)).toEqual(['试发']);
  } finally {
    await other.close();
    await secured.stop();
  }
});
