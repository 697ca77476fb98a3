import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime, type AsOf } from '#organisation/calendar/working-time';
import { UnitDirectory } from '#organisation/unit-directory';
import type { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { filterTasks } from '../task-list';
import type { ListTasks } from '../task-filter.dto';
import { dueDays } from './task-calendar';
import { countByStatus } from './task-counts';
import { timeline } from './task-timeline';
import type { AskTaskCalendar, AskTaskTimeline } from './task-views.dto';
import type { TaskCalendar, TaskCounts, TaskTimeline } from './task-views.view';

/** Six weeks, as a month may need, and some to spare. */
const MOST_CALENDAR_DAYS = 62;
/** Two years. */
const MOST_TIMELINE_DAYS = 732;
const SHOWN_PER_DAY = 4;

/** The same filter as the list of tasks, seen in other ways: 看板, 日历 and 时间轴. */
@Injectable()
export class TaskViewsService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly time: WorkingTime,
  ) {}

  async counts(actor: Actor, ask: ListTasks): Promise<TaskCounts> {
    const { filter } = await this.listed(actor, ask);
    return withTotal(await countByStatus(this.db.manager, filter));
  }

  /** Throws task.stretch when the days are too many or run backwards. */
  async calendar(actor: Actor, ask: AskTaskCalendar): Promise<TaskCalendar> {
    checkStretch(ask, MOST_CALENDAR_DAYS);
    const { filter, at } = await this.listed(actor, ask);
    const perDay = ask.limit ?? SHOWN_PER_DAY;
    return withTotal(await dueDays(this.db.manager, filter, at, { from: ask.from, to: ask.to, perDay }));
  }

  /** Throws task.stretch when the days are too many or run backwards. */
  async timeline(actor: Actor, ask: AskTaskTimeline): Promise<TaskTimeline> {
    checkStretch(ask, MOST_TIMELINE_DAYS);
    const { filter, at } = await this.listed(actor, ask);
    return timeline(this.db.manager, filter, at, { ...ask, everywhere: actor.everywhere('task.read-drafts') });
  }

  private async listed(actor: Actor, ask: ListTasks): Promise<{ filter: Conditions; at: AsOf }> {
    const at = await this.time.asOf();
    return { filter: filterTasks(actor, ask, at, await this.units.subtrees(ask.unitId)), at };
  }
}

function checkStretch({ from, to }: { from: string; to: string }, most: number): void {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
  if (days >= 1 && days <= most) return;
  throw new DomainError('invalid', 'task.stretch', `起止日期须先后有序，最多 ${most} 天，请缩短日期范围后再查看。`);
}

const withTotal = <Row extends { total: number }>(rows: Row[]) => ({
  rows,
  total: rows.reduce((sum, { total }) => sum + total, 0),
});
