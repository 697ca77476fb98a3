import { Mailer } from './mailer';
import { Settings } from './settings';

const mailer = (known: Partial<Settings>) => new Mailer(Object.assign(new Settings(), known));

it.each([
  [{}, 10],
  [{ smtpConnections: 4, mailRate: 20 }, 4],
  // More connections would send their first mails all at once.
  [{ smtpConnections: 4, mailRate: 2 }, 2],
])('with %j has %s connections', (known, connections) => expect(mailer(known).connections).toBe(connections));

it.each([
  ['落实 <luoshi@example.com>', '<1@example.com>'],
  ['luoshi@example.com', '<1@example.com>'],
])('from %s a mail is known as %s', (mailFrom, id) => expect(mailer({ mailFrom }).messageId('1')).toBe(id));
