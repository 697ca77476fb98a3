import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Task } from '#tasks/task.entity';

/** Somebody named with @ in a comment; `words` stand behind the @. */
export interface Mention {
  personId: string;
  words: string;
}

/** 评论: what somebody says about a task. Its words stay here when it is deleted, and are shown to nobody. */
@Entity('task_comment')
@Index('task_comment_by_task', { synchronize: false })
@Check('task_comment_text', 'char_length(text) BETWEEN 1 AND 2000')
export class TaskComment {
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

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'jsonb', default: [] })
  mentions: Mention[];

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'timestamptz', nullable: true })
  editedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  deletedAt: Date | null;
}
