import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { withIncoming } from '#platform/files/incoming-file';
import type { Attached } from '#tasks/evidence/attachment.view';
import { Attachments, named, type OpenedAttachment } from '#tasks/evidence/attachments';
import { ProblemMoves } from './problem-moves';
import { refuseUnseen } from './problem-standing';
import type { MoveProblemWithReason } from './problem.dto';

const of = (problemId: string) => ({ subject: 'problem', subjectId: problemId }) as const;

/** The evidence 佐证材料 of problems themselves; that of their measures is the tasks' own. */
@Injectable()
export class ProblemEvidenceService {
  constructor(
    private readonly db: DataSource,
    private readonly moves: ProblemMoves,
    private readonly attachments: Attachments,
  ) {}

  /**
   * Takes one file as evidence. An upload that breaks off leaves nothing.
   * Throws attachment.type-refused, attachment.empty, attachment.known, attachment.too-many.
   */
  async attach(actor: Actor, id: string, fileName: string, stream: AsyncIterable<Uint8Array>): Promise<Attached> {
    // Says so before 50 MB have been sent for nothing.
    await this.moves.check(actor, id, 'attach');
    return withIncoming(stream, async (content) => {
      const { notice, ...what } = await this.attachments.examine(fileName, content);
      let attachmentId = '';
      await this.moves.step(actor, id, null, 'attach', async ({ tx }) => {
        const attachment = await this.attachments.attach(tx, actor, of(id), what, content);
        attachmentId = attachment.id;
        return [{ field: 'attachments', from: null, to: named(attachment) }];
      });
      return { attachmentId, fileName: what.name, notice };
    });
  }

  /** Removal by whoever uploaded it or by the supervisor, as long as the problem is not closed. Throws attachment.not-yours. */
  async detach(actor: Actor, id: string, attachmentId: string, ask: MoveProblemWithReason): Promise<void> {
    const { reason } = ask;
    await this.moves.step(
      actor,
      id,
      ask,
      'detach',
      async ({ tx, standing }) => {
        const by = { supervises: standing.parts.includes('supervisor'), reason };
        const attachment = await this.attachments.remove(tx, actor, of(id), attachmentId, by);
        return [{ field: 'attachments', from: named(attachment), to: null }];
      },
      { reason },
    );
  }

  /** Throws problem.unknown, attachment.unknown. */
  async open(actor: Actor, id: string, attachmentId: string): Promise<OpenedAttachment> {
    await refuseUnseen(this.db.manager, actor, id);
    return this.attachments.open(this.db.manager, of(id), attachmentId);
  }
}
