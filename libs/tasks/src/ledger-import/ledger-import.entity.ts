import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import { StoredFile } from '#platform/files/stored-file.entity';

/** A task ledger 台账 that was taken over from a spreadsheet. It stays on record when it is taken back. */
@Entity('ledger_import')
@Index('ledger_import_once', { synchronize: false })
@Index('ledger_import_newest', { synchronize: false })
@Check('ledger_import_undone', '(undone_at IS NULL) = (undone_by_id IS NULL)')
export class LedgerImport {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  sha256: string;

  @ManyToOne(() => StoredFile)
  @JoinColumn({ name: 'sha256' })
  file?: StoredFile;

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  sheet: string;

  /** The unit that the importer assigns tasks for; whoever reads its tasks may open the file. */
  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  /** How the columns were read. */
  @Column({ type: 'jsonb' })
  settings: object;

  /** The same for the same file read in the same way. */
  @Column({ type: 'text' })
  fingerprint: string;

  /** How many tasks it became. */
  @Column({ type: 'integer' })
  tasks: number;

  @Column({ type: 'uuid' })
  importedById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  importedBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  importedAt: Date;

  @Column({ type: 'uuid', nullable: true })
  undoneById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  undoneBy?: Person | null;

  @Column({ type: 'timestamptz', nullable: true })
  undoneAt: Date | null;
}
