import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock, type Day } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { missingPeriods } from './occurrences';
import { TaskCommands } from './task-commands';
import { TaskDraftsService } from './task-drafts.service';
import { decide } from './task-status';
import type { RecurTask } from './task.dto';
import { Task } from './task.entity';

const SYSTEM = { personId: null, name: '系统' };

/** 周期性任务: a duty that comes back, with one occurrence 一期 per period, each accounted for by itself. */
@Injectable()
export class RecurrenceService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly drafts: TaskDraftsService,
    private readonly clock: Clock,
  ) {}

  /** Makes a commitment a recurring duty, or ends that. Throws task.not-recurring for a kind that cannot recur. */
  async recur(actor: Actor, id: string, ask: RecurTask): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { task, standing } = await this.commands.loadSeen(tx, actor, id, ask);
      decide(standing, 'change');
      if ((task.kind !== 'commitment' && task.kind !== 'duty') || task.parentId !== null || standing.brokenDown) {
        const message = '只有没有分解过的承诺事项可以设为周期性任务；整改措施、立巡立交和分解任务请另立任务。';
        throw new DomainError('conflict', 'task.not-recurring', message);
      }
      const before = { ...task };
      task.occursEvery = ask.every;
      task.kind = ask.every === null ? 'commitment' : 'duty';
      await this.commands.save(tx, actor, [{ before, task }], 'change', ask.reason);
    });
    await this.bringForth(id);
  }

  /** Brings every duty's occurrences up to today, also those of days on which nothing ran. Gives how many there were. */
  async bringForthAll(): Promise<number> {
    const duties = await this.db.query<{ id: string }[]>(
      `SELECT id FROM task WHERE occurs_every IS NOT NULL AND status IN ('assigned', 'accepted', 'in-progress') ORDER BY id`,
    );
    let made = 0;
    for (const { id } of duties) made += await this.bringForth(id);
    return made;
  }

  /** Two processes may do this at once: the second waits for the first and finds nothing missing. */
  private bringForth(id: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      const duty = await tx.findOne(Task, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!duty?.occursEvery || duty.assignedOn === null) return 0;
      if (!['assigned', 'accepted', 'in-progress'].includes(duty.status)) return 0;
      const { occursEvery, assignedOn, dueOn } = duty;
      const lastPeriod = await newestPeriod(tx, id);
      const periods = missingPeriods({ occursEvery, assignedOn, dueOn, lastPeriod }, this.clock.today());
      const drafts = periods.map(({ start, end, label }) => occurrence(duty, start, end, label));
      const made = await this.drafts.draft(tx, SYSTEM, drafts, `周期任务 ${duty.code}`);
      return made.length;
    });
  }
}

async function newestPeriod(tx: EntityManager, id: string): Promise<Day | null> {
  const [{ newest }] = await tx.query<{ newest: Day | null }[]>(
    'SELECT max(period_start) AS newest FROM task WHERE parent_id = $1 AND period_start IS NOT NULL',
    [id],
  );
  return newest;
}

/** Due when its period ends, or with the duty itself. */
function occurrence(duty: Task, start: Day, end: Day, label: string) {
  const dueOn = duty.dueOn !== null && duty.dueOn < end ? duty.dueOn : end;
  const { assignedOn, leadUnitId, assigneeId, positionId, leaderId, anchorId, evidenceRequired, createdById } = duty;
  return {
    ...{ leadUnitId, assigneeId, positionId, leaderId, anchorId, evidenceRequired, createdById },
    kind: 'occurrence' as const,
    title: `${duty.title}（${label}）`,
    text: duty.text,
    parentId: duty.id,
    periodStart: start,
    ...{ dueOn, originalDueOn: dueOn, dueBasis: 'period' as const },
    assignedOn: assignedOn !== null && assignedOn > start ? assignedOn : start,
    // Whoever has taken on the duty has taken on its occurrences.
    status: duty.status === 'assigned' ? ('assigned' as const) : ('accepted' as const),
  };
}
