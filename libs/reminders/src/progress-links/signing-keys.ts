import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LinkPurpose } from './signed-token';
import { SigningKey } from './signing-key.entity';

/** The keys of links: one for each purpose, the same in all processes, kept in memory after the first use. */
@Injectable()
export class SigningKeys {
  private readonly known = new Map<LinkPurpose, Buffer>();

  constructor(private readonly db: DataSource) {}

  /** Made when it is first asked for; of several processes that make it at once, the first one's key is everybody's. */
  async key(purpose: LinkPurpose): Promise<Buffer> {
    const known = this.known.get(purpose);
    if (known) return known;
    const made = { purpose, key: randomBytes(32).toString('base64url') };
    await this.db.createQueryBuilder().insert().into(SigningKey).values(made).orIgnore().execute();
    const { key } = await this.db.manager.findOneByOrFail(SigningKey, { purpose });
    const bytes = Buffer.from(key, 'base64url');
    this.known.set(purpose, bytes);
    return bytes;
  }
}
