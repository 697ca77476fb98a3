import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Task } from '#tasks/task.entity';

/** 催办: somebody asked for a task to be hurried. */
@Entity('nudge')
@Index('nudge_by_task', { synchronize: false })
export class Nudge {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task;

  @Column({ type: 'uuid' })
  byId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  by?: Person;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
