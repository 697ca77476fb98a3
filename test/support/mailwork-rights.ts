import { randomUUID } from 'node:crypto';
import { ROLES } from '../../libs/organisation/src/role';
import { WebhookChannel } from '../../libs/reminders/src/channels/webhook-channel.entity';
import { Mail } from '../../libs/reminders/src/delivery/mail.entity';
import { UndeliverableAddress } from '../../libs/reminders/src/delivery/undeliverable-address.entity';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const ADMINISTRATOR = ['administrator'] as const;
const RULERS = ['supervisor', 'administrator'] as const;
const WORDS = { subject: '主题', opening: '开头', closing: '结尾' };
/** Where nothing is ever sent: this machine is refused. */
const NOWHERE = 'http://127.0.0.1:9/robot';

/** A robot of the unit. */
const channel = async ({ db, unit, mark }: Pick<SubTree, 'db' | 'unit' | 'mark'>) =>
  (await db.getRepository(WebhookChannel).save({ unitId: unit.id, kind: 'wecom', name: `${mark}群`, url: NOWHERE })).id;

/** `other` gets an address that was refused. */
async function refusedAddress({ db, other, mark }: Pick<SubTree, 'db' | 'other' | 'mark'>): Promise<string> {
  const address = `other-${other.id}@example.com`;
  await db.query('UPDATE person SET email = $2 WHERE id = $1', [other.id, address]);
  await db.getRepository(UndeliverableAddress).save({ address, answer: `550 ${mark}` });
  return address;
}

/** A mail in the local mailbox. */
async function storedMail({ db, mark }: SubTree, recipientId: string): Promise<string> {
  const words = { subject: `${mark}邮件`, text: `${mark}正文`, html: `<p>${mark}正文</p>` };
  const sent = { kind: 'notice', status: 'sent', day: '2026-06-30', claimedAt: new Date(), recipientId } as const;
  return (await db.getRepository(Mail).save({ ...words, ...sent, address: `${randomUUID()}@example.com` })).id;
}

/** What a sub-tree has of mails and robots from the beginning. */
export async function growMailWork(there: Pick<SubTree, 'db' | 'unit' | 'mark' | 'other'>): Promise<void> {
  await channel(there);
  await refusedAddress(there);
}

/** One wording for the whole organisation: only who administers all of it sees and changes it. */
const template = (body?: object): Line => ({
  ...{ may: [], route: ADMINISTRATOR, outside: 'free' },
  ask: () => ({ path: { name: 'digest' }, body }),
});

const onChannel = (body?: object): Line => ({
  ...{ may: RULERS, outside: 'unknown' },
  ask: async (there) => ({ path: { id: await channel(there) }, body }),
});

/** The lines of mail templates, the local mailbox, robots and refused addresses. */
export const MAILWORK_RIGHTS: Record<string, Line> = {
  'GET /mail-templates': { may: [], route: ADMINISTRATOR, outside: 'free' },
  'PUT /mail-templates/{name}': template({ version: -1, ...WORDS }),
  'POST /mail-templates/{name}/reset': template({ version: -1 }),
  'POST /mail-templates/{name}/preview': template(WORDS),
  'POST /mail-templates/{name}/test': template(WORDS),

  // Everybody has a mailbox of his own.
  'GET /mailbox': {
    ...{ may: ROLES, outside: 'free' },
    ask: async (there) => {
      for (const { id } of Object.values(there.people)) await storedMail(there, id);
      return {};
    },
  },
  'GET /mailbox/{id}': {
    ...{ may: ['staff'], route: ROLES, sees: [], outside: 'unknown' },
    ask: async (there) => ({ path: { id: await storedMail(there, there.people.staff.id) } }),
  },

  'GET /channels': { may: RULERS, outside: 'whole' },
  'POST /channels': {
    ...{ may: RULERS, outside: 'unknown' },
    ask: ({ unit, mark }) => ({
      body: { unitId: unit.id, kind: 'feishu', name: `${mark}群`, url: 'https://robot.example.com/hook' },
    }),
  },
  // A version that nobody has seen.
  'PATCH /channels/{id}': onChannel({ version: -1 }),
  'DELETE /channels/{id}': onChannel(),
  'POST /channels/{id}/test': onChannel({}),

  'GET /undeliverable-addresses': { may: ADMINISTRATOR, outside: 'whole' },
  'POST /undeliverable-addresses/enable': {
    ...{ may: ADMINISTRATOR, outside: 'unknown' },
    ask: async (there) => ({ body: { address: await refusedAddress(there) } }),
  },
};
