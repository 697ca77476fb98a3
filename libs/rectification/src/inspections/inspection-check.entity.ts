import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import type { CheckStatus } from './check-status';
import { InspectionRound } from './inspection-round.entity';

/** One unit checked by another 检查. */
@Entity('inspection_check')
@Index('inspection_check_pair', ['roundId', 'inspectedUnitId', 'inspectingUnitId'], { unique: true })
@Index('inspection_check_by_inspected', ['inspectedUnitId'])
@Index('inspection_check_by_inspecting', ['inspectingUnitId'])
@Check('inspection_check_status', `status IN ('waiting', 'under-way', 'reported', 'settled', 'called-off')`)
@Check(
  'inspection_check_reported',
  `status NOT IN ('reported', 'settled') OR (conclusion IS NOT NULL AND reported_by_id IS NOT NULL)`,
)
export class InspectionCheck {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  roundId: string;

  @ManyToOne(() => InspectionRound, { onDelete: 'CASCADE' })
  @JoinColumn()
  round?: InspectionRound;

  /** 被检查单位 */
  @Column({ type: 'uuid' })
  inspectedUnitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  inspectedUnit?: Unit;

  /** 检查单位 */
  @Column({ type: 'uuid' })
  inspectingUnitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  inspectingUnit?: Unit;

  @Column({ type: 'date' })
  dueOn: string;

  @Column({ type: 'text', default: 'waiting' })
  status: CheckStatus;

  /** 检查结论 */
  @Column({ type: 'text', nullable: true })
  conclusion: string | null;

  @Column({ type: 'date', nullable: true })
  reportedOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  reportedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  reportedBy?: Person | null;

  /** What the inspected unit says to it 反馈意见. */
  @Column({ type: 'text', nullable: true })
  response: string | null;

  @Column({ type: 'date', nullable: true })
  respondedOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  respondedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  respondedBy?: Person | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
