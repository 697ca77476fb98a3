import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RateLimit } from '#platform/rate-limit';

/** An honest reporter opens the page a few times and corrects himself once or twice. */
const PER_LINK = 40;
/** Whole offices come from one address; tokens cannot be guessed anyway. */
const PER_ADDRESS = 200;

/** Slows down whoever tries links or floods one. */
@Injectable()
export class LinkLimiter implements OnModuleInit {
  private byLink: RateLimit;
  private byAddress: RateLimit;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    this.byLink = new RateLimit(this.db, 'link', PER_LINK, 'link.too-many-requests');
    this.byAddress = new RateLimit(this.db, 'link-address', PER_ADDRESS, 'link.too-many-requests');
  }

  /** Throws link.too-many-requests with the minutes to wait. */
  async attempt(tokenHash: string, address: string): Promise<void> {
    await this.byAddress.take(address);
    await this.byLink.take(tokenHash);
  }

  /** The same for a link that was found to be signed here: in the hour of the mails a whole office opens its own ones. */
  attemptSigned(tokenHash: string): Promise<void> {
    return this.byLink.take(tokenHash);
  }
}
