import { Check, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import type { Role } from './role';
import { Unit } from './unit.entity';

/** A role that a person holds in a unit, and so over its sub-tree. */
@Entity('role_grant')
@Index('role_grant_by_unit', ['unitId'])
@Check('role_grant_role', `role IN ('supervisor', 'leader', 'liaison', 'staff', 'auditor', 'administrator')`)
export class RoleGrant {
  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @ManyToOne(() => Person, (person) => person.roles)
  @JoinColumn()
  person?: Relation<Person>;

  @PrimaryColumn({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit?: Unit;

  @PrimaryColumn({ type: 'text' })
  role: Role;
}
