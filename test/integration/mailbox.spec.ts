import { DataSource } from 'typeorm';
import type { HistoryPage } from '../../libs/audit/src/audit.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Mail } from '../../libs/reminders/src/delivery/mail.entity';
import type { MailboxPage, StoredMail } from '../../libs/reminders/src/mailbox/mailbox.view';
import type { UndeliverableView } from '../../libs/reminders/src/undeliverable/undeliverable.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

let application: TestApplication;
let admin: Browserless;
let db: DataSource;
let wang: SignedIn;
let li: SignedIn;
let unit: UnitView;
beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  db = application.app.get(DataSource);
  const [top] = await admin.get<UnitView[]>('/units');
  unit = await admin.post<UnitView>('/units', { parentId: top.id, name: '青石街道' }, 201);
  wang = await addPerson(application, 'wang', 'staff', unit);
  li = await addPerson(application, 'li', 'staff', top);
});
afterAll(() => application?.close());

const stored = (to: SignedIn, n: number, more: Partial<Mail> = {}) =>
  db.getRepository(Mail).save({
    ...{ kind: 'digest', recipientId: to.id, address: `${to.name}@example.com`, day: `2026-06-${10 + n}` },
    ...{ status: 'sent', answer: '本机邮箱', claimedAt: new Date(`2026-06-${10 + n}T01:00:00.123Z`) },
    ...{ subject: `${to.name}第 ${n} 封`, text: `正文 ${n}`, html: `<p>正文 ${n}</p>` },
    ...more,
  } as Mail);

describe('the local mailbox', () => {
  beforeAll(async () => {
    for (const n of [1, 2, 3]) await stored(wang, n);
    await stored(li, 2, {
      text: '更新进展：http://localhost/progress/abc.d-e_f',
      html: '<a href="/progress/abc.d-e_f">更新</a>',
    });
    // These went nowhere or elsewhere.
    await stored(wang, 4, { text: null, html: null });
    await stored(wang, 5, { status: 'claimed' });
  });
  const subjects = ({ rows }: MailboxPage) => rows.map(({ subject }) => subject);

  it('shows everybody his own, the newest first, page by page', async () => {
    const first = await wang.client.get<MailboxPage>('/mailbox?limit=2');
    expect(first).toMatchObject({ mailServer: false, total: 3 });
    const next = await wang.client.get<MailboxPage>(`/mailbox?limit=2&cursor=${first.nextCursor}`);
    expect([subjects(first), subjects(next)]).toEqual([['人员wang第 3 封', '人员wang第 2 封'], ['人员wang第 1 封']]);
    expect(next).toMatchObject({ nextCursor: null, total: null });
    const mail = await wang.client.get<StoredMail>(`/mailbox/${first.rows[0].id}`);
    expect(mail).toMatchObject({ text: '正文 3', html: '<p>正文 3</p>', address: '人员wang@example.com' });
  });

  it('shows the administrator of the whole organisation all, and nobody else another’s', async () => {
    const all = await admin.get<MailboxPage>('/mailbox');
    expect(all.total).toBe(4);
    // The links that act for a person are for that person only.
    const { id: other } = all.rows.find(({ recipientName }) => recipientName === li.name) as { id: string };
    expect((await li.client.get<StoredMail>(`/mailbox/${other}`)).text).toBe(
      '更新进展：http://localhost/progress/abc.d-e_f',
    );
    const seen = await admin.get<StoredMail>(`/mailbox/${other}`);
    expect([seen.text, seen.html]).toEqual(['更新进展：http://localhost/progress/…', '<a href="/progress/…">更新</a>']);
    const local = await addPerson(application, 'local', 'administrator', unit);
    expect(await local.client.get('/mailbox')).toMatchObject({ rows: [], total: 0 });
    const [{ id }] = all.rows;
    expect((await admin.get<StoredMail>(`/mailbox/${id}`)).recipientName).toBe('人员wang');
    await expect(li.client.get(`/mailbox/${id}`)).rejects.toThrow('mail.unknown');
    await expect(local.client.get(`/mailbox/${id}`)).rejects.toThrow('mail.unknown');
  });

  it('is closed while a mail server is set', async () => {
    const wired = await startApplication({ SMTP_URL: 'smtp://127.0.0.1:9' });
    try {
      const [{ id }] = await wired.app.get(DataSource).query<{ id: string }[]>(
        `INSERT INTO mail (kind, recipient_id, address, day, status, subject, text, claimed_at)
         SELECT 'notice', id, 'a@example.com', current_date, 'sent', '旧', '旧', now() FROM person RETURNING id`,
      );
      expect(await wired.admin.get('/mailbox')).toEqual({ mailServer: true, rows: [], nextCursor: null, total: 0 });
      await expect(wired.admin.get(`/mailbox/${id}`)).rejects.toThrow('mail.unknown');
    } finally {
      await wired.close();
    }
  });
});

describe('refused addresses', () => {
  const refuse = async (address: string, person?: SignedIn) => {
    // Addresses are written as people write them.
    if (person) await db.query('UPDATE person SET email = $2 WHERE id = $1', [person.id, address.toUpperCase()]);
    await db.query(`INSERT INTO undeliverable_address (address, answer) VALUES ($1, '550 no such mailbox')`, [address]);
  };
  const list = (client = admin) => client.get<UndeliverableView[]>('/undeliverable-addresses');

  it('are shown to those who administer their people, and enabled again on record', async () => {
    await refuse('wang@example.com', wang);
    await refuse('li@example.com', li);
    await refuse('nobody@example.com');
    const local = await addPerson(application, 'local2', 'administrator', unit);
    expect((await list()).map(({ address, people }) => [address, people.map(({ name }) => name)])).toEqual([
      ['nobody@example.com', []],
      ['li@example.com', ['人员li']],
      ['wang@example.com', ['人员wang']],
    ]);
    expect(await list(local.client)).toMatchObject([{ address: 'wang@example.com', answer: '550 no such mailbox' }]);

    const enable = (client: Browserless, address: string) =>
      client.send('POST', '/undeliverable-addresses/enable', { address });
    expect((await enable(local.client, 'li@example.com')).statusCode).toBe(404);
    expect((await enable(local.client, 'nobody@example.com')).statusCode).toBe(404);
    expect((await enable(local.client, ' Wang@Example.com ')).statusCode).toBe(204);
    expect(await list(local.client)).toEqual([]);
    expect((await enable(local.client, 'wang@example.com')).statusCode).toBe(404);
    expect((await enable(admin, 'nobody@example.com')).statusCode).toBe(204);
    expect((await list()).map(({ address }) => address)).toEqual(['li@example.com']);
    const { rows } = await admin.get<HistoryPage>('/history?subject=person&action=mail-again');
    expect(rows).toMatchObject([{ by: '人员local2', subjectName: '人员wang', unitName: '青石街道' }]);
  });

  it('vanish from the list of who has got another', async () => {
    await db.query(`UPDATE person SET email = 'new@example.com' WHERE id = $1`, [li.id]);
    expect(await list()).toMatchObject([{ address: 'li@example.com', people: [] }]);
  });
});
