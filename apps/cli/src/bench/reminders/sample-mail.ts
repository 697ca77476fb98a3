import { WorkingCalendar } from '#calendar/working-calendar';
import { Settings } from '#platform/settings';
import type { Line } from '#reminders/delivery/hand-over';
import { MailWriter, type WrittenMail } from '#reminders/mails/mail-writer';
import { wordsOf } from '#reminders/templates/mail-templates';
import { signToken } from '#reminders/progress-links/signed-token';
import { LINES } from './seed-mails';

const KEY = Buffer.alloc(32);
const PERSON = '00000000-0000-4000-8000-000000000000';

/** A digest of as many lines as those that are measured, for nodemailer alone to send. */
export function sampleMail(): Promise<WrittenMail> {
  const settings = new Settings();
  const home = `http://localhost:${settings.port}`;
  const links = {
    home,
    task: (taskId: string) => `${home}/tasks/${taskId}`,
    progressLink: (taskId: string) =>
      Promise.resolve(`${home}/progress/${signToken(KEY, 'progress', [taskId, PERSON], new Date('2026-07-24'))}`),
    unsubscribeLink: () =>
      Promise.resolve(
        `${home}/api/v1/unsubscribe/${signToken(KEY, 'unsubscribe', [PERSON, 'before'], new Date('2027-07-10'))}`,
      ),
  };
  const writer = new MailWriter({ of: (name) => Promise.resolve(wordsOf(name, null)) }, links, settings);
  const lines = Array.from({ length: LINES }, (_, n): Line => ({
    ...{ rule: 'before-7', taskId: `00000000-0000-4000-8000-00000000000${n}`, code: `M-000000${n}` },
    ...{
      title: `推进老旧小区改造第${n}项，建立问题台账并逐项销号`,
      leadUnitName: '第10局',
      status: 'in-progress' as const,
    },
    ...{ dueOn: `2026-07-1${n}`, dueAt: null, assignedOn: '2026-05-01', closedOn: null, closedAt: null, progress: 50 },
    ...{ insteadOf: null, writtenBy: null, note: null },
  }));
  const letter = {
    id: '',
    kind: 'digest' as const,
    address: '',
    personId: '',
    name: '人员',
    subject: null,
    text: null,
    lines,
  };
  const at = { today: '2026-07-10', now: new Date('2026-07-10T08:00:00+08:00'), calendar: new WorkingCalendar([], []) };
  return writer.write(letter, at);
}
