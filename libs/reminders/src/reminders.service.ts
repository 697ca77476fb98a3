import { randomUUID } from 'node:crypto';
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { DataSource, In } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Clock } from '#platform/clock';
import { Mailer } from '#platform/mailer';
import { digest } from './digest';
import { planReminders, REMINDERS_QUEUE } from './reminder-jobs';
import { planDue } from './reminder-planning';
import { Reminder } from './reminder.entity';

/** A claim older than this has lost its worker. */
const CLAIM_MINUTES = 15;
const WAITING: readonly string[] = ['assigned', 'accepted', 'in-progress'];

@Injectable()
export class RemindersService {
  private readonly logger = new Logger(RemindersService.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    @InjectQueue(REMINDERS_QUEUE) private readonly queue: Queue,
  ) {}

  /** Has the worker plan and send now, without waiting for the next time on schedule. */
  async wake(): Promise<void> {
    await this.queue.add(planReminders.name, {}, planReminders.options);
  }

  /** Plans what is due today. Returns who has to be written to; nobody while there is no mail server. */
  async plan(): Promise<string[]> {
    // Whether such a mail went out is not known; it is neither sent twice nor called sent.
    await this.db.query(
      `UPDATE reminder SET status = 'uncertain'
       WHERE status = 'claimed' AND claimed_at < $1::timestamptz - make_interval(mins => ${CLAIM_MINUTES})`,
      [this.clock.now()],
    );
    const recipients = await planDue(this.db.manager, this.clock.today());
    return this.mailer.ready ? recipients : [];
  }

  /** Sends one mail with everything planned for a person. Rejects on a temporary failure; the queue tries again. */
  async deliver(recipientId: string): Promise<void> {
    const recipient = await this.db.manager.findOneBy(Person, { id: recipientId, active: true });
    if (!recipient?.email) return;
    const reminders = await this.claim(recipientId);
    if (reminders.length === 0) return;
    const ids = reminders.map(({ id }) => id);
    const mail = digest(recipient.name, reminders, this.clock.today(), this.mailer.publicUrl);
    const messageId = `<${randomUUID()}@luoshi>`;
    try {
      const to = { name: recipient.name, address: recipient.email };
      const answer = await this.mailer.send({ ...mail, to, messageId });
      await this.db.manager.update(
        Reminder,
        { id: In(ids) },
        { status: 'sent', sentAt: this.clock.now(), messageId, answer },
      );
    } catch (error) {
      const { responseCode, message } = error as { responseCode?: number; message: string };
      const never = responseCode !== undefined && responseCode >= 500;
      await this.db.manager.update(
        Reminder,
        { id: In(ids) },
        { status: never ? 'failed' : 'planned', answer: message },
      );
      this.logger.warn(`mail to person ${recipientId} ${never ? 'refused' : 'postponed'}: ${message}`);
      if (!never) throw error;
    }
  }

  /** Takes what is planned for a person, leaving out what is no longer true. */
  private claim(recipientId: string): Promise<Reminder[]> {
    return this.db.transaction(async (tx) => {
      const planned = await tx.find(Reminder, {
        where: { recipientId, status: 'planned' },
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const ids = planned.map(({ id }) => id);
      const reminders = await tx.find(Reminder, {
        where: { id: In(ids) },
        relations: { task: true },
        order: { dueOn: 'ASC', id: 'ASC' },
      });
      const holds = ({ task, dueOn }: Reminder) =>
        task !== undefined && WAITING.includes(task.status) && (task.dueOn ?? task.assignedOn) === dueOn;
      const current = reminders.filter(holds);
      const over = reminders.filter((reminder) => !holds(reminder));
      if (over.length > 0) await tx.update(Reminder, { id: In(over.map(({ id }) => id)) }, { status: 'superseded' });
      if (current.length > 0) {
        const claimed = { status: 'claimed', claimedAt: this.clock.now() } as const;
        await tx.update(Reminder, { id: In(current.map(({ id }) => id)) }, claimed);
      }
      return current;
    });
  }
}
