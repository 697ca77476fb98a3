import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Unit } from '#organisation/unit.entity';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { ProgressEntry } from '../progress-entry.entity';
import { TaskCommands } from '../task-commands';
import { MOVES, type TaskStatus } from '../task-status';
import { Task } from '../task.entity';
import { ExternalLink } from './external-link.entity';
import { hashOf, withUnit } from './external-links.service';
import { LinkLimiter } from './link-limiter';
import { reportView } from './report-view';
import type { ExternalItem } from './responsibility.view';
import { SupportReport } from './support-report.entity';
import type { OpenLink, ReportByLink } from './support.dto';
import { reportPart, supportOf, unknownSupport } from './support.service';
import type { SupportingUnit } from './supporting-unit.entity';

/** While somebody may report: from the hand-over to the submission. */
const REPORTABLE: readonly TaskStatus[] = MOVES['report-support'].from;

interface Opened {
  link: ExternalLink;
  task: Task;
  /** The part it is for; null: the whole task. */
  support: SupportingUnit | null;
  unit: Unit;
}

/** What the holder of a link sees and may do: one item, its own answers, one form. */
@Injectable()
export class ExternalReportsService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly limiter: LinkLimiter,
    private readonly clock: Clock,
  ) {}

  /** Every opening is on record. Throws link.unknown, link.expired, link.revoked or link.too-many-requests. */
  async open({ token }: OpenLink, address: string): Promise<ExternalItem> {
    await this.limiter.attempt(hashOf(token), address);
    return this.db.transaction(async (tx) => {
      const opened = await this.find(tx, token);
      await tx.update(ExternalLink, opened.link.id, { lastUsedAt: this.clock.now() });
      const item = await itemOf(tx, opened);
      await record(tx, doer(opened.unit), { subject: 'task', subjectId: opened.task.id, action: 'open-link' });
      return item;
    });
  }

  /** The same refusals, and link.item-closed when nothing can be reported now. */
  async report({ token, percent, narrative }: ReportByLink, address: string): Promise<ExternalItem> {
    await this.limiter.attempt(hashOf(token), address);
    return this.db.transaction(async (tx) => {
      const opened = await this.find(tx, token);
      const { link, task, support, unit } = opened;
      if (!REPORTABLE.includes(task.status)) {
        throw new DomainError('conflict', 'link.item-closed', '这项工作现在不需要填报，如有疑问请联系交办单位。');
      }
      const entry = { linkId: link.id, onBehalfOf: unit.name, percent, narrative };
      const now = this.clock.now();
      await tx.update(ExternalLink, link.id, { lastUsedAt: now, uses: link.uses + 1 });
      if (support) {
        const changes = await reportPart(tx, this.clock, support, entry);
        const deed = { subject: 'task' as const, subjectId: task.id, action: 'report-by-link', changes };
        await record(tx, doer(unit), deed);
      } else {
        await this.reportWhole(tx, task, unit, entry);
      }
      return itemOf(tx, opened);
    });
  }

  /** Who leads a task reports its progress; whether it is done the supervisor decides. */
  private async reportWhole(
    tx: EntityManager,
    task: Task,
    unit: Unit,
    entry: { linkId: string; onBehalfOf: string; percent: number; narrative: string },
  ): Promise<void> {
    const before = { ...task };
    task.status = 'in-progress';
    // The progress of a task that was broken down comes from its parts.
    if (!(await tx.existsBy(Task, { parentId: task.id }))) task.progress = entry.percent;
    await tx.insert(ProgressEntry, { taskId: task.id, at: this.clock.now(), ...entry });
    await this.commands.save(tx, doer(unit), [{ before, task }], 'report-by-link');
  }

  /** Locks the task, as every command on it does. */
  private async find(tx: EntityManager, token: string): Promise<Opened> {
    const link = await tx.findOneBy(ExternalLink, { tokenHash: hashOf(token) });
    if (!link)
      throw new DomainError('unknown', 'link.unknown', '链接无效。请核对是否复制完整，或向交办单位索取新的链接。');
    await tx.query('SELECT 1 FROM task WHERE id = $1 FOR UPDATE', [link.taskId]);
    const now = await tx.findOneByOrFail(ExternalLink, { id: link.id });
    if (now.revokedAt !== null) {
      throw new DomainError('unknown', 'link.revoked', '这个链接已被交办单位停用，如仍需填报请索取新的链接。');
    }
    if (now.expiresAt <= this.clock.now()) {
      throw new DomainError('unknown', 'link.expired', '这个链接已经过期，如仍需填报请向交办单位索取新的链接。');
    }
    const task = await withUnit(tx, link.taskId);
    const support = link.supportingUnitId
      ? ((await supportOf(tx, task.id)).find(({ id }) => id === link.supportingUnitId) ?? null)
      : null;
    const unit = support ? support.unit : task.leadUnit;
    if (!unit?.external) throw unknownSupport();
    return { link: now, task, support, unit };
  }
}

const doer = ({ name }: Unit) => ({ personId: null, name: `${name}（外部链接）` });

async function itemOf(tx: EntityManager, { link, task, support, unit }: Opened): Promise<ExternalItem> {
  const through = { where: { linkId: link.id }, order: { at: 'DESC' } } as const;
  const answers = support ? await tx.find(SupportReport, through) : await tx.find(ProgressEntry, through);
  return {
    unitName: unit.name,
    title: task.title,
    asked: support?.duty || task.text,
    dueOn: task.dueOn,
    percent: support ? support.percent : task.progress,
    open: REPORTABLE.includes(task.status),
    expiresAt: link.expiresAt.toISOString(),
    answers: answers.map(reportView),
  };
}
