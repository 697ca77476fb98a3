import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Clock } from '#platform/clock';
import { Mailer } from '#platform/mailer';
import { digest } from '../mails/digest';
import { Reminder } from '../reminder.entity';
import { Mail } from './mail.entity';

/** A claim older than this has lost its worker. */
const CLAIM_MINUTES = 15;
const WAITING: readonly string[] = ['assigned', 'accepted', 'in-progress'];

/** Sends what the ledger holds, one mail for each person, and records what the mail server answered. */
@Injectable()
export class DeliveryService {
  private readonly logger = new Logger(DeliveryService.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Sends all that is planned. */
  async deliver(): Promise<void> {
    await this.giveUpLost();
    if (!this.mailer.ready) return;
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT DISTINCT r.recipient_id AS id FROM reminder r JOIN person p ON p.id = r.recipient_id
       WHERE r.status = 'planned' AND p.active AND p.email IS NOT NULL`,
    );
    for (const { id } of rows) await this.deliverTo(id);
  }

  /** Whether such a mail went out is not known; it is neither sent twice nor called sent. */
  private giveUpLost(): Promise<unknown> {
    return this.db.query(
      `WITH lost AS (
         UPDATE mail SET status = 'uncertain', settled_at = $1
         WHERE status IN ('claimed', 'sending') AND claimed_at < $1::timestamptz - make_interval(mins => ${CLAIM_MINUTES})
         RETURNING id)
       UPDATE reminder SET status = 'uncertain', settled_at = $1 WHERE mail_id IN (SELECT id FROM lost)`,
      [this.clock.now()],
    );
  }

  private async deliverTo(recipientId: string): Promise<void> {
    const recipient = await this.db.manager.findOneByOrFail(Person, { id: recipientId });
    const { mail, reminders } = await this.claim(recipient);
    if (reminders.length === 0) return;
    const messageId = `<${randomUUID()}@luoshi>`;
    const words = digest(recipient.name, reminders, this.clock.today(), this.mailer.publicUrl);
    try {
      const answer = await this.mailer.send({
        ...words,
        to: { name: recipient.name, address: mail.address },
        messageId,
      });
      await this.settle(mail, 'sent', { subject: words.subject, messageId, answer });
    } catch (error) {
      const { responseCode, message } = error as { responseCode?: number; message: string };
      const never = responseCode !== undefined && responseCode >= 500;
      await this.settle(mail, never ? 'failed' : 'postponed', { answer: message });
      this.logger.warn(`mail to person ${recipientId} ${never ? 'refused' : 'postponed'}: ${message}`);
    }
  }

  private settle(mail: Mail, status: 'sent' | 'failed' | 'postponed', known: Partial<Mail>): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.update(Mail, mail.id, { ...known, status, settledAt: this.clock.now() });
      const again = status === 'postponed';
      await tx.update(
        Reminder,
        { mailId: mail.id },
        again ? { status: 'planned', mailId: null } : { status, settledAt: this.clock.now() },
      );
    });
  }

  /** Takes what is planned for a person, leaving out what is no longer true. */
  private claim(recipient: Person): Promise<{ mail: Mail; reminders: Reminder[] }> {
    return this.db.transaction(async (tx) => {
      const planned = await tx.find(Reminder, {
        where: { recipientId: recipient.id, status: 'planned' },
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const reminders = await tx.find(Reminder, {
        where: { id: In(planned.map(({ id }) => id)) },
        relations: { task: true },
        order: { dueOn: 'ASC', id: 'ASC' },
      });
      const holds = ({ task, dueOn }: Reminder) =>
        task !== undefined && WAITING.includes(task.status) && (task.dueOn ?? task.assignedOn) === dueOn;
      const current = reminders.filter(holds);
      const over = reminders.filter((reminder) => !holds(reminder));
      const now = this.clock.now();
      await tx.update(Reminder, { id: In(over.map(({ id }) => id)) }, { status: 'superseded', settledAt: now });
      const mail = tx.create(Mail, {
        ...{ kind: 'at-once', recipientId: recipient.id, address: recipient.email ?? '' },
        ...{ day: this.clock.today(), claimedAt: now },
      });
      if (current.length > 0) {
        await tx.save(mail);
        await tx.update(Reminder, { id: In(current.map(({ id }) => id)) }, { status: 'claimed', mailId: mail.id });
      }
      return { mail, reminders: current };
    });
  }
}
