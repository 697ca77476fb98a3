import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';

/** The one digest of a person's day; what goes at once (催办, 立巡立交); a notice about the running of the system. */
export const MAIL_KINDS = ['digest', 'at-once', 'notice'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * claimed: a worker has taken it, nothing was handed to the server yet. sending: it is being handed over. postponed: the
 * server said "later"; its reminders are planned again, a notice waits to be sent again. failed: the server said "never".
 * empty: nothing in it was true any more. uncertain: the worker or the line was lost before the answer came; it is neither
 * sent again nor called sent.
 */
export const MAIL_STATUSES = ['claimed', 'sending', 'sent', 'failed', 'postponed', 'empty', 'uncertain'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** One mail and what became of it. */
@Entity('mail')
@Index('mail_one_digest', ['recipientId', 'day'], {
  unique: true,
  where: `kind = 'digest' AND status IN ('claimed', 'sending', 'sent', 'uncertain')`,
})
@Index('mail_under_way', ['claimedAt'], { where: `status IN ('claimed', 'sending')` })
@Index('mail_notices', ['claimedAt'], { where: `kind = 'notice' AND status = 'postponed'` })
@Index('mail_by_recipient', { synchronize: false })
@Index('mail_newest', { synchronize: false })
@Check('mail_kind', `kind IN ('digest', 'at-once', 'notice')`)
@Check('mail_status', `status IN ('claimed', 'sending', 'sent', 'failed', 'postponed', 'empty', 'uncertain')`)
export class Mail {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  kind: MailKind;

  @Column({ type: 'uuid' })
  recipientId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  recipient?: Person;

  /** Where it went to, as the address was then. */
  @Column({ type: 'text' })
  address: string;

  /** The recipient's calendar day it is the digest of. */
  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'text', default: 'claimed' })
  status: MailStatus;

  /** The how-manieth try. */
  @Column({ type: 'integer', default: 1 })
  attempt: number;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  /** What a notice says. Of other mails it is kept for the local mailbox only, when there is no mail server. */
  @Column({ type: 'text', nullable: true })
  text: string | null;

  @Column({ type: 'text', nullable: true })
  html: string | null;

  @Column({ type: 'text', nullable: true })
  messageId: string | null;

  /** What the mail server answered. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'timestamptz' })
  claimedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  sendingAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null;
}
