import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Person } from '#organisation/person.entity';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { Mailer, type MailFailure } from '#platform/mailer';
import { LOCAL_MAILBOX } from '../delivery/local-mailbox';
import { Mail } from '../delivery/mail.entity';
import { previewMail, type Previewed } from './preview-mail';
import { knownName, mustAdminister, refuseFaults } from './templates.service';
import type { TemplateWords } from './template.dto';
import type { TestMail } from './template.view';

/** Sends a template with sample values to the one who edits it. */
@Injectable()
export class TestMailService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Throws mail-template.unknown, mail-template.wrong, mail-template.no-address, mail-template.not-sent. */
  async send(actor: Actor, name: string, words: TemplateWords): Promise<TestMail> {
    mustAdminister(actor);
    const known = knownName(name);
    const mail = previewMail(known, refuseFaults(known, words));
    const person = await this.db.manager.findOneByOrFail(Person, { id: actor.personId });
    if (!person.email) {
      const message = '您还没有填写邮箱，无法发送测试邮件。请先在“单位与人员”中填写您的邮箱。';
      throw new DomainError('conflict', 'mail-template.no-address', message);
    }
    const marked = { ...mail, subject: `【测试】${mail.subject}` };
    const to = { name: person.name, address: person.email };
    return this.mailer.ready ? this.overServer(person.id, to, marked) : this.intoMailbox(person.id, to.address, marked);
  }

  private async intoMailbox(recipientId: string, address: string, mail: Previewed): Promise<TestMail> {
    const now = this.clock.now();
    const settled = { status: 'sent', answer: LOCAL_MAILBOX, sendingAt: now, settledAt: now } as const;
    await this.db.manager.insert(Mail, { ...this.begun(recipientId, address), ...mail, ...settled });
    return { sentTo: address, local: true, answer: LOCAL_MAILBOX };
  }

  private async overServer(recipientId: string, to: { name: string; address: string }, mail: Previewed) {
    const { subject } = mail;
    const id = randomUUID();
    const messageId = this.mailer.messageId(id);
    const begun = { ...this.begun(recipientId, to.address), id, subject, messageId };
    await this.db.manager.insert(Mail, { ...begun, status: 'sending', sendingAt: this.clock.now() });
    const settle = (status: 'sent' | 'failed' | 'uncertain', answer: string) =>
      this.db.manager.update(Mail, id, { status, answer, settledAt: this.clock.now() });
    let answer: string;
    try {
      answer = await this.mailer.send({ ...mail, to, messageId });
    } catch (error) {
      const { message, responseCode, handedOver } = error as MailFailure;
      // Handed over and without an answer: nobody knows whether it went out.
      await settle(handedOver && responseCode === undefined ? 'uncertain' : 'failed', message);
      const words = `测试邮件没有发出，发信服务器的答复：${message}。请检查 SMTP_URL 和您的邮箱地址。`;
      throw new DomainError('conflict', 'mail-template.not-sent', words);
    }
    await settle('sent', answer);
    return { sentTo: to.address, local: false, answer };
  }

  private begun(recipientId: string, address: string) {
    const now = this.clock.now();
    return { kind: 'notice' as const, recipientId, address, day: this.clock.today(), claimedAt: now };
  }
}
