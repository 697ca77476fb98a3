import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { Unit } from '#organisation/unit.entity';
import type { ReportingPeriod } from '../task.entity';

/** 督办规则 of a unit and those below it. Null: as the unit above has it. */
@Entity('policy')
@Check('policy_report_every', `report_every IN ('week', 'month', 'quarter')`)
@Check('policy_look_back_months', 'look_back_months BETWEEN 1 AND 60')
export class Policy {
  @PrimaryColumn({ type: 'uuid' })
  unitId: string;

  @OneToOne(() => Unit, { onDelete: 'CASCADE' })
  @JoinColumn()
  unit?: Unit;

  /** Whether nothing may be submitted without evidence. */
  @Column({ type: 'boolean', nullable: true })
  evidenceRequired: boolean | null;

  /** How often progress has to be reported; taken over by a task when it is assigned. */
  @Column({ type: 'text', nullable: true })
  reportEvery: ReportingPeriod | null;

  /** Months from the close-out of a problem to its look-back 回头看. */
  @Column({ type: 'integer', nullable: true })
  lookBackMonths: number | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
