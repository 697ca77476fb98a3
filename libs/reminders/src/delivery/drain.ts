import type { DataSource } from 'typeorm';
import type { AsOf, WorkingTime } from '#organisation/calendar/working-time';
import type { Clock } from '#platform/clock';
import type { MailFailure, Mailer } from '#platform/mailer';
import type { MailWriter } from '../mails/mail-writer';
import { handOver, type Answer, type Letter } from './hand-over';
import { linesFollow } from './lines-follow';
import { LOCAL_MAILBOX } from './local-mailbox';
import { outcomeOf, type Outcome } from './outcome';
import { release } from './lost-claims';
import { refuseAddress } from './refused-addresses';

/** After so many groups of mails in a row of which none was answered, the server counts as down. */
const GROUPS_UNHEARD = 2;

export interface Sending {
  db: DataSource;
  clock: Clock;
  time: WorkingTime;
  mailer: Mailer;
  writer: MailWriter;
  /** What is known and could not be recorded yet outlives a drain that failed. */
  answers: Answer[];
}

/** Whom the mail goes to, and as what. */
export const mailKey = ({ personId, kind }: Pick<Letter, 'personId' | 'kind'>) => `${personId} ${kind}`;

/**
 * Sends claimed mails in groups, as many at once as there are connections: so many are at most uncertain when the worker
 * is lost. What the server answered is recorded together with the marking of the next group.
 */
export class Drain {
  /** Mails that are to be tried again. */
  postponed = 0;
  /** Keys of those that the server has put off. */
  readonly putOff = new Set<string>();
  /** Mails whose reminders have not followed yet. */
  private ended: string[] = [];
  private unheard = 0;
  private stopped = false;

  constructor(private readonly by: Sending) {}

  /** Whether it is to end: the worker stops, or the server takes nothing at present and to go on would be in vain. */
  get over(): boolean {
    return this.stopped || this.unheard >= GROUPS_UNHEARD;
  }

  /** Ends it after the mails that are under way. */
  stop(): void {
    this.stopped = true;
  }

  /** Sends these claimed mails; puts back what is left when it is over. */
  async send(mailIds: readonly string[]): Promise<void> {
    const { db, clock, mailer } = this.by;
    for (let from = 0; from < mailIds.length; from += mailer.connections) {
      if (this.over) {
        const why = this.stopped ? '后台任务停止，稍后再发' : '邮件服务器没有应答，稍后再发';
        await release(db.manager, mailIds.slice(from), clock.now(), why);
        this.postponed += mailIds.length - from;
        break;
      }
      await this.sendGroup(mailIds.slice(from, from + mailer.connections));
    }
    await this.next([]);
    this.ended.push(...mailIds);
  }

  /** Lets the reminders follow the mails that were sent before; the next mails may be sent meanwhile. */
  async follow(): Promise<void> {
    const mailIds = this.ended;
    this.ended = [];
    if (mailIds.length > 0) await linesFollow(this.by.db.manager, mailIds);
  }

  private async sendGroup(mailIds: readonly string[]): Promise<void> {
    const at = await this.by.time.asOf();
    const letters = await this.next(mailIds);
    if (letters.length === 0) return;
    const outcomes = await Promise.all(letters.map((letter) => this.sendOne(letter, at)));
    this.unheard = outcomes.every((outcome) => outcome?.unheard) ? this.unheard + 1 : 0;
  }

  /** Records the answers of the last group and takes up the next. */
  private async next(mailIds: readonly string[]): Promise<Letter[]> {
    const { db, clock, answers } = this.by;
    if (mailIds.length === 0 && answers.length === 0) return [];
    const letters = await handOver(db.manager, answers, mailIds, { now: clock.now(), today: clock.today() });
    answers.length = 0;
    return letters;
  }

  /** Undefined when the server has taken it. */
  private async sendOne(letter: Letter, at: AsOf): Promise<Outcome | undefined> {
    const { mailer, answers } = this.by;
    const known = { id: letter.id, messageId: mailer.messageId(letter.id), subject: letter.subject };
    try {
      answers.push({ ...known, status: 'sent', ...(await this.sent(letter, known.messageId, at)) });
      return undefined;
    } catch (error) {
      const failure = error as MailFailure;
      const outcome = outcomeOf(failure);
      const answer = failure.response ?? failure.message;
      if (outcome.badAddress) await this.refuse(letter, answer);
      if (outcome.status === 'postponed') {
        this.postponed++;
        this.putOff.add(mailKey(letter));
      }
      answers.push({ ...known, status: outcome.status, answer });
      return outcome;
    }
  }

  private async sent(
    { name, address, ...letter }: Letter,
    messageId: string,
    at: AsOf,
  ): Promise<Partial<Answer> & { answer: string }> {
    const { mailer, writer } = this.by;
    const { subject, text, html, headers } = await writer.write({ name, address, ...letter }, at);
    if (!mailer.ready) return { answer: LOCAL_MAILBOX, subject, text, html };
    return { answer: await mailer.send({ to: { name, address }, subject, text, html, messageId, headers }), subject };
  }

  private refuse({ address, personId }: Letter, answer: string): Promise<void> {
    const { db, clock } = this.by;
    return refuseAddress(db.manager, { address, personId, answer }, { now: clock.now(), today: clock.today() });
  }
}
