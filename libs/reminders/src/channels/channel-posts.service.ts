import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime, type AsOf } from '#organisation/calendar/working-time';
import { Unit } from '#organisation/unit.entity';
import { UnitDirectory } from '#organisation/unit-directory';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { Mailer } from '#platform/mailer';
import { Settings } from '#platform/settings';
import { standingMessage, testMessage } from './channel-message';
import { ChannelSender, type Sent } from './channel-sender';
import type { ChannelView } from './channel.view';
import { deedOn, loadChannel, view } from './channels.service';
import type { Robot } from './robot-payloads';
import { unitStanding } from './unit-standing';

interface Claimed extends Robot {
  id: string;
  unitId: string;
  /** When it was told before. */
  before: Date | null;
}

/** Tells the robots of groups how their units stand. */
@Injectable()
export class ChannelPosts {
  constructor(
    private readonly db: DataSource,
    private readonly time: WorkingTime,
    private readonly units: UnitDirectory,
    private readonly sender: ChannelSender,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
  ) {}

  /** Tells every robot that was not told yet today; nothing on days that are not worked. */
  async postAll(): Promise<void> {
    const at = await this.time.asOf();
    if (!at.calendar.isWorkingDay(at.today)) return;
    const waiting = await this.db.query<{ id: string }[]>(`SELECT id FROM webhook_channel WHERE active ORDER BY id`);
    for (const { id } of waiting) {
      const channel = await this.claim(id, at);
      if (channel) await this.post(channel, at);
    }
  }

  /** Throws channel.unknown, channel.not-arrived. */
  async test(actor: Actor, id: string): Promise<ChannelView> {
    const channel = await this.db.transaction((tx) => loadChannel(tx, actor, id));
    const message = testMessage(channel.unit.name, actor.name, this.mailer.publicUrl);
    const sent = await this.sender.send(channel, message);
    const now = await this.db.transaction(async (tx) => {
      const current = await loadChannel(tx, actor, id);
      await this.remember(id, sent, tx);
      await record(tx, actor, { ...deedOn(current), action: 'test' });
      return { ...current, lastAnswer: sent.answer, failing: sent.outcome !== 'arrived' };
    });
    if (sent.outcome === 'arrived') return view(now);
    throw new DomainError('conflict', 'channel.not-arrived', `测试消息没有送达：${sent.answer}。请改正后再试。`);
  }

  /**
   * Takes the day's message of a channel; null when it is taken. It counts as told before it is sent, and only what surely
   * did not arrive is given back: a group rather misses a day than hears it twice.
   */
  private async claim(id: string, { today, now }: AsOf): Promise<Claimed | null> {
    const [[channel]] = await this.db.query<[Claimed[]]>(
      `WITH free AS (
         SELECT id, last_posted_at FROM webhook_channel
         WHERE id = $1 AND active AND (last_posted_at IS NULL OR (last_posted_at AT TIME ZONE $2)::date < $3::date)
         FOR UPDATE SKIP LOCKED)
       UPDATE webhook_channel c SET last_posted_at = $4 FROM free WHERE c.id = free.id
       RETURNING c.id, c.unit_id AS "unitId", c.kind, c.url, c.secret, free.last_posted_at AS before`,
      [id, this.settings.timeZone, today, now],
    );
    return channel ?? null;
  }

  private async post(channel: Claimed, at: AsOf): Promise<void> {
    const unit = await this.db.manager.findOneByOrFail(Unit, { id: channel.unitId });
    const standing = await unitStanding(this.db.manager, at, unit, await this.units.subtree(unit.id));
    const message = standingMessage(standing, this.mailer.publicUrl);
    const sent: Sent = message
      ? await this.sender.send(channel, message)
      : { outcome: 'arrived', answer: '没有逾期、临近和落后的任务，没有发送' };
    if (sent.outcome === 'failed') {
      await this.db.query('UPDATE webhook_channel SET last_posted_at = $2 WHERE id = $1', [channel.id, channel.before]);
    }
    await this.remember(channel.id, sent);
  }

  /** Not an edit: the version that people see stays. */
  private async remember(id: string, { outcome, answer }: Sent, db = this.db.manager): Promise<void> {
    const failing = outcome !== 'arrived';
    await db.query('UPDATE webhook_channel SET last_answer = $2, failing = $3 WHERE id = $1', [id, answer, failing]);
  }
}
