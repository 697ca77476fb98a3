import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { SavedView, type ShownColumn } from './saved-view.entity';

/** How a person has arranged the task list for himself. */
@Entity('list_preference')
@Index('list_preference_by_view', ['defaultViewId'], { where: 'default_view_id IS NOT NULL' })
export class ListPreference {
  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @OneToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn()
  person?: Person;

  /** Null: as the list stands at first. */
  @Column({ type: 'jsonb', nullable: true })
  columns: ShownColumn[] | null;

  /** With which the list opens. */
  @Column({ type: 'uuid', nullable: true })
  defaultViewId: string | null;

  @ManyToOne(() => SavedView, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  defaultView?: SavedView | null;
}
