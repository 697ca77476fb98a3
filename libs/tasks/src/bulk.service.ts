import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { DomainError } from '#platform/domain-error';
import { changesBetween } from '#platform/history';
import type { Change } from '#platform/history.entity';
import type { ApplyBulk, PreviewBulk } from './bulk.dto';
import type { BulkDone, BulkPreview } from './bulk.view';
import { TaskCharge, type Asked } from './task-charge';
import { TaskCommands, type Changed } from './task-commands';
import { decide } from './task-status';
import { facts, TaskWords } from './task-words';
import type { Task } from './task.entity';
import { reDate } from './tasks.service';

interface Planned extends Changed {
  changes: Change[];
  refusal: DomainError | null;
}

/** The same move on many tasks: first shown, then done to all of them or to none. */
@Injectable()
export class BulkService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly charging: TaskCharge,
    private readonly words: TaskWords,
  ) {}

  preview(actor: Actor, ask: PreviewBulk): Promise<BulkPreview> {
    return this.db.transaction(async (tx) => {
      const planned = await this.plan(tx, actor, ask);
      const changes = await this.words.say(planned.map((one) => one.changes));
      const rows = planned.map(({ task, refusal }, index) => ({
        id: task.id,
        code: task.code,
        title: task.title,
        changes: changes[index],
        refusal: refusal?.message ?? null,
      }));
      const place = ({ refusal, code }: (typeof rows)[number]) => `${refusal === null ? 1 : 0} ${code}`;
      return {
        preview: fingerprint(planned),
        total: rows.length,
        refused: rows.filter(({ refusal }) => refusal !== null).length,
        rows: rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
      };
    });
  }

  /** Throws task.bulk-changed when it would no longer do what the preview showed, or the first refusal. */
  apply(actor: Actor, ask: ApplyBulk): Promise<BulkDone> {
    return this.db.transaction(async (tx) => {
      const planned = await this.plan(tx, actor, ask);
      if (fingerprint(planned) !== ask.preview) {
        throw new DomainError('conflict', 'task.bulk-changed', '预览之后有任务被改动，没有执行。请重新预览后再确认。');
      }
      const refused = planned.find(({ refusal }) => refusal !== null);
      if (refused?.refusal) {
        const { refusal, code } = refused.refusal;
        const message = `任务 ${refused.task.code} 不能办理：${refused.refusal.message}请从所选任务中去掉后重试。`;
        throw new DomainError(refusal, code, message);
      }
      await this.commands.save(tx, actor, planned, ask.move, ask.reason);
      return { done: planned.length };
    });
  }

  private async plan(tx: EntityManager, actor: Actor, ask: PreviewBulk): Promise<Planned[]> {
    const loaded = await this.commands.load(tx, actor, ask.taskIds);
    const asked: Asked = new Map();
    const planned: Planned[] = [];
    for (const { task, standing } of loaded) {
      const before = { ...task };
      try {
        task.status = decide(standing, ask.move);
        await this.change(actor, task, ask, asked);
        planned.push({ before, task, changes: changesBetween(facts(before), facts(task)), refusal: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        planned.push({ before, task, changes: [], refusal: error });
      }
    }
    return planned;
  }

  private async change(actor: Actor, task: Task, ask: PreviewBulk, asked: Asked): Promise<void> {
    if (ask.move === 'assign') return this.charging.charge(actor, task, ask, { asked });
    if (ask.move === 'hand-over') return this.charging.handOver(task, { assigneeId: ask.assigneeId ?? null }, asked);
    if (ask.dueOn === undefined || !ask.reason) {
      const message = '请填写新的完成时限和改期理由。';
      throw new DomainError('invalid', 'task.re-date-incomplete', message);
    }
    reDate(task, ask.dueOn);
  }
}

/** The same for the same tasks at the same versions with the same changes. */
function fingerprint(planned: readonly Planned[]): string {
  const what = planned
    .map(({ before, changes, refusal }) => [before.id, before.version, changes, refusal?.code ?? null])
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(what)).digest('hex');
}
