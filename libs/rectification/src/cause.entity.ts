import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Unit } from '#organisation/unit.entity';
import { Anchor } from '#reports/anchor.entity';

/** A stated cause 原因 of the problems of a report. */
@Entity('cause')
@Index('cause_by_anchor', ['anchorId'])
export class Cause {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  @Column({ type: 'uuid' })
  anchorId: string;

  @ManyToOne(() => Anchor)
  @JoinColumn()
  anchor?: Anchor;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
