import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { LedgerMapping } from './ledger-mapping.entity';
import type { LedgerSettings } from './ledger.dto';

/** How ledgers with the same heads were read before, for everybody who assigns for the same unit. */
@Injectable()
export class LedgerMappings {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  recall(actor: Actor, heads: readonly string[]): Promise<LedgerMapping | null> {
    const unitId = actor.homeFor('task.assign');
    return this.db.manager.findOneBy(LedgerMapping, { unitId, signature: signatureOf(heads) });
  }

  async remember(
    tx: EntityManager,
    actor: Actor,
    heads: readonly string[],
    { fields, units }: Pick<LedgerSettings, 'fields' | 'units'>,
  ): Promise<void> {
    await tx.upsert(
      LedgerMapping,
      {
        ...{ unitId: actor.homeFor('task.assign'), signature: signatureOf(heads), fields },
        units: units.map(({ name, unitId }) => ({ name, unitId })),
        ...{ updatedById: actor.personId, updatedAt: this.clock.now() },
      },
      ['unitId', 'signature'],
    );
  }
}

const signatureOf = (heads: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(heads)).digest('hex');
