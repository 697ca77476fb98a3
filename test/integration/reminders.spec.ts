import { DataSource } from 'typeorm';
import { DeliveryService } from '../../libs/reminders/src/delivery/delivery.service';
import { PlanningService } from '../../libs/reminders/src/planning/planning.service';
import { startApplication, type TestApplication } from '../support/application';
import { startMailServer } from '../support/mail-server';
import { setClock } from '../support/set-clock';

/** A Wednesday. */
const TODAY = '2026-11-25';

let mail: Awaited<ReturnType<typeof startMailServer>>;
let application: TestApplication;
let db: DataSource;
let planning: PlanningService;
let delivery: DeliveryService;

beforeAll(async () => {
  mail = await startMailServer();
  application = await startApplication({ SMTP_URL: mail.url, PUBLIC_URL: 'http://luoshi.example.com' });
  db = application.app.get(DataSource);
  planning = application.app.get(PlanningService);
  delivery = application.app.get(DeliveryService);
  setClock(application, `${TODAY}T10:00:00+08:00`);
});
afterAll(async () => {
  await application?.close();
  await mail?.stop();
});

/** A person of the root unit, and an assigned task of theirs. Days are relative to today. */
async function charged(name: string, email: string, dueIn: number | null, status = 'in-progress'): Promise<string> {
  const [person] = await db.query<{ id: string }[]>(
    `INSERT INTO person (name, login, email) VALUES ($1, $2, $3)
     ON CONFLICT (login) DO UPDATE SET email = excluded.email RETURNING id`,
    [name, `login-${name}`, email],
  );
  await db.query(
    `INSERT INTO task (code, title, text, status, due_on, assigned_on, lead_unit_id, assignee_id, created_by_id)
     SELECT gen_random_uuid()::text, $2, $2, $4, d + $3::int, d - 30, u.id, $1, $1
     FROM unit u, (SELECT $5::date AS d) today WHERE u.parent_id IS NULL`,
    [person.id, `${name}的任务${dueIn}`, dueIn, status, TODAY],
  );
  return person.id;
}

const ledger = (personId: string) =>
  db.query<{ rule: string; status: string }[]>(
    'SELECT rule, status FROM reminder WHERE recipient_id = $1 ORDER BY due_on, rule',
    [personId],
  );

it('sends one mail with everything, once', async () => {
  const person = await charged('王办理', 'wang@example.com', -2);
  await charged('王办理', 'wang@example.com', 2);
  await planning.plan();
  await Promise.all([delivery.deliver(), delivery.deliver()]);
  await planning.plan();
  await delivery.deliver();
  const own = mail.mails.filter(({ to }) => JSON.stringify(to).includes('wang@example.com'));
  expect(own.map(({ subject }) => subject)).toEqual(['【落实】任务提醒：已逾期 1 项，即将到期 1 项']);
  expect(own[0].text).toContain('王办理的任务-2');
  expect(own[0].text).toMatch(/http:\/\/luoshi\.example\.com\/tasks\/[0-9a-f-]{36}/);
  expect((await ledger(person)).map(({ status }) => status)).toEqual(['sent', 'sent']);
});

it('gives up an address that does not exist, and tries a busy one again', async () => {
  const gone = await charged('已离职', 'gone@example.com', 0);
  const busy = await charged('稍后', 'busy@example.com', 0);
  await planning.plan();
  await delivery.deliver();
  expect(await ledger(gone)).toEqual([{ rule: 'due', status: 'failed' }]);
  expect(await ledger(busy)).toEqual([{ rule: 'due', status: 'planned' }]);
});

it('leaves out what was closed or re-dated between planning and sending', async () => {
  const person = await charged('赵变更', 'zhao@example.com', 1);
  await charged('赵变更', 'zhao@example.com', 3);
  await planning.plan();
  await db.query(`UPDATE task SET status = 'dropped' WHERE title = '赵变更的任务1'`);
  await db.query(`UPDATE task SET due_on = due_on + 60 WHERE title = '赵变更的任务3'`);
  await delivery.deliver();
  expect(await ledger(person)).toEqual([
    { rule: 'before-1', status: 'superseded' },
    { rule: 'before-3', status: 'superseded' },
  ]);
  expect(mail.mails.filter(({ to }) => JSON.stringify(to).includes('zhao@'))).toEqual([]);
});

it('calls a mail uncertain whose worker was lost, and does not send it again', async () => {
  const person = await charged('钱不明', 'qian@example.com', 0);
  await planning.plan();
  await db.query(
    `WITH lost AS (
       INSERT INTO mail (kind, recipient_id, address, day, claimed_at)
       VALUES ('digest', $1, 'qian@example.com', $2, $3) RETURNING id)
     UPDATE reminder SET status = 'claimed', mail_id = (SELECT id FROM lost) WHERE recipient_id = $1`,
    [person, TODAY, `${TODAY}T09:00:00+08:00`],
  );
  await delivery.deliver();
  expect(await ledger(person)).toEqual([{ rule: 'due', status: 'uncertain' }]);
});
