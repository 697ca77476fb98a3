import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../person.entity';
import { Unit } from '../unit.entity';

/** 初始设置 was put aside for the organisation of the top unit `unitId`: nobody who administers it is offered it any more. */
@Entity('set_up_dismissal')
export class SetUpDismissal {
  @PrimaryColumn({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit, { onDelete: 'CASCADE' })
  @JoinColumn()
  unit?: Unit;

  @Column({ type: 'uuid' })
  byId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  by?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
