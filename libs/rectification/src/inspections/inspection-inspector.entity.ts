import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { InspectionCheck } from './inspection-check.entity';

/** A person named to make a check 检查人. */
@Entity('inspection_inspector')
@Index('inspection_inspector_by_person', ['personId'])
export class InspectionInspector {
  @PrimaryColumn({ type: 'uuid' })
  checkId: string;

  @ManyToOne(() => InspectionCheck, { onDelete: 'CASCADE' })
  @JoinColumn()
  check?: InspectionCheck;

  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;
}
