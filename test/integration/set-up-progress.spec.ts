import { DataSource } from 'typeorm';
import type { SetUpProgress } from '../../apps/api/src/set-up/set-up-progress.view';
import type { TemplateView } from '../../libs/reminders/src/templates/template.view';
import { startApplication, type TestApplication } from '../support/application';
import { startMailServer } from '../support/mail-server';
import { addPerson } from '../support/people';

jest.setTimeout(60_000);

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application?.close());

const progress = () => application.admin.get<SetUpProgress>('/set-up/progress');
const steps = async () => (await progress()).steps;

it('follows the data from the first day on', async () => {
  const { admin } = application;
  expect(await progress()).toMatchObject({
    ...{ dismissed: false, unitName: '本单位', units: 1, people: 1, mailServer: false, reports: false },
    steps: { organisation: false, people: false, mail: false, report: false },
  });
  const { unitId, unitVersion } = await progress();
  await admin.patch(`/units/${unitId}`, { version: unitVersion, name: '青岚区人民政府' });
  expect(await steps()).toMatchObject({ organisation: true, people: false });

  await addPerson(application, 'second', 'staff', { id: unitId } as never);
  expect(await steps()).toMatchObject({ people: true, mail: false });

  await application.app.get(DataSource).query(`UPDATE person SET email = 'admin@example.com' WHERE login = 'admin'`);
  const [{ name, subject, opening, closing }] = await admin.get<TemplateView[]>('/mail-templates');
  await admin.post(`/mail-templates/${name}/test`, { subject, opening, closing });
  expect(await steps()).toMatchObject({ mail: true, report: false });

  const report = Buffer.from('水务站2026年上半年工作总结\n下半年工作打算\n一是完善预警。9月底前完成设备检修。\n');
  expect((await admin.upload('/documents', '总结.txt', report)).statusCode).toBeLessThan(300);
  expect(await steps()).toMatchObject({ organisation: true, people: true, mail: true, report: true });
});

it('is put aside for everybody who administers the organisation, on record, and taken up again', async () => {
  const { admin } = application;
  const put = (dismissed: boolean) => admin.send('PUT', '/set-up/dismissal', { dismissed });
  for (const dismissed of [true, true, false]) {
    const answer = await put(dismissed);
    expect([answer.statusCode, (JSON.parse(answer.body) as SetUpProgress).dismissed]).toEqual([200, dismissed]);
    expect((await progress()).dismissed).toBe(dismissed);
  }
  const deeds = await application.app
    .get(DataSource)
    .query(`SELECT action FROM history WHERE action LIKE '%set-up' ORDER BY id`);
  // Twice the same is once.
  expect(deeds).toEqual([{ action: 'dismiss-set-up' }, { action: 'resume-set-up' }]);
  expect((await admin.send('PUT', '/set-up/dismissal', { dismissed: '是' })).statusCode).toBe(422);
});

it('does not take the local mailbox for a mail server', async () => {
  const server = await startMailServer();
  const other = await startApplication({ SMTP_URL: server.url });
  try {
    await other.app.get(DataSource).query(`
      INSERT INTO mail (kind, recipient_id, address, day, status, answer, claimed_at)
      SELECT 'notice', id, 'a@example.com', current_date, 'sent', '本机邮箱', now() FROM person`);
    const of = () => other.admin.get<SetUpProgress>('/set-up/progress');
    expect(await of()).toMatchObject({ mailServer: true, mailSent: false });
    await other.app.get(DataSource).query(`UPDATE mail SET answer = '250 OK'`);
    expect(await of()).toMatchObject({ mailServer: true, mailSent: true });
  } finally {
    await other.close();
    await server.stop();
  }
});
