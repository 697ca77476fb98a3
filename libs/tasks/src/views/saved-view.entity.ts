import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Unit } from '#organisation/unit.entity';
import type { ListColumn } from '../list-columns';

/** A column of the list and how wide it is, in pixels. */
export interface ShownColumn {
  name: ListColumn;
  width: number;
}

/** A view of the task list under a name: one's own, or shared with a unit and those below it. */
@Entity('saved_view')
@Index('saved_view_own_name', { synchronize: false })
@Index('saved_view_shared_name', { synchronize: false })
export class SavedView {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  ownerId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  owner?: Person;

  /** With whom it is shared; null: with nobody. */
  @Column({ type: 'uuid', nullable: true })
  unitId: string | null;

  @ManyToOne(() => Unit, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  unit?: Unit | null;

  @Column({ type: 'text' })
  name: string;

  /** Filter, order and grouping as the address of the page holds them. */
  @Column({ type: 'text' })
  query: string;

  @Column({ type: 'jsonb' })
  columns: ShownColumn[];

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
