import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Task } from '../task.entity';
import { SupportingUnit } from './supporting-unit.entity';

/** A link by which an external body reports one single item without an account. The token itself is not stored. */
@Entity('external_link')
@Unique(['tokenHash'])
@Index('external_link_by_task', ['taskId', 'createdAt'])
@Index('external_link_by_support', ['supportingUnitId'], { where: 'supporting_unit_id IS NOT NULL' })
export class ExternalLink {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** SHA-256, hexadecimal. */
  @Column({ type: 'text' })
  tokenHash: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Relation<Task>;

  /** The part it is for; null: the whole task, which the external body leads. */
  @Column({ type: 'uuid', nullable: true })
  supportingUnitId: string | null;

  @ManyToOne(() => SupportingUnit, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  supportingUnit?: Relation<SupportingUnit> | null;

  @Column({ type: 'uuid' })
  createdById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  createdBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;

  /** How often something was reported through it. */
  @Column({ type: 'integer', default: 0 })
  uses: number;
}
