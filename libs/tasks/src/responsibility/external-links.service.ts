import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { TaskCommands } from '../task-commands';
import { OPEN_STATUSES } from '../task-status';
import { Task } from '../task.entity';
import { ExternalLink } from './external-link.entity';
import { linkView } from './link-views';
import type { MakeLink } from './support.dto';
import type { MadeLink } from './responsibility.view';
import { supportOf, unknownSupport } from './support.service';

const DAY = 24 * 3_600_000;

export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Links by which external bodies report without an account: made and revoked by the supervisor of the task. */
@Injectable()
export class ExternalLinksService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly clock: Clock,
  ) {}

  /** The token is in this answer only. Throws link.not-external for a unit with accounts. */
  make(actor: Actor, taskId: string, ask: MakeLink): Promise<MadeLink> {
    return this.db.transaction(async (tx) => {
      const task = await this.load(tx, actor, taskId);
      if (!OPEN_STATUSES.includes(task.status)) {
        throw new DomainError('conflict', 'link.item-closed', '任务已经办结或撤销，不需要再填报。');
      }
      const support = ask.supportId ? (await supportOf(tx, taskId)).find(({ id }) => id === ask.supportId) : null;
      if (support === undefined) throw unknownSupport();
      const unit = support ? support.unit : (await withUnit(tx, taskId)).leadUnit;
      if (!unit?.external) {
        const message = '只有外部单位可以通过链接填报；本系统的单位请登录后更新进展。';
        throw new DomainError('invalid', 'link.not-external', message);
      }
      const token = randomBytes(32).toString('base64url');
      const now = this.clock.now();
      const { id } = await tx.save(ExternalLink, {
        ...{ tokenHash: hashOf(token), taskId, supportingUnitId: support?.id ?? null, createdById: actor.personId },
        ...{ createdAt: now, expiresAt: new Date(now.getTime() + ask.days * DAY) },
      });
      const relations = { createdBy: true, task: { leadUnit: true }, supportingUnit: { unit: true } };
      const link = await tx.findOneOrFail(ExternalLink, { where: { id }, relations });
      const changes = [{ field: 'link', from: null, to: `${unit.name}，有效期 ${ask.days} 天` }];
      await record(tx, actor, { subject: 'task', subjectId: taskId, action: 'make-link', changes });
      return { ...linkView(link, now), path: `/external/${token}` };
    });
  }

  /** Ends a link at once. Throws link.unknown. */
  revoke(actor: Actor, taskId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.load(tx, actor, taskId);
      const link = await tx.findOneBy(ExternalLink, { id, taskId });
      if (!link) throw new DomainError('unknown', 'link.unknown', '没有找到这个链接，请刷新后再试。');
      if (link.revokedAt !== null) return;
      await tx.update(ExternalLink, id, { revokedAt: this.clock.now() });
      await record(tx, actor, { subject: 'task', subjectId: taskId, action: 'revoke-link' });
    });
  }

  private async load(tx: EntityManager, actor: Actor, taskId: string): Promise<Task> {
    const [{ task, standing }] = await this.commands.load(tx, actor, [taskId]);
    if (standing.parts.includes('supervisor')) return task;
    throw new DomainError('forbidden', 'task.not-yours', '只有督办员可以管理外部填报链接。');
  }
}

export const withUnit = (db: EntityManager, id: string): Promise<Task> =>
  db.findOneOrFail(Task, { where: { id }, relations: { leadUnit: true } });
