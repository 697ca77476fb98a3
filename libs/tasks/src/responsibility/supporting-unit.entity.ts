import {
  Check,
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
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import { Task } from '../task.entity';

/** 配合单位: a unit that supports the lead unit of a task, with a part of its own to do and to report. */
@Entity('supporting_unit')
@Unique(['taskId', 'unitId'])
@Index('supporting_unit_by_unit', ['unitId'])
@Index('supporting_unit_by_person', ['personId'], { where: 'person_id IS NOT NULL' })
@Check('supporting_unit_percent', 'percent BETWEEN 0 AND 100')
@Check('supporting_unit_done', '(percent = 100) = (done_on IS NOT NULL)')
export class SupportingUnit {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Relation<Task>;

  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  /** Who does it in the unit; null: its liaisons. */
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  person?: Person | null;

  /** What is asked of it 配合内容; empty where the report only names the unit. */
  @Column({ type: 'text', default: '' })
  duty: string;

  /** Of its own part; the lead unit's progress stands apart. */
  @Column({ type: 'integer', default: 0 })
  percent: number;

  @Column({ type: 'date', nullable: true })
  doneOn: string | null;

  /** The supervisor does not wait for it any more. */
  @Column({ type: 'date', nullable: true })
  waivedOn: string | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
