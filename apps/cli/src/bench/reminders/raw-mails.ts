import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { WrittenMail } from '#reminders/mails/mail-writer';

/** How many mails wait for the pool at any time, so that no connection ever waits for us. */
const WAITING = 20;

/** A process of its own: nodemailer alone, a pool of 10, the same mail again and again. Prints mails per second. */
async function main(url: string, mails: number, mail: WrittenMail): Promise<void> {
  const transport = createTransport(
    { url, pool: true, maxConnections: 10 },
    { from: '落实 <luoshi@localhost.localdomain>' },
  );
  let left = 0;
  const send = async () => {
    while (left-- > 0) {
      const to = { name: '人员', address: `p${left}@example.com` };
      await transport.sendMail({ ...mail, to, messageId: `<${randomUUID()}@localhost.localdomain>` });
    }
  };
  const sendAll = (count: number) => {
    left = count;
    return Promise.all(Array.from({ length: WAITING }, send));
  };
  await sendAll(mails / 10);
  const begun = performance.now();
  await sendAll(mails);
  console.log(`rate ${(mails * 1000) / (performance.now() - begun)}`);
  transport.close();
}

const [, , url, mails, mail] = process.argv;
void main(url, Number(mails), JSON.parse(mail) as WrittenMail);
