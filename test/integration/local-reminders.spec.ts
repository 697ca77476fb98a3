import { DataSource } from 'typeorm';
import { Mail } from '../../libs/reminders/src/delivery/mail.entity';
import { DeliveryService } from '../../libs/reminders/src/delivery/delivery.service';
import type { ReminderExplanation, ReminderPage } from '../../libs/reminders/src/ledger/ledger.view';
import { Reminder } from '../../libs/reminders/src/reminder.entity';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import { addPerson, type SignedIn } from '../support/people';

jest.setTimeout(60_000);

let application: TestApplication;
let taskId: string;
let officer: SignedIn;
beforeAll(async () => {
  application = await startApplication();
  const { admin } = application;
  const [unit] = await admin.get<{ id: string }[]>('/units');
  officer = await addPerson(application, 'officer', 'staff', unit);
  const task = await admin.post<TaskDetail>(
    '/tasks',
    { title: '检查校车', leadUnitId: unit.id, dueOn: '2099-06-30' },
    201,
  );
  const assigned = { version: task.version, leadUnitId: unit.id, assigneeId: officer.id, dueOn: '2099-06-30' };
  await admin.post(`/tasks/${task.id}/assign`, assigned);
  taskId = task.id;
  const known = { taskId, dueOn: '2099-06-30', recipientId: officer.id, plannedOn: '2026-06-24' };
  await application.app
    .get(DataSource)
    .getRepository(Reminder)
    .insert({ ...known, rule: 'urgent', atOnce: true });
});
afterAll(() => application?.close());

it('says of a mail without a mail server that it lies in the local mailbox, and not that it went out', async () => {
  await application.app.get(DeliveryService).deliver();
  const { rows } = await application.admin.get<ReminderPage>('/reminders');
  expect(rows).toMatchObject([{ status: 'sent', local: true, mail: { status: 'sent' } }]);
  const why = await application.admin.get<ReminderExplanation>(
    `/tasks/${taskId}/reminders/explanation?personId=${officer.id}`,
  );
  expect(why.sentences[0]).toMatch(/存入本机邮箱，没有发往外部邮箱/);
});

it('says of a mail that a server took that it was sent', async () => {
  await application.app.get(DataSource).getRepository(Mail).update({ recipientId: officer.id }, { answer: '250 OK' });
  const { rows } = await application.admin.get<ReminderPage>('/reminders');
  expect(rows).toMatchObject([{ status: 'sent', local: false }]);
});
