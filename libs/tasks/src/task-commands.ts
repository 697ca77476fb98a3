import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { changesBetween, record, type Doer } from '#platform/history';
import { changedSince } from '#platform/history-since';
import type { Change } from '#platform/history.entity';
import { prepared } from '#platform/prepared';
import { storable } from '#platform/storable';
import { taskColumns } from './task-row';
import { sees } from './task-sight';
import { refuseGone } from './responsibility/refuse-gone';
import { rollUp } from './roll-up';
import { recordOwnMoves } from './requests/request-record';
import { CIRCUMSTANCES, standingOf, type Circumstances } from './task-standing';
import { behalfOf, MOVES, type MoveName, type Standing } from './task-status';
import { facts, TaskWords } from './task-words';
import { Task } from './task.entity';

export interface Loaded {
  task: Task;
  standing: Standing;
}

/** One task as a command found it and leaves it. */
export interface Changed {
  before: Task;
  task: Task;
  /** What changed beside the task's own fields, for the history. */
  also?: Change[];
  /** With which the move is made: one in a part that is not one's own is recorded so. */
  standing?: Standing;
}

export const unknownTask = () => new DomainError('unknown', 'task.unknown', '没有找到这项任务，或您无权查看。');

/** What commands may change, by column. */
const COLUMNS = {
  title: 'text',
  text: 'text',
  measures: 'jsonb',
  status: 'text',
  kind: 'text',
  weight: 'int',
  due_on: 'date',
  due_basis: 'text',
  due_at: 'timestamptz',
  original_due_on: 'date',
  occurs_every: 'text',
  report_every: 'text',
  evidence_required: 'boolean',
  lead_unit_id: 'uuid',
  assignee_id: 'uuid',
  position_id: 'uuid',
  leader_id: 'uuid',
  progress: 'int',
  assigned_on: 'date',
  submitted_on: 'date',
  submitted_by_id: 'uuid',
  closed_on: 'date',
  closed_at: 'timestamptz',
  suspended_from: 'text',
} as const;
type Column = keyof typeof COLUMNS;

/** Columns that name a person. */
const CHARGES = ['assigneeId', 'leaderId'] as const;

const NAMES = Object.keys(COLUMNS) as Column[];
const LOCK = prepared('SELECT 1 FROM task WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE');
const UPDATE = prepared(`UPDATE task t SET ${NAMES.map((name) => `${name} = x.${name}`).join(', ')},
    updated_at = $2, version = t.version + 1
  FROM jsonb_to_recordset($1) AS x (id uuid, ${NAMES.map((name) => `${name} ${COLUMNS[name]}`).join(', ')})
  WHERE t.id = x.id`);

/** The two ends of every command on tasks: load with a row lock within the actor's scope, and save with history. */
@Injectable()
export class TaskCommands {
  constructor(
    private readonly clock: Clock,
    private readonly words: TaskWords,
  ) {}

  /** Locks the tasks, always in the order of their ids so that two commands cannot wait for each other. Throws task.unknown. */
  async load(tx: EntityManager, actor: Actor, ids: readonly string[]): Promise<Loaded[]> {
    const unique = [...new Set(ids)];
    await tx.query(LOCK, [unique]);
    // Read after the lock was got, so that nothing read has changed meanwhile.
    const rows = await tx.query<(Task & Circumstances)[]>(
      prepared(`SELECT ${taskColumns(tx)}, ${CIRCUMSTANCES} FROM task t WHERE t.id = ANY($2::uuid[]) ORDER BY t.id`),
      [actor.personId, unique],
    );
    if (rows.length !== unique.length || !rows.every((row) => sees(actor, row))) throw unknownTask();
    const at = { today: this.clock.today(), now: this.clock.now() };
    return rows.map((row) => {
      const task = tx.create(Task, row);
      return { task, standing: standingOf(actor, task, row, at) };
    });
  }

  /** One task as it was seen. Throws task.unknown, or task.changed with what was changed since. */
  async loadSeen(tx: EntityManager, actor: Actor, id: string, seen: { version: number }): Promise<Loaded> {
    const [loaded] = await this.load(tx, actor, [id]);
    if (loaded.task.version !== seen.version) throw await changedSince(tx, 'task', '这项任务', id, seen.version);
    return loaded;
  }

  /** Saves the tasks with one history line each, and rolls progress up to their parents. */
  async save(
    tx: EntityManager,
    actor: Doer,
    changed: readonly Changed[],
    action: MoveName | 'milestone' | 'report-by-link',
    reason?: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    for (const { task } of changed) task.updatedAt = now;
    await tx.query(UPDATE, [storable(changed.map(({ task }) => columnsOf(task))), now]);
    for (const { task } of changed) task.version += 1;
    if (action !== 'milestone' && action !== 'report-by-link' && action !== 'decide-request') {
      await recordOwnMoves(tx, actor, changed, action, { reason, at: now });
    }
    const charged = changed.filter(({ before, task }) => CHARGES.some((who) => before[who] !== task[who]));
    await refuseGone(
      tx,
      charged.map(({ task }) => task),
    );
    await rollUp(
      tx,
      changed.map(({ task }) => task.parentId),
    );
    const changes = await this.words.say(
      changed.map(({ before, task, also = [] }) => [...changesBetween(facts(before), facts(task)), ...also]),
    );
    await record(
      tx,
      actor,
      ...changed.map(({ task, standing }, index) => ({
        subject: 'task' as const,
        subjectId: task.id,
        action,
        changes: changes[index],
        reason,
        onBehalfOf: standing && behalfOf(standing, action in MOVES ? (action as MoveName) : 'progress'),
        version: task.version,
      })),
    );
  }
}

const columnsOf = (task: Task): Record<Column, unknown> & { id: string } => ({
  id: task.id,
  title: task.title,
  text: task.text,
  measures: task.measures,
  status: task.status,
  kind: task.kind,
  weight: task.weight,
  due_on: task.dueOn,
  due_basis: task.dueBasis,
  due_at: task.dueAt,
  original_due_on: task.originalDueOn,
  occurs_every: task.occursEvery,
  report_every: task.reportEvery,
  evidence_required: task.evidenceRequired,
  lead_unit_id: task.leadUnitId,
  assignee_id: task.assigneeId,
  position_id: task.positionId,
  leader_id: task.leaderId,
  progress: task.progress,
  assigned_on: task.assignedOn,
  submitted_on: task.submittedOn,
  submitted_by_id: task.submittedById,
  closed_on: task.closedOn,
  closed_at: task.closedAt,
  suspended_from: task.suspendedFrom,
});
