import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '../person.entity';

/** A person is away 休假、出差, and a deputy 代理人 acts for him, both days included. */
@Entity('absence')
@Index('absence_by_person', ['personId', 'toDay'])
@Index('absence_by_deputy', ['deputyId', 'toDay'])
@Check('absence_days', 'from_day <= to_day')
@Check('absence_deputy', 'person_id <> deputy_id')
export class Absence {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column({ type: 'uuid' })
  deputyId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  deputy?: Person;

  @Column({ type: 'date' })
  fromDay: string;

  @Column({ type: 'date' })
  toDay: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;
}
