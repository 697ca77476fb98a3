import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '#organisation/actor';
import { loadActor } from '#organisation/actor-loader';
import { Person } from '#organisation/person.entity';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { STATUS_LABELS } from '#tasks/task-status';
import type { TaskDetail } from '#tasks/task.view';
import { TasksService } from '#tasks/tasks.service';
import type { ReportByMail } from './link.dto';
import type { LinkedTask } from './link.view';
import { MailLinks } from './mail-links';

interface Opened {
  person: Actor;
  task: TaskDetail;
  expiresAt: Date;
}

const notHis = () =>
  new DomainError(
    'forbidden',
    'link.not-yours',
    '这项任务现在不由您办理，不能再用这个链接报送。如有疑问请登录系统查看，或联系督办员。',
  );

/** Progress reported from a mail: one task, one person, one form; for everything else one signs in. */
@Injectable()
export class ProgressLinksService {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: TasksService,
    private readonly links: MailLinks,
    private readonly clock: Clock,
  ) {}

  /** Throws link.unknown, link.expired, link.not-yours, link.item-closed or link.too-many-requests. */
  async open(token: string): Promise<LinkedTask> {
    return view(await this.find(token));
  }

  /** The same refusals, and task.changed when it is not what the form showed any more. */
  async report({ token, ...ask }: ReportByMail): Promise<LinkedTask> {
    const { person, task, expiresAt } = await this.find(token);
    const { personId, name, mustChangePassword, grants, represents } = person;
    const byMail = new Actor(personId, `${name}（邮件链接）`, mustChangePassword, grants, represents);
    return view({ person, expiresAt, task: await this.tasks.progress(byMail, task.id, ask) });
  }

  private async find(token: string): Promise<Opened> {
    const { parts, expiresAt } = await this.links.read('progress', token);
    const [taskId, personId] = parts;
    const person = await this.db.manager.findOneBy(Person, { id: personId, active: true });
    if (!person) throw notHis();
    const actor = await loadActor(this.db.manager, person, this.clock.today());
    const task = await this.tasks.get(actor, taskId).catch((error: unknown) => {
      throw error instanceof DomainError && error.code === 'task.unknown' ? notHis() : error;
    });
    refuseUnreportable(task);
    return { person: actor, task, expiresAt };
  }
}

/** Throws link.not-accepted, link.item-closed or link.not-yours. */
function refuseUnreportable({ status, moves }: TaskDetail): void {
  if (moves.includes('progress')) return;
  if (status === 'accepted' || status === 'in-progress') throw notHis();
  if (status === 'assigned') {
    throw new DomainError('conflict', 'link.not-accepted', '任务还没有签收，请先登录系统签收，再更新进展。');
  }
  const message = `任务现在是“${STATUS_LABELS[status]}”，不需要报送进展。如有疑问请登录系统查看。`;
  throw new DomainError('conflict', 'link.item-closed', message);
}

function view({ person, task, expiresAt }: Opened): LinkedTask {
  const [last] = task.progressEntries;
  const absent = person.represents.find(({ id }) => id === task.assigneeId);
  return {
    ...{ personName: person.name, onBehalfOf: absent?.name ?? null },
    ...{ title: task.title, unitName: task.leadUnitName, dueOn: task.dueOn },
    percent: task.parts.length > 0 ? null : task.progress,
    last: last ? { at: last.at, by: last.by, percent: last.percent, narrative: last.narrative } : null,
    ...{ expiresAt: expiresAt.toISOString(), version: task.version },
  };
}
