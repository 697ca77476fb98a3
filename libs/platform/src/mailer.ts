import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type NodemailerError, type Transporter } from 'nodemailer';
import { Settings } from './settings';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
  messageId: string;
  headers?: Record<string, string>;
}

/** Why a mail did not go. `handedOver`: its last byte was written, so without an answer nobody knows whether it went. */
export interface MailFailure {
  message: string;
  code?: string;
  /** The SMTP command that was answered; CONN and API where none was. */
  command?: string;
  responseCode?: number;
  response?: string;
  handedOver: boolean;
}

/** Hands mails to the server of `SMTP_URL`, over connections that stay open. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  /** How many mails can be under way at the same time. */
  readonly connections: number;
  private readonly transport: Transporter | undefined;

  constructor(private readonly settings: Settings) {
    const { smtpUrl: url, smtpConnections, mailRate, mailFrom: from } = settings;
    // A fresh connection does not ask for the rate before its first mail.
    this.connections = mailRate > 0 ? Math.min(smtpConnections, mailRate) : smtpConnections;
    if (!url) return;
    this.transport = createTransport(
      // Whether a mail is tried again is decided where it is recorded, never by the pool.
      { url, pool: true, maxConnections: this.connections, maxRequeues: 0, rateLimit: mailRate, rateDelta: 1000 },
      { from },
    ) as Transporter;
    this.transport.use('stream', ({ message, data }, done) => {
      const { onHandedOver } = data as { onHandedOver?: () => void };
      if (onHandedOver) message.processFunc((body) => body.once('end', onHandedOver));
      done();
    });
  }

  /** Without a mail server mails stay in the local mailbox. */
  get ready(): boolean {
    return this.transport !== undefined;
  }

  /** The server's answer. Rejects with a MailFailure. */
  async send(mail: Mail): Promise<string> {
    if (!this.transport) throw new Error('SMTP_URL is not set');
    let handedOver = false;
    const onHandedOver = () => void (handedOver = true);
    try {
      const { response } = (await this.transport.sendMail({ ...mail, onHandedOver } as Mail)) as { response: string };
      return response;
    } catch (error) {
      throw Object.assign(error as NodemailerError, { handedOver } satisfies Partial<MailFailure>);
    }
  }

  /** Connects and signs in; sends nothing. Rejects with what the server or the network said. */
  async verify(): Promise<void> {
    if (!this.transport) throw new Error('SMTP_URL is not set');
    await this.transport.verify();
  }

  /** The Message-ID of a mail that is known by `id`. */
  messageId(id: string): string {
    const domain = /@([^\s<>@]+)>?\s*$/.exec(this.settings.mailFrom)?.[1] ?? 'luoshi.localdomain';
    return `<${id}@${domain}>`;
  }

  /** Addresses in mails begin with this. */
  get publicUrl(): string {
    return this.settings.publicUrl ?? `http://localhost:${this.settings.port}`;
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}
