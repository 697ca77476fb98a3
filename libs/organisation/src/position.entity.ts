import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Unit } from './unit.entity';

/** A position 职务 in a unit; it stays when the person leaves. */
@Entity('position')
@Index('position_by_unit', ['unitId'])
@Index('position_by_person', ['personId'])
export class Position {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @ManyToOne(() => Person, (person) => person.positions, { nullable: true })
  @JoinColumn()
  person?: Relation<Person> | null;
}
