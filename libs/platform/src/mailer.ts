import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Settings } from './settings';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
  messageId: string;
}

/** Hands mails to the server of `SMTP_URL`. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly transport: Transporter | undefined;

  constructor(private readonly settings: Settings) {
    if (settings.smtpUrl) this.transport = createTransport(settings.smtpUrl, { from: settings.mailFrom });
  }

  /** Without a mail server nothing is delivered; what is planned waits in the ledger. */
  get ready(): boolean {
    return this.transport !== undefined;
  }

  /** The server's answer. Rejects with nodemailer's error, whose `responseCode` ≥ 500 means: never. */
  async send(mail: Mail): Promise<string> {
    if (!this.transport) throw new Error('SMTP_URL is not set');
    const { response } = (await this.transport.sendMail(mail)) as { response: string };
    return response;
  }

  /** Addresses in mails begin with this. */
  get publicUrl(): string {
    return this.settings.publicUrl ?? `http://localhost:${this.settings.port}`;
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}
