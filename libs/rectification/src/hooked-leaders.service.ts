import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { UnitDirectory } from '#organisation/unit-directory';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { lightSql } from '#tasks/light';
import { taskSummaries } from '#tasks/task-list';
import { visibleTasks } from '#tasks/task-sight';
import type { AskHookedLeaders } from './problem.dto';
import type { HookedLeader, HookedLeaderDetail } from './hooked-leaders.view';
import { listProblems } from './problem-list';
import { visibleProblems } from './problem-standing';
import { PROBLEM_STATUSES } from './problem-status';

/** Problems, and tasks, on a leader's page; more are found by the filters of their lists. */
const MOST = 200;
const VALID = PROBLEM_STATUSES.filter((status) => status !== 'withdrawn');

/** 挂钩联系: the problems and tasks to which each leader is hooked, as far as the present person sees them. */
@Injectable()
export class HookedLeadersService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly time: WorkingTime,
  ) {}

  async list(actor: Actor, { unitId }: AskHookedLeaders): Promise<HookedLeader[]> {
    return this.lines(actor, { subtree: unitId === undefined ? undefined : await this.units.subtree(unitId) });
  }

  /** Throws leader.unknown when the person is hooked to nothing that the actor may see. */
  async get(actor: Actor, leaderId: string): Promise<HookedLeaderDetail> {
    const at = await this.time.asOf();
    const [line] = await this.lines(actor, { leaderId });
    if (!line) {
      throw new DomainError('unknown', 'leader.unknown', '这位领导没有挂钩您可以查看的问题或任务。');
    }
    const problems = { leaderId, status: VALID, sort: 'dueOn' as const, limit: MOST };
    const tasks = new Conditions().add('t.leader_id = ?', leaderId).add(`t.status <> 'dropped'`);
    return {
      ...line,
      problemRows: (await listProblems(this.db.manager, actor, problems, at, undefined)).rows,
      taskRows: await taskSummaries(this.db.manager, at, visibleTasks(tasks, actor), MOST),
    };
  }

  private async lines(
    actor: Actor,
    { leaderId, subtree }: { leaderId?: string; subtree?: string[] },
  ): Promise<HookedLeader[]> {
    const at = await this.time.asOf();
    const problems = visibleProblems(new Conditions(), actor)
      .add(`p.leader_id IS NOT NULL AND p.status <> 'withdrawn'`)
      .given(leaderId, 'p.leader_id = ?')
      .given(subtree, 'p.unit_id = ANY(?::uuid[])');
    const tasks = visibleTasks(problems.following(), actor)
      .add(`t.leader_id IS NOT NULL AND t.status NOT IN ('drafted', 'dropped')`)
      .given(leaderId, 't.leader_id = ?')
      .given(subtree, 't.lead_unit_id = ANY(?::uuid[])');
    const light = (name: string) => `count(*) FILTER (WHERE x.light = '${name}')::int AS ${name}`;
    return this.db.query<HookedLeader[]>(
      `SELECT leader.id, leader.name,
         count(*) FILTER (WHERE x.problem)::int AS problems, count(*) FILTER (WHERE x.problem AND x.closed)::int AS "problemsClosed",
         count(*) FILTER (WHERE x.overdue)::int AS "problemsOverdue",
         count(*) FILTER (WHERE NOT x.problem)::int AS tasks, count(*) FILTER (WHERE NOT x.problem AND x.closed)::int AS "tasksClosed",
         ${['red', 'yellow', 'blue', 'green', 'purple'].map(light).join(', ')}
       FROM (
         SELECT p.leader_id, true AS problem, p.status = 'closed' AS closed,
           coalesce(p.status IN ('open', 'reopened') AND p.due_on < DATE '${at.today}', false) AS overdue, NULL AS light
         FROM problem p ${problems.where}
         UNION ALL
         SELECT t.leader_id, false, t.status = 'closed', false, ${lightSql('t', at)} FROM task t ${tasks.where}
       ) x JOIN person leader ON leader.id = x.leader_id
       GROUP BY leader.id, leader.name ORDER BY red DESC, "problemsOverdue" DESC, leader.name, leader.id`,
      tasks.values,
    );
  }
}
