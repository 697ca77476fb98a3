import { Column, Entity, OneToMany, PrimaryGeneratedColumn, Unique, VersionColumn } from 'typeorm';
import { Position } from './position.entity';
import { RoleGrant } from './role-grant.entity';

@Entity('person')
@Unique(['login'])
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  login: string;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  /** argon2id, PHC string. */
  @Column({ type: 'text', nullable: true, select: false })
  passwordHash: string | null;

  @Column({ type: 'boolean', default: true })
  mustChangePassword: boolean;

  @Column({ type: 'boolean', default: true })
  active: boolean;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @OneToMany(() => Position, (position) => position.person)
  positions?: Position[];

  @OneToMany(() => RoleGrant, (grant) => grant.person)
  roles?: RoleGrant[];
}
