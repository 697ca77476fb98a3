import type { MailFailure } from '#platform/mailer';
import { outcomeOf } from './outcome';

const failure = (known: Partial<MailFailure>): MailFailure => ({ message: '', handedOver: false, ...known });
const answered = (response: string, command: string, handedOver = command === 'DATA') =>
  failure({ code: 'EENVELOPE', command, response, responseCode: Number(response.slice(0, 3)), handedOver });

it.each<[string, MailFailure, string, boolean]>([
  ['an unknown mailbox', answered('550 5.1.1 no such user', 'RCPT TO'), 'failed', true],
  ['an unknown mailbox, said without a status code', answered('550 no such user', 'RCPT TO'), 'failed', true],
  [
    'an unknown mailbox, in more than one line',
    answered('550-5.1.1 no\n550 5.1.1 such user', 'RCPT TO'),
    'failed',
    true,
  ],
  ['a mailbox that was closed', answered('550 5.2.1 mailbox disabled', 'RCPT TO'), 'failed', true],
  ['a full mailbox', answered('552 5.2.2 mailbox full', 'RCPT TO'), 'failed', false],
  ['a recipient refused by policy', answered('550 5.7.1 relaying denied', 'RCPT TO'), 'failed', false],
  ['a busy mailbox', answered('450 4.2.0 greylisted', 'RCPT TO'), 'postponed', false],
  ['commands out of order', answered('503 bad sequence', 'RCPT TO'), 'postponed', false],
  ['a body that was taken for spam', answered('554 5.7.1 spam', 'DATA'), 'failed', false],
  ['550 to the body, which is not about the address', answered('550 message refused', 'DATA'), 'failed', false],
  ['an address refused only after the body', answered('550 5.1.1 no such user', 'DATA'), 'failed', true],
  ['a full disk', answered('452 4.3.1 insufficient storage', 'DATA'), 'postponed', false],
  ['our sender refused', answered('553 5.7.1 sender not owned', 'MAIL FROM'), 'postponed', false],
  ['a wrong password', failure({ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }), 'postponed', false],
  ['what is no address', failure({ code: 'EENVELOPE', command: 'API' }), 'failed', true],
  ['a mail larger than allowed', failure({ code: 'EMESSAGE', command: 'MAIL FROM' }), 'failed', false],
  ['a refused connection', failure({ code: 'ESOCKET', command: 'CONN' }), 'postponed', false],
  ['a name that is not found', failure({ code: 'EDNS', command: 'CONN' }), 'postponed', false],
  ['a line lost before the end', failure({ code: 'ECONNECTION', command: 'CONN' }), 'postponed', false],
  ['a line lost after it', failure({ code: 'ECONNECTION', command: 'CONN', handedOver: true }), 'uncertain', false],
  ['silence after it', failure({ code: 'ETIMEDOUT', command: 'CONN', handedOver: true }), 'uncertain', false],
  ['a server that shuts down instead of taking it', answered('421 closing', 'CONN', true), 'postponed', false],
])('%s', (_, known, status, badAddress) => {
  expect(outcomeOf(known)).toMatchObject({ status, badAddress });
});

it.each([
  [failure({ code: 'ESOCKET', command: 'CONN' }), true],
  [failure({ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }), true],
  [answered('450 4.2.0 greylisted', 'RCPT TO'), false],
  [answered('550 5.1.1 no such user', 'RCPT TO'), false],
])('tells a server that takes nothing from one that refuses a mail: %j', (known, unheard) => {
  expect(outcomeOf(known).unheard).toBe(unheard);
});
