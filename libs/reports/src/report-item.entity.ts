import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import type { DueBasis, ExtractedDeadline, ExtractedUnit, ItemKind } from '#extraction/extraction.types';
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import { Report } from './report.entity';

export type ItemStatus = 'proposed' | 'accepted' | 'rejected';
/** Where the owner comes from: named in the text, the reporting unit, or chosen by a person. */
export type UnitBasis = 'text' | 'issuer' | 'person';

/** A unit named in the text, and the unit of the organisation it is taken for. */
export interface ItemUnit extends ExtractedUnit {
  unitId: string | null;
}

/** What was read from a report and waits for a decision on the review desk 审核台. */
@Entity('report_item')
@Index('report_item_by_report', ['reportId', 'startOffset', 'id'])
@Check('report_item_kind', `kind IN ('next_step', 'problem', 'cause', 'pledge')`)
@Check('report_item_status', `status IN ('proposed', 'accepted', 'rejected')`)
@Check('report_item_span', 'start_offset < end_offset')
export class ReportItem {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  reportId: string;

  @ManyToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn()
  report?: Report;

  /** The item's name within its report (`n1`, `p2`); links between items use it. */
  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  kind: ItemKind;

  @Column({ type: 'text', nullable: true })
  ordinal: string | null;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  text: string;

  /** UTF-16 code units into the report's text. */
  @Column({ type: 'integer' })
  startOffset: number;

  @Column({ type: 'integer' })
  endOffset: number;

  @Column({ type: 'text' })
  sectionKey: string;

  @Column({ type: 'text', array: true })
  sectionPath: string[];

  @Column({ type: 'text', array: true, default: '{}' })
  groupPath: string[];

  @Column({ type: 'jsonb', default: [] })
  measures: { text: string; start: number; end: number }[];

  @Column({ type: 'jsonb', default: [] })
  deadlines: ExtractedDeadline[];

  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'text' })
  dueBasis: DueBasis | 'person';

  @Column({ type: 'text', nullable: true })
  recurrence: string | null;

  @Column({ type: 'jsonb', default: [] })
  units: ItemUnit[];

  @Column({ type: 'jsonb', default: [] })
  targets: { text: string }[];

  /** Keys of the problems this step answers. */
  @Column({ type: 'text', array: true, default: '{}' })
  relatedKeys: string[];

  /** How like each of these problems is, from 0 to 1. */
  @Column({ type: 'jsonb', default: {} })
  similarity: Record<string, number>;

  @Column({ type: 'real' })
  confidence: number;

  @Column({ type: 'text', array: true, default: '{}' })
  why: string[];

  @Column({ type: 'text', default: 'proposed' })
  status: ItemStatus;

  @Column({ type: 'text', nullable: true })
  rejectReason: string | null;

  /** The proposed owner 牵头单位. */
  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  @Column({ type: 'text' })
  unitBasis: UnitBasis;

  @Column({ type: 'uuid', nullable: true })
  assigneeId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  assignee?: Person | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
