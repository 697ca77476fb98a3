import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { Task } from '#tasks/task.entity';
import { TaskComment } from './comments/task-comment.entity';
import { Mail } from './delivery/mail.entity';
import { Nudge } from './nudges/nudge.entity';

export const REMINDER_STATUSES = ['planned', 'claimed', 'sent', 'failed', 'superseded', 'uncertain'] as const;
export type ReminderStatus = (typeof REMINDER_STATUSES)[number];

/** 提醒台账: one intended reminder. The unique key makes planning twice harmless; the row, not the queue, says what was sent. */
@Entity('reminder')
@Unique(['taskId', 'rule', 'dueOn', 'recipientId'])
@Index('reminder_to_deliver', ['recipientId', 'atOnce'], { where: 'mail_id IS NULL AND settled_at IS NULL' })
@Index('reminder_newest', { synchronize: false })
@Index('reminder_by_recipient', { synchronize: false })
@Index('reminder_unread', ['recipientId'], { where: 'read_at IS NULL' })
@Index('reminder_by_mail', ['mailId'], { where: 'mail_id IS NOT NULL' })
@Index('reminder_by_comment', ['commentId'], { where: 'comment_id IS NOT NULL' })
@Check('reminder_status', `status IN ('planned', 'claimed', 'sent', 'failed', 'superseded', 'uncertain')`)
export class Reminder {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  taskId: string;

  @ManyToOne(() => Task, { onDelete: 'CASCADE' })
  @JoinColumn()
  task?: Task;

  /** See `rules.ts`. */
  @Column({ type: 'text' })
  rule: string;

  /** The deadline it is about; of what has none, the day it was assigned or handed in. */
  @Column({ type: 'date' })
  dueOn: string;

  @Column({ type: 'uuid' })
  recipientId: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  recipient?: Person;

  /** The absent person in whose stead the recipient gets it 代理. */
  @Column({ type: 'uuid', nullable: true })
  insteadOfId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn()
  insteadOf?: Person | null;

  @Column({ type: 'date' })
  plannedOn: string;

  @Column({ type: 'text', default: 'planned' })
  status: ReminderStatus;

  /** Goes in a mail of its own at once (催办, 立巡立交), not in the digest of the day. */
  @Column({ type: 'boolean', default: false })
  atOnce: boolean;

  @Column({ type: 'uuid', nullable: true })
  nudgeId: string | null;

  @ManyToOne(() => Nudge, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  nudge?: Nudge | null;

  /** In which the recipient is mentioned. */
  @Column({ type: 'uuid', nullable: true })
  commentId: string | null;

  @ManyToOne(() => TaskComment, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  comment?: TaskComment | null;

  /** The mail it travelled in. */
  @Column({ type: 'uuid', nullable: true })
  mailId: string | null;

  @ManyToOne(() => Mail, { nullable: true })
  @JoinColumn()
  mail?: Mail | null;

  /** In Chinese: why it was superseded, has failed or still waits. */
  @Column({ type: 'text', nullable: true })
  why: string | null;

  /** When it came to its end without a mail; else its mail says when. */
  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  /** When the recipient saw it in the application. */
  @Column({ type: 'timestamptz', nullable: true })
  readAt: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
