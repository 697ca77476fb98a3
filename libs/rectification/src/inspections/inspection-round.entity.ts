import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import type { RoundKind } from './pairing';
import type { RoundStatus } from './round-status';

/** A round of inspections 督查检查轮次: who checks whom, between two days. */
@Entity('inspection_round')
@Index('inspection_round_newest', { synchronize: false })
@Index('inspection_round_by_unit', ['unitId'])
@Check('inspection_round_kind', `kind IN ('superior', 'cross', 'self', 'special')`)
@Check('inspection_round_status', `status IN ('planned', 'under-way', 'closed')`)
@Check('inspection_round_days', 'starts_on <= ends_on')
export class InspectionRound {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  kind: RoundKind;

  /** The unit that organises it; all units of the round are this one or below it. */
  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  /** The category of problems 问题类别 that is looked at; null for all of them. */
  @Column({ type: 'text', nullable: true })
  category: string | null;

  @Column({ type: 'date' })
  startsOn: string;

  @Column({ type: 'date' })
  endsOn: string;

  @Column({ type: 'text', default: 'planned' })
  status: RoundStatus;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'uuid' })
  createdById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  createdBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
