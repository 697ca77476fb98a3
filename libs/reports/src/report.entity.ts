import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
  type Relation,
} from 'typeorm';
import type { SectionKind } from '#extraction/extraction.types';
import { Unit } from '#organisation/unit.entity';
import { SourceDocument } from './source-document.entity';

/** A part of a report under its own heading. Offsets are UTF-16 code units into `Report.text`. */
export interface StoredSection {
  id: string;
  path: string[];
  kind: SectionKind;
  start: number;
  end: number;
}

/** One report 报告: its text and outline. All offsets of its items and anchors refer to `text`. */
@Entity('report')
@Unique(['documentId', 'ordinal'])
@Unique(['replacesId'])
@Index('report_by_maybe_replaces', ['maybeReplacesId'])
@Index('report_by_unit', ['unitId'])
@Index('report_newest', { synchronize: false })
export class Report {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  documentId: string;

  @ManyToOne(() => SourceDocument, (document) => document.reports, { onDelete: 'CASCADE' })
  @JoinColumn()
  document?: Relation<SourceDocument>;

  /** Which report of the file, from 1. */
  @Column({ type: 'integer' })
  ordinal: number;

  @Column({ type: 'text' })
  title: string;

  /** The issuing body as written in the report. */
  @Column({ type: 'text', nullable: true })
  issuer: string | null;

  /** The reporting unit 报告单位. */
  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  @Column({ type: 'text', nullable: true })
  periodLabel: string | null;

  @Column({ type: 'date', nullable: true })
  periodStart: string | null;

  @Column({ type: 'date', nullable: true })
  periodEnd: string | null;

  @Column({ type: 'integer' })
  planYear: number;

  @Column({ type: 'text' })
  text: string;

  /** Where `text` starts in the normalised text of the file. */
  @Column({ type: 'integer' })
  startOffset: number;

  @Column({ type: 'jsonb' })
  sections: StoredSection[];

  /** 第几稿: 1 for the first import, one more for each corrected version 更正稿 of it. */
  @Column({ type: 'integer', default: 1 })
  edition: number;

  /** The former edition, of which this is the corrected version. */
  @Column({ type: 'uuid', nullable: true })
  replacesId: string | null;

  @ManyToOne(() => Report, { nullable: true })
  @JoinColumn()
  replaces?: Report | null;

  /** A report of which this may be a corrected version; a person has yet to say. */
  @Column({ type: 'uuid', nullable: true })
  maybeReplacesId: string | null;

  @ManyToOne(() => Report, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  maybeReplaces?: Report | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  importedAt: Date;
}
