import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Task } from './task.entity';

/** 阶段目标: a stage of a task with a deadline of its own (“6月底前整顿一批、10月底前提升一批”). */
@Entity('milestone')
@Index('milestone_by_task', ['taskId', 'dueOn'])
@Check('milestone_done', '(done_on IS NULL) = (done_by_id IS NULL)')
export class Milestone {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'date' })
  dueOn: string;

  @Column({ type: 'date', nullable: true })
  doneOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  doneById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  doneBy?: Person | null;
}
