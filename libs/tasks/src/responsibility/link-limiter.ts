import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { DomainError } from '#platform/domain-error';

const QUARTER_OF_AN_HOUR = 15 * 60;
/** An honest reporter opens the page a few times and corrects himself once or twice. */
const PER_LINK = 40;
/** Whole offices come from one address; tokens cannot be guessed anyway. */
const PER_ADDRESS = 200;

/** Slows down whoever tries links or floods one, across all processes. */
@Injectable()
export class LinkLimiter implements OnModuleInit {
  private byLink: RateLimiterPostgres;
  private byAddress: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        ...{ storeClient: this.db, storeType: 'typeorm', tableName: 'sign_in_attempt', tableCreated: true },
        ...{ keyPrefix, points, duration: QUARTER_OF_AN_HOUR },
      });
    this.byLink = limiter('link', PER_LINK);
    this.byAddress = limiter('link-address', PER_ADDRESS);
  }

  /** Throws link.too-many-requests with the minutes to wait. */
  async attempt(tokenHash: string, address: string): Promise<void> {
    await consume(this.byAddress, address);
    await consume(this.byLink, tokenHash);
  }

  /** The same for a link that was found to be signed here: in the hour of the mails a whole office opens its own ones. */
  attemptSigned(tokenHash: string): Promise<void> {
    return consume(this.byLink, tokenHash);
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
    throw new DomainError('too-many', 'link.too-many-requests', `访问过于频繁，请 ${minutes} 分钟后再试。`);
  }
}
