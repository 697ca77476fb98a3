import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Task } from '#tasks/task.entity';

/** 约谈: the rung of the escalation ladder that people climb themselves. */
@Entity('talk')
@Index('talk_by_task', { synchronize: false })
export class Talk {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task;

  /** With whom. */
  @Column({ type: 'uuid' })
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  /** Who held it. */
  @Column({ type: 'uuid' })
  byId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  by?: Person;

  @Column({ type: 'date' })
  heldOn: string;

  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
