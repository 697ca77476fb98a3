import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { TaskCommands } from '#tasks/task-commands';
import type { Task } from '#tasks/task.entity';
import { refuseUnseen } from '../nudges/seen-task';
import { mayComment, namedIn, refuseDelete, refuseEdit } from './comment-rules';
import type { WriteComment } from './comment.dto';
import { commentsOf } from './comment-list';
import type { MentionablePerson, TaskComments } from './comment.view';
import { mentionReminders } from './mention-reminders';
import { mentionable, wordsOf } from './mentionable';
import { TaskComment, type Mention } from './task-comment.entity';

/** 评论: what those who see a task say to each other about it. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly clock: Clock,
  ) {}

  /** Throws task.unknown. */
  list(actor: Actor, taskId: string): Promise<TaskComments> {
    return commentsOf(this.db.manager, actor, taskId);
  }

  /** Throws task.unknown. */
  async mentionable(actor: Actor, taskId: string, part: string): Promise<MentionablePerson[]> {
    await refuseUnseen(this.db.manager, actor, taskId);
    return mentionable(this.db.manager, taskId, this.clock.today(), part.trim());
  }

  /** Throws task.unknown, comment.read-only or comment.not-mentionable. */
  write(actor: Actor, taskId: string, { text, mentions }: WriteComment): Promise<TaskComments> {
    return this.change(actor, taskId, async (tx, task) => {
      const named = await this.named(tx, taskId, namedIn(text, mentions));
      const comment = await tx.save(
        tx.create(TaskComment, { taskId, byId: actor.personId, text, mentions: named, at: this.clock.now() }),
      );
      await mentionReminders(tx, task, comment, this.clock.today(), this.clock.now());
      return { action: 'comment', from: null, to: text };
    });
  }

  /** Throws task.unknown, comment.read-only, comment.unknown, comment.not-yours, comment.deleted, comment.too-late or comment.not-mentionable. */
  edit(actor: Actor, taskId: string, id: string, { text, mentions }: WriteComment): Promise<TaskComments> {
    return this.change(actor, taskId, async (tx, task) => {
      const comment = await load(tx, taskId, id);
      refuseEdit(comment, actor, this.clock.now());
      const from = comment.text;
      const named = await this.named(tx, taskId, namedIn(text, mentions));
      if (from === text && JSON.stringify(named) === JSON.stringify(comment.mentions)) return null;
      await tx.save(Object.assign(comment, { text, mentions: named, editedAt: this.clock.now() }));
      await mentionReminders(tx, task, comment, this.clock.today(), this.clock.now());
      return { action: 'edit-comment', from, to: text };
    });
  }

  /** Throws task.unknown, comment.read-only, comment.unknown, comment.not-yours or comment.deleted. */
  remove(actor: Actor, taskId: string, id: string): Promise<TaskComments> {
    return this.change(actor, taskId, async (tx, task) => {
      const comment = await load(tx, taskId, id);
      refuseDelete(comment, actor);
      await tx.save(Object.assign(comment, { deletedAt: this.clock.now() }));
      await mentionReminders(tx, task, comment, this.clock.today(), this.clock.now());
      return { action: 'delete-comment', from: comment.text, to: null };
    });
  }

  /** One deed within a lock on the task, with its line of history. */
  private async change(
    actor: Actor,
    taskId: string,
    deed: (tx: EntityManager, task: Task) => Promise<{ action: string; from: string | null; to: string | null } | null>,
  ): Promise<TaskComments> {
    await this.db.transaction(async (tx) => {
      const [{ task }] = await this.commands.load(tx, actor, [taskId]);
      if (!mayComment(actor, task)) {
        throw new DomainError('forbidden', 'comment.read-only', '您只能查看这项任务，不能发表评论。');
      }
      const done = await deed(tx, task);
      if (done === null) return;
      const changes = [{ field: 'comment', from: done.from, to: done.to }];
      await record(tx, actor, { subject: 'task', subjectId: taskId, action: done.action, changes });
    });
    return this.list(actor, taskId);
  }

  /** Nobody is told of a task that he may not see, and nobody's name stands for somebody else. */
  private async named(tx: EntityManager, taskId: string, mentions: readonly Mention[]): Promise<Mention[]> {
    if (mentions.length === 0) return [];
    const ids = mentions.map(({ personId }) => personId);
    const known = await wordsOf(tx, taskId, this.clock.today(), ids);
    const wrong = mentions.find(
      ({ personId, words }) => !known.some((one) => one.id === personId && [one.words, one.name].includes(words)),
    );
    if (!wrong) return [...mentions];
    const message = `“@${wrong.words}”不能查看这项任务，或已停用，没有发表评论。请从列表中重新选择。`;
    throw new DomainError('invalid', 'comment.not-mentionable', message);
  }
}

async function load(tx: EntityManager, taskId: string, id: string): Promise<TaskComment> {
  const comment = await tx.findOneBy(TaskComment, { id, taskId });
  if (comment) return comment;
  throw new DomainError('unknown', 'comment.unknown', '没有找到这条评论。请刷新页面查看。');
}
