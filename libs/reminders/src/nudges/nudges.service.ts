import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { grouped } from '#platform/grouped';
import { record } from '#platform/history';
import { Settings } from '#platform/settings';
import { TaskCommands, type Loaded } from '#tasks/task-commands';
import { behalfOf, refusalOf } from '#tasks/task-status';
import { Reminder } from '../reminder.entity';
import { RemindersService } from '../reminders.service';
import type { NudgeTasks, PreviewNudge } from './nudge.dto';
import { Nudge } from './nudge.entity';
import { freshNudges, tooSoon } from './nudge-pause';
import { nudgeRecipients, type NudgeRecipient } from './nudge-recipients';
import type { Nudged, NudgePreview } from './nudge.view';

interface Planned extends Loaded {
  to: NudgeRecipient[];
  refusal: DomainError | null;
}

const NOBODY = new DomainError(
  'conflict',
  'nudge.nobody',
  '没有人可以收到催办：没有指定责任人，有关单位也没有联络员。请先指定责任人，或直接联系牵头单位。',
);

/** 催办: whoever supervises or leads has tasks hurried; all of them, or none. */
@Injectable()
export class NudgesService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly reminders: RemindersService,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Who would get it, and which tasks refuse it. Throws task.unknown. */
  preview(actor: Actor, ask: PreviewNudge): Promise<NudgePreview> {
    return this.db.transaction(async (tx) => {
      const planned = await this.plan(tx, actor, ask.taskIds);
      const rows = planned.map(({ task: { id, code, title }, to, refusal: refused }) => ({
        ...{ id, code, title, refusal: refused?.message ?? null },
        people: to.map(({ personId, name, insteadOf, mailed }) => ({ id: personId, name, insteadOf, mailed })),
      }));
      const place = ({ refusal: refused, code }: (typeof rows)[number]) => `${refused === null ? 1 : 0} ${code}`;
      return {
        refused: rows.filter(({ refusal: refused }) => refused !== null).length,
        people: peopleOf(planned.filter(({ refusal: refused }) => refused === null)),
        rows: rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
      };
    });
  }

  /** Throws task.unknown, or the first refusal: task.move-impossible, task.not-yours, nudge.too-soon or nudge.nobody. */
  async nudge(actor: Actor, ask: NudgeTasks): Promise<Nudged> {
    const planned = await this.db.transaction(async (tx) => {
      const tasks = await this.plan(tx, actor, ask.taskIds);
      const refused = tasks.find((one) => one.refusal !== null);
      if (refused?.refusal) throw tasks.length === 1 ? refused.refusal : ofOne(refused.task.code, refused.refusal);
      await this.store(tx, actor, tasks, ask.note?.trim() || null);
      return tasks;
    });
    await this.reminders.deliverNow();
    return { tasks: planned.length, people: peopleOf(planned) };
  }

  private async plan(tx: EntityManager, actor: Actor, taskIds: readonly string[]): Promise<Planned[]> {
    const loaded = await this.commands.load(tx, actor, taskIds);
    const ids = loaded.map(({ task }) => task.id);
    const fresh = await freshNudges(tx, ids, this.clock.now());
    const all = await nudgeRecipients(tx, ids, this.clock.today(), actor.personId);
    const byTask = grouped(all, ({ taskId }) => taskId);
    return loaded.map(({ task, standing }) => {
      const to = byTask.get(task.id) ?? [];
      const last = fresh.get(task.id);
      const paused = last ? tooSoon(last, this.settings.timeZone) : null;
      return {
        task,
        standing,
        to,
        refusal: refusalOf(standing, 'nudge') ?? paused ?? (to.length === 0 ? NOBODY : null),
      };
    });
  }

  private async store(tx: EntityManager, actor: Actor, planned: readonly Planned[], note: string | null) {
    const by = { byId: actor.personId, note, at: this.clock.now() };
    const nudges = await tx.save(
      Nudge,
      planned.map(({ task }) => ({ taskId: task.id, ...by })),
    );
    const today = this.clock.today();
    const rows = planned.flatMap(({ task, to }, index) =>
      to.map(({ personId, insteadOfId }) => ({
        ...{ taskId: task.id, rule: `nudge-${nudges[index].id}`, nudgeId: nudges[index].id },
        ...{ dueOn: task.dueOn ?? task.assignedOn ?? today, plannedOn: today, atOnce: true },
        ...{ recipientId: personId, insteadOfId, createdAt: by.at },
      })),
    );
    // In pieces: one statement takes no more than 65,535 values.
    await tx.save(Reminder, rows, { chunk: 1000 });
    const deeds = planned.map(({ task, standing, to }) => ({
      ...{ subject: 'task' as const, subjectId: task.id, action: 'nudge', reason: note },
      ...{ changes: [{ field: 'nudged', from: null, to: namesOf(to) }], onBehalfOf: behalfOf(standing, 'nudge') },
    }));
    await record(tx, actor, ...deeds);
  }
}

const peopleOf = (planned: readonly Planned[]) =>
  new Set(planned.flatMap(({ to }) => to.map(({ personId }) => personId))).size;

const namesOf = (to: readonly NudgeRecipient[]) =>
  to.map(({ name, insteadOf }) => (insteadOf ? `${name}（代${insteadOf}）` : name)).join('、');

/** A refusal of many tasks names the one that refuses. */
const ofOne = (code: string, { refusal: kind, code: name, message }: DomainError) =>
  new DomainError(kind, name, `没有催办任何任务。任务 ${code}：${message}请从所选任务中去掉后重试。`);
