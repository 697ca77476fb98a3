import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { DomainError } from '#platform/domain-error';

const MINUTE = 60;
/** Failures within a quarter of an hour. A whole office may come from one address in the morning, typing errors included. */
const PER_LOGIN = 8;
const PER_ADDRESS = 300;

/** Slows down guessing of passwords, across all processes: by login and by address. */
@Injectable()
export class SignInLimiter implements OnModuleInit {
  private byLogin: RateLimiterPostgres;
  private byAddress: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const table = { storeClient: this.db, storeType: 'typeorm', tableName: 'sign_in_attempt', tableCreated: true };
    this.byLogin = new RateLimiterPostgres({ ...table, keyPrefix: 'login', points: PER_LOGIN, duration: 15 * MINUTE });
    this.byAddress = new RateLimiterPostgres({
      ...table,
      keyPrefix: 'address',
      points: PER_ADDRESS,
      duration: 15 * MINUTE,
    });
  }

  /** Counts an attempt. Throws session.too-many-attempts with the minutes to wait. */
  async attempt(login: string, address: string): Promise<void> {
    try {
      await this.byAddress.consume(address);
      await this.byLogin.consume(login);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
      const message = `登录尝试过于频繁，请 ${minutes} 分钟后再试；如忘记密码，请联系管理员重置。`;
      throw new DomainError('too-many', 'session.too-many-attempts', message);
    }
  }

  /** Only failures stay counted. */
  async succeeded(login: string, address: string): Promise<void> {
    await this.byAddress.reward(address);
    await this.forget(login);
  }

  /** After a new first password. */
  async forget(login: string): Promise<void> {
    await this.byLogin.delete(login);
  }
}
