import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { DomainError } from './domain-error';

const QUARTER_OF_AN_HOUR = 15 * 60;

/** So many attempts for each key in a quarter of an hour, counted in the database for all processes. */
export class RateLimit {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    db: DataSource,
    keyPrefix: string,
    points: number,
    private readonly code: string,
  ) {
    this.limiter = new RateLimiterPostgres({
      ...{ storeClient: db, storeType: 'typeorm', tableName: 'sign_in_attempt', tableCreated: true },
      ...{ keyPrefix, points, duration: QUARTER_OF_AN_HOUR },
    });
  }

  /** Counts an attempt. Throws `code` with the minutes to wait. */
  async take(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
      throw new DomainError('too-many', this.code, `访问过于频繁，请 ${minutes} 分钟后再试。`);
    }
  }
}
