import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { ExternalLink } from './external-link.entity';
import { SupportingUnit } from './supporting-unit.entity';

/** What a supporting unit reported of its part. */
@Entity('support_report')
@Index('support_report_by_support', ['supportingUnitId', 'at'])
@Check('support_report_author', 'num_nonnulls(person_id, link_id) = 1')
@Check('support_report_percent', 'percent BETWEEN 0 AND 100')
export class SupportReport {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  supportingUnitId: string;

  @ManyToOne(() => SupportingUnit, { onDelete: 'CASCADE' })
  @JoinColumn()
  supportingUnit?: SupportingUnit;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  /** Null when an external body reported through its link. */
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  person?: Person | null;

  @Column({ type: 'uuid', nullable: true })
  linkId: string | null;

  @ManyToOne(() => ExternalLink, { nullable: true })
  @JoinColumn()
  link?: Relation<ExternalLink> | null;

  /** The name of the absent person or the external body for whom it was reported. */
  @Column({ type: 'text', nullable: true })
  onBehalfOf: string | null;

  @Column({ type: 'integer' })
  percent: number;

  @Column({ type: 'text' })
  narrative: string;
}
