import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Task } from '#tasks/task.entity';
import { Problem } from './problem.entity';

/** 措施: the task that answers a problem. One task may answer several problems, and several tasks one. */
@Entity('measure')
@Index('measure_by_task', ['taskId'])
export class Measure {
  @PrimaryColumn({ type: 'uuid' })
  problemId: string;

  @ManyToOne(() => Problem, { onDelete: 'CASCADE' })
  @JoinColumn()
  problem?: Problem;

  @PrimaryColumn({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task;
}
