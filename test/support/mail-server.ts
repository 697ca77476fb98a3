import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { AddressInfo, Socket } from 'node:net';

export interface MailServer {
  url: string;
  mails: ParsedMail[];
  /** Addresses as they were asked for, also those that were refused. */
  asked: string[];
  stop(): Promise<void>;
}

/** What a test does at a moment of a mail, before the server goes on. */
export interface MailHooks {
  onRecipient?(address: string): void | Promise<void>;
  /** The body is there, the answer is not. */
  onBody?(mail: ParsedMail): void | Promise<void>;
  onAnswered?(mail: ParsedMail): void;
}

const refuse = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/**
 * A real SMTP server on loopback that keeps what it takes. Addresses that begin with `gone` are refused for good, `busy`
 * for now; at `cut` the line is lost before the body, at `lost` after it. `options` are smtp-server's own.
 */
export async function startMailServer(
  hooks: MailHooks = {},
  options: SMTPServerOptions = {},
  at = 0,
): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const asked: string[] = [];
  const hangUp = ({ id }: { id: string }) => {
    for (const line of server.connections as unknown as Set<{ id: string; _socket: Socket }>)
      if (line.id === id) line._socket.destroy();
  };
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    ...options,
    onRcptTo({ address }, session, done) {
      asked.push(address);
      if (address.startsWith('gone')) done(refuse(550, '5.1.1 no such mailbox'));
      else if (address.startsWith('busy')) done(refuse(450, '4.2.0 try again later'));
      else if (address.startsWith('cut')) hangUp(session);
      else Promise.resolve(hooks.onRecipient?.(address)).then(() => done(), done);
    },
    onData(stream, session, done) {
      const take = async () => {
        const mail = await simpleParser(stream);
        mails.push(mail);
        await hooks.onBody?.(mail);
        if (session.envelope.rcptTo.some(({ address }) => address.startsWith('lost'))) return hangUp(session);
        done();
        hooks.onAnswered?.(mail);
      };
      take().catch(done);
    },
  });
  // A line that is lost is reported here.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    asked,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Addresses that a mail went to. */
export const addressesOf = ({ to }: ParsedMail): string[] =>
  (Array.isArray(to) ? to : to ? [to] : []).flatMap(({ value }) => value.map(({ address }) => address ?? ''));
