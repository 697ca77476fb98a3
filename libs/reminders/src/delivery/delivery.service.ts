import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Clock } from '#platform/clock';
import { Mailer } from '#platform/mailer';
import { Settings } from '#platform/settings';
import { MailWriter } from '../mails/mail-writer';
import { BATCH, claim, claimNotices } from './claim';
import { Drain, mailKey } from './drain';
import type { Answer } from './hand-over';
import { giveUpLost } from './lost-claims';
import { MailingTime } from './mailing-time';
import { whoIsDue, type Due } from './recipients';

/** Minutes after which a claim has lost its worker. */
const CLAIM_MINUTES = 15;

/** Nobody has mails of a claim in hand for longer, in milliseconds. */
const LONGEST_DRAIN = 6 * 3_600_000;

/** Some mails have to be tried again: the job fails, and the queue comes back with growing pauses. */
export class MailsPostponed extends Error {}

/** Sends what the ledger holds, one mail for each person, and records what the mail server answered. */
@Injectable()
export class DeliveryService implements OnModuleDestroy {
  private readonly logger = new Logger(DeliveryService.name);
  private readonly answers: Answer[] = [];
  private running: Promise<void> | undefined;
  private drain: Drain | undefined;
  /** Mails taken before have been followed by their reminders. */
  private followedUntil = new Date(0);
  /** Something may have come that goes at once: the list of recipients is read again. */
  private woken = false;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
    private readonly mailer: Mailer,
    private readonly writer: MailWriter,
    private readonly settings: Settings,
  ) {}

  /**
   * Sends all that may go now. Asked again meanwhile, the process looks again and does not begin a second time: the mails
   * under way never are more than its connections. Rejects with MailsPostponed.
   */
  deliver(): Promise<void> {
    this.woken = true;
    this.running ??= this.sendAll().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Claims older than this have lost their worker. */
  async giveUpLost(minutes: number): Promise<void> {
    const now = this.clock.now();
    await giveUpLost(this.db.manager, now, minutes, this.followedUntil);
    this.followedUntil = new Date(now.getTime() - LONGEST_DRAIN);
  }

  /** Ends after the mails that are under way; the rest waits in the ledger. */
  async onModuleDestroy(): Promise<void> {
    this.drain?.stop();
    await Promise.allSettled([this.running]);
  }

  private async sendAll(): Promise<void> {
    await this.giveUpLost(CLAIM_MINUTES);
    const { db, clock, time, mailer, writer, answers } = this;
    const drain = new Drain({ db, clock, time, mailer, writer, answers });
    this.drain = drain;
    while (this.woken && !drain.over) {
      this.woken = false;
      const due = (await this.due()).filter((one) => !drain.putOff.has(mailKey(one)));
      // While one batch is sent the next is taken, and the reminders of the one before follow.
      let ahead: string[] | null = await this.take(due.slice(0, BATCH));
      for (let from = BATCH; ahead !== null; from += BATCH) {
        const more = from < due.length && !this.woken && !drain.over;
        const batch = more ? this.take(due.slice(from, from + BATCH)) : null;
        [ahead] = await Promise.all([batch, drain.send(ahead), drain.follow()]);
      }
      if (!drain.over) await drain.send(await claimNotices(db.manager, clock.now()));
      await drain.follow();
    }
    if (drain.postponed === 0) return;
    this.logger.warn(`${drain.postponed} mails postponed`);
    throw new MailsPostponed(`${drain.postponed} mails have to be tried again`);
  }

  private take(batch: readonly Due[]): Promise<string[]> {
    return claim(this.db, batch, { now: this.clock.now(), local: !this.mailer.ready });
  }

  private async due(): Promise<Due[]> {
    const { now, today, calendar } = await this.time.asOf();
    return whoIsDue(this.db.manager, new MailingTime(now, this.settings.timeZone, calendar), today);
  }
}
