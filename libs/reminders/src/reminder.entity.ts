import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Task } from '#tasks/task.entity';

export type ReminderStatus = 'planned' | 'claimed' | 'sent' | 'failed' | 'superseded' | 'uncertain';

/** One intended reminder. The unique key makes planning twice harmless; the row, not the queue, says what was sent. */
@Entity('reminder')
@Unique(['taskId', 'rule', 'dueOn', 'recipientId'])
@Index('reminder_to_deliver', ['recipientId', 'plannedOn'], { where: `status = 'planned'` })
@Index('reminder_newest', { synchronize: false })
@Check('reminder_status', `status IN ('planned', 'claimed', 'sent', 'failed', 'superseded', 'uncertain')`)
export class Reminder {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task;

  @Column({ type: 'text' })
  rule: string;

  /** The deadline it is about; of a task without one, the day it was assigned. */
  @Column({ type: 'date' })
  dueOn: string;

  @Column({ type: 'uuid' })
  recipientId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  recipient?: Person;

  @Column({ type: 'date' })
  plannedOn: string;

  @Column({ type: 'text', default: 'planned' })
  status: ReminderStatus;

  @Column({ type: 'timestamptz', nullable: true })
  claimedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  @Column({ type: 'text', nullable: true })
  messageId: string | null;

  /** What the mail server answered. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
