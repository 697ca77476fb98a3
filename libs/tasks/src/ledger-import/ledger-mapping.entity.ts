import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import type { LedgerField } from './fields';

/** How the columns of ledgers with these heads were read last, to be offered the next time. */
@Entity('ledger_mapping')
export class LedgerMapping {
  @PrimaryColumn({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit, { onDelete: 'CASCADE' })
  @JoinColumn()
  unit?: Unit;

  /** SHA-256 of the heads. */
  @PrimaryColumn({ type: 'text' })
  signature: string;

  @Column({ type: 'jsonb' })
  fields: (LedgerField | null)[];

  /** Names of the ledger that were said to mean a unit, or none. */
  @Column({ type: 'jsonb' })
  units: { name: string; unitId: string | null }[];

  @Column({ type: 'uuid' })
  updatedById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  updatedBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
