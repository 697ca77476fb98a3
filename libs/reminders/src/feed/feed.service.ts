import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { loadActor } from '#organisation/actor-loader';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { Mailer } from '#platform/mailer';
import { Settings } from '#platform/settings';
import { calendarOf } from './calendar';
import { dueItems } from './due-items';
import { FeedLimiter } from './feed-limiter';
import { FeedToken } from './feed-token.entity';
import type { FeedState, MadeFeed } from './feed.view';

/** A token is 32 bytes in base64url. */
const FILE = /^([\w-]{43})\.ics$/;
/** How often the time of the last visit is written, in milliseconds. */
const TOUCH = 60_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

const unknownFeed = () =>
  new DomainError('unknown', 'feed.unknown', '这个日历订阅地址不存在或已停用，请登录系统在“日历订阅”中重新生成。');

/** 日历订阅: an address by which one's own calendar program reads what is due. */
@Injectable()
export class FeedService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly mailer: Mailer,
    private readonly limiter: FeedLimiter,
  ) {}

  async state(actor: Actor): Promise<FeedState> {
    const feed = await this.db.manager.findOneBy(FeedToken, { personId: actor.personId });
    return {
      createdAt: feed?.createdAt.toISOString() ?? null,
      lastUsedAt: feed?.lastUsedAt?.toISOString() ?? null,
    };
  }

  /** A new address; the one before ends at once. */
  make(actor: Actor): Promise<MadeFeed> {
    return this.db.transaction(async (tx) => {
      const token = randomBytes(32).toString('base64url');
      const { personId } = actor;
      const createdAt = this.clock.now();
      await tx.upsert(FeedToken, { personId, tokenHash: hashOf(token), createdAt, lastUsedAt: null }, ['personId']);
      await record(tx, actor, { subject: 'person', subjectId: personId, action: 'make-feed' });
      return { createdAt: createdAt.toISOString(), lastUsedAt: null, path: `/api/v1/feed/${token}.ics` };
    });
  }

  /** Ends the address. Nothing happens when there is none. */
  revoke(actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { affected } = await tx.delete(FeedToken, { personId: actor.personId });
      if (affected) await record(tx, actor, { subject: 'person', subjectId: actor.personId, action: 'revoke-feed' });
    });
  }

  /** What is due for whoever holds the address `file`, as he may see it now. Throws feed.unknown or feed.too-many-requests. */
  async read(file: string, address: string): Promise<{ text: string; tag: string }> {
    const feed = await this.feedOf(FILE.exec(file)?.[1]);
    if (!feed?.person?.active) {
      await this.limiter.missed(address);
      throw unknownFeed();
    }
    await this.limiter.visit(feed.personId);
    const actor = await loadActor(this.db.manager, feed.person, this.clock.today());
    const items = await dueItems(this.db.manager, actor, this.settings.timeZone);
    await this.touch(feed);
    const text = calendarOf(items, this.mailer.publicUrl);
    return { text, tag: `"${createHash('sha256').update(text).digest('base64url')}"` };
  }

  private feedOf(token: string | undefined): Promise<FeedToken | null> | null {
    if (token === undefined) return null;
    return this.db.manager.findOne(FeedToken, { where: { tokenHash: hashOf(token) }, relations: { person: true } });
  }

  private async touch({ personId, tokenHash, lastUsedAt }: FeedToken): Promise<void> {
    const now = this.clock.now();
    if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < TOUCH) return;
    await this.db.manager.update(FeedToken, { personId, tokenHash }, { lastUsedAt: now });
  }
}
