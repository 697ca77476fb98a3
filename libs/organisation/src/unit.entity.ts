import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A unit 单位 of the organisation's tree. */
@Entity('unit')
@Index('unit_name_among_siblings', { synchronize: false })
@Check('unit_own_parent', 'parent_id <> id')
@Check('unit_contact', 'external OR contact IS NULL')
export class Unit {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  @ManyToOne(() => Unit, { nullable: true })
  @JoinColumn()
  parent?: Unit | null;

  @Column({ type: 'text' })
  name: string;

  /** 简称: 区教育局 → 教育局 */
  @Column({ type: 'text', nullable: true })
  shortName: string | null;

  @Column({ type: 'text', array: true, default: '{}' })
  aliases: string[];

  @Column({ type: 'integer', default: 0 })
  sortOrder: number;

  /** 外部单位: a body outside the organisation; nobody in it has an account. */
  @Column({ type: 'boolean', default: false })
  external: boolean;

  /** Whom to ask in an external body: name, telephone, e-mail. */
  @Column({ type: 'text', nullable: true })
  contact: string | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
