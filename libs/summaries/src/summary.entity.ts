import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import type { ReportedPeriod } from '#calendar/period';
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import type { Composition } from './composing/composition';
import type { Edits } from './composing/shown';
import type { Covered } from './summary-rows';

export type SummaryStatus = 'draft' | 'issued';

/** What a summary was composed of and for whom, as it was then. */
export interface Composed extends Composition {
  unitName: string;
  covered: Covered;
}

/** A progress report 进展报告 of a unit and those below it for a period. An issued one never changes (trigger `summary_stays`). */
@Entity('summary')
@Unique(['unitId', 'periodKind', 'periodStart'])
@Index('summary_newest', { synchronize: false })
@Check('summary_period_kind', `period_kind IN ('month', 'quarter', 'three-quarters', 'half-year', 'year')`)
@Check('summary_status', `status IN ('draft', 'issued')`)
@Check(
  'summary_issued',
  `num_nonnulls(number, issued_on, signatory, issued_at, issued_by_id, sha256) = CASE status WHEN 'issued' THEN 6 ELSE 0 END`,
)
export class Summary {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  @Column({ type: 'text' })
  periodKind: ReportedPeriod;

  @Column({ type: 'date' })
  periodStart: string;

  @Column({ type: 'date' })
  periodEnd: string;

  @Column({ type: 'text' })
  title: string;

  /** 主送机关 */
  @Column({ type: 'text', nullable: true })
  recipients: string | null;

  @Column({ type: 'text', default: 'draft' })
  status: SummaryStatus;

  @Column({ type: 'jsonb' })
  composition: Composed;

  /** SHA-256 over the rows and what was composed of them. */
  @Column({ type: 'text' })
  fingerprint: string;

  @Column({ type: 'timestamptz' })
  composedAt: Date;

  @Column({ type: 'jsonb' })
  edits: Edits;

  /** 发文字号 */
  @Column({ type: 'text', nullable: true })
  number: string | null;

  /** 成文日期 */
  @Column({ type: 'date', nullable: true })
  issuedOn: string | null;

  /** 发文机关署名 */
  @Column({ type: 'text', nullable: true })
  signatory: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  issuedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  issuedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  issuedBy?: Person | null;

  /** Over the bytes of the frozen snapshot. */
  @Column({ type: 'text', nullable: true })
  sha256: string | null;

  /** Null when it was drafted on schedule. */
  @Column({ type: 'uuid', nullable: true })
  createdById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  createdBy?: Person | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
