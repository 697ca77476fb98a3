import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RateLimit } from '#platform/rate-limit';

/** Several devices of one person, each of which asks a few times an hour. */
const PER_FEED = 60;
/** Wrong or revoked addresses only: whole offices come from one address, and old calendars keep on asking. */
const PER_ADDRESS = 300;

/** Slows down whoever tries addresses of feeds or floods one. */
@Injectable()
export class FeedLimiter implements OnModuleInit {
  private byFeed: RateLimit;
  private byAddress: RateLimit;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    this.byFeed = new RateLimit(this.db, 'feed', PER_FEED, 'feed.too-many-requests');
    this.byAddress = new RateLimit(this.db, 'feed-address', PER_ADDRESS, 'feed.too-many-requests');
  }

  /** Counts a visit of a feed. Throws feed.too-many-requests with the minutes to wait. */
  visit(personId: string): Promise<void> {
    return this.byFeed.take(personId);
  }

  /** Counts an address of no feed, from where it was asked for. Throws feed.too-many-requests. */
  missed(address: string): Promise<void> {
    return this.byAddress.take(address);
  }
}
