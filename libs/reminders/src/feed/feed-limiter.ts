import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { DomainError } from '#platform/domain-error';

const QUARTER_OF_AN_HOUR = 15 * 60;
/** Several devices of one person, each of which asks a few times an hour. */
const PER_FEED = 60;
/** Wrong or revoked addresses only: whole offices come from one address, and old calendars keep on asking. */
const PER_ADDRESS = 300;

/** Slows down whoever tries addresses of feeds or floods one, across all processes. */
@Injectable()
export class FeedLimiter implements OnModuleInit {
  private byFeed: RateLimiterPostgres;
  private byAddress: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        ...{ storeClient: this.db, storeType: 'typeorm', tableName: 'sign_in_attempt', tableCreated: true },
        ...{ keyPrefix, points, duration: QUARTER_OF_AN_HOUR },
      });
    this.byFeed = limiter('feed', PER_FEED);
    this.byAddress = limiter('feed-address', PER_ADDRESS);
  }

  /** Counts a visit of a feed. Throws feed.too-many-requests with the minutes to wait. */
  visit(personId: string): Promise<void> {
    return take(this.byFeed, personId);
  }

  /** Counts an address of no feed, from where it was asked for. Throws feed.too-many-requests. */
  missed(address: string): Promise<void> {
    return take(this.byAddress, address);
  }
}

async function take(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
    throw new DomainError('too-many', 'feed.too-many-requests', `访问过于频繁，请 ${minutes} 分钟后再试。`);
  }
}
