import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { withIncoming } from '#platform/files/incoming-file';
import { TaskCommands, unknownTask } from '../task-commands';
import { visibleTasks } from '../task-sight';
import { decide } from '../task-status';
import type { MoveWithReason } from '../task.dto';
import type { Attached } from './attachment.view';
import { Attachments, named, type OpenedAttachment } from './attachments';

const of = (taskId: string) => ({ subject: 'task', subjectId: taskId }) as const;

/** The evidence 佐证材料 of tasks. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly attachments: Attachments,
  ) {}

  /**
   * Takes one file as evidence. An upload that breaks off leaves nothing.
   * Throws attachment.type-refused, attachment.empty, attachment.known, attachment.too-many.
   */
  async attach(actor: Actor, taskId: string, fileName: string, stream: AsyncIterable<Uint8Array>): Promise<Attached> {
    await this.mayAttach(actor, taskId);
    return withIncoming(stream, async (content) => {
      const { notice, ...what } = await this.attachments.examine(fileName, content);
      return this.db.transaction(async (tx) => {
        const [{ task, standing }] = await this.commands.load(tx, actor, [taskId]);
        decide(standing, 'attach');
        const attachment = await this.attachments.attach(tx, actor, of(taskId), what, content);
        const also = [{ field: 'attachments', from: null, to: named(attachment) }];
        await this.commands.save(tx, actor, [{ before: task, task, also, standing }], 'attach');
        return { attachmentId: attachment.id, fileName: attachment.fileName, notice };
      });
    });
  }

  /** Removal by whoever uploaded it or by the supervisor, as long as the task is not closed. Throws attachment.not-yours. */
  detach(actor: Actor, taskId: string, attachmentId: string, ask: MoveWithReason): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { task, standing } = await this.commands.loadSeen(tx, actor, taskId, ask);
      decide(standing, 'detach');
      const by = { supervises: standing.parts.includes('supervisor'), reason: ask.reason };
      const attachment = await this.attachments.remove(tx, actor, of(taskId), attachmentId, by);
      const also = [{ field: 'attachments', from: named(attachment), to: null }];
      await this.commands.save(tx, actor, [{ before: task, task, also, standing }], 'detach', ask.reason);
    });
  }

  /** Throws task.unknown, attachment.unknown. */
  async open(actor: Actor, taskId: string, attachmentId: string): Promise<OpenedAttachment> {
    const visible = visibleTasks(new Conditions().add('t.id = ?', taskId), actor);
    const seen = await this.db.query<unknown[]>(`SELECT 1 FROM task t ${visible.where}`, visible.values);
    if (seen.length === 0) throw unknownTask();
    return this.attachments.open(this.db.manager, of(taskId), attachmentId);
  }

  /** Says so before 50 MB have been sent for nothing. */
  private mayAttach(actor: Actor, taskId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const [{ standing }] = await this.commands.load(tx, actor, [taskId]);
      decide(standing, 'attach');
    });
  }
}
