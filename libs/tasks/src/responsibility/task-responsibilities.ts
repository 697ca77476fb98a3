import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Responsibilities,
  type OpenItem,
  type Party,
  type Responsibility,
} from '#organisation/succession/responsibilities';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record, type Doer } from '#platform/history';
import { OPEN_STATUSES } from '../task-status';
import { indexSupporters } from './support-store';

const OPEN = `t.status IN (${OPEN_STATUSES.map((status) => `'${status}'`).join(', ')})`;
const UNDONE = 's.done_on IS NULL AND s.waived_on IS NULL';

/** Person $2 has a role or a position right in the unit, as `PeopleDirectory.isAssignable` asks. */
const MEMBER = `(EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = $2 AND g.unit_id = u.id)
  OR EXISTS (SELECT 1 FROM position o WHERE o.person_id = $2 AND o.unit_id = u.id))`;
/** Person $2 is leader over the unit or one above it, as `PeopleDirectory.leads` asks. */
const LEADER = `EXISTS (
  WITH RECURSIVE above AS (
    SELECT u.id, u.parent_id UNION ALL SELECT w.id, w.parent_id FROM unit w JOIN above a ON w.id = a.parent_id)
  SELECT 1 FROM above a JOIN role_grant g ON g.unit_id = a.id WHERE g.person_id = $2 AND g.role = 'leader')`;

/** What a person may be in open tasks: the rows that are his ($1), who can take them over ($2), and what is set. */
const KINDS = {
  assignee: {
    label: '责任任务',
    mine: `task t JOIN unit u ON u.id = t.lead_unit_id WHERE t.assignee_id = $1 AND ${OPEN}`,
    able: MEMBER,
    // A position that moves along goes on owning the task.
    move: `UPDATE task t SET assignee_id = $2, updated_at = $3, version = version + 1,
        position_id = (SELECT o.id FROM position o WHERE o.id = t.position_id AND o.person_id = $2)
      WHERE id = ANY($1::uuid[])`,
    unable: '的人员，不能接办这些任务。请一并移交职务或角色，或另选接任人。',
  },
  leader: {
    label: '挂点联系的任务',
    mine: `task t JOIN unit u ON u.id = t.lead_unit_id WHERE t.leader_id = $1 AND ${OPEN}`,
    able: LEADER,
    move: `UPDATE task SET leader_id = $2, updated_at = $3, version = version + 1 WHERE id = ANY($1::uuid[])`,
    unable: '的分管领导，不能接任挂点领导。请一并移交角色，或另选接任人。',
  },
  supportPerson: {
    label: '配合事项',
    mine: `supporting_unit s JOIN task t ON t.id = s.task_id JOIN unit u ON u.id = s.unit_id
      WHERE s.person_id = $1 AND ${UNDONE} AND ${OPEN}`,
    able: MEMBER,
    move: `WITH part AS (
        UPDATE supporting_unit s SET person_id = $2, version = version + 1
        WHERE task_id = ANY($1::uuid[]) AND person_id = $4 AND ${UNDONE})
      UPDATE task SET updated_at = $3 WHERE id = ANY($1::uuid[])`,
    unable: '的人员，不能接办这些配合事项。请一并移交职务或角色，或另选接任人。',
  },
} as const;
type Kind = keyof typeof KINDS;

interface Row extends OpenItem {
  version: number;
  unitName: string;
  able: boolean;
}

/** Tells the succession what people answer for in tasks, and moves it. */
@Injectable()
export class TaskResponsibilities implements OnModuleInit {
  constructor(
    private readonly responsibilities: Responsibilities,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { follow } = this;
    const assignee = { ...this.of('assignee'), follow: follow.bind(this) };
    this.responsibilities.register(assignee, this.of('leader'), this.of('supportPerson'));
  }

  private of(kind: Kind): Responsibility {
    const { label, mine } = KINDS[kind];
    return {
      ...{ kind, label, noun: 'tasks' },
      open: (db, personId) =>
        db.query<OpenItem[]>(
          `SELECT t.id, t.code, t.title, t.due_on AS "dueOn" FROM ${mine} ORDER BY t.due_on NULLS LAST, t.code`,
          [personId],
        ),
      handOver: (tx, doer, from, to) => this.handOver(tx, doer, kind, from, to),
    };
  }

  private async handOver(tx: EntityManager, doer: Doer, kind: Kind, from: Party, to: Party): Promise<void> {
    const { mine, able, unable } = KINDS[kind];
    const rows = await tx.query<Row[]>(
      `SELECT t.id, t.code, t.version, u.name AS "unitName", ${able} AS able FROM ${mine} ORDER BY t.id FOR UPDATE OF t`,
      [from.id, to.id],
    );
    const foreign = [...new Set(rows.filter((row) => !row.able).map(({ unitName }) => unitName))];
    if (foreign.length > 0) {
      const units = foreign.slice(0, 3).join('、') + (foreign.length > 3 ? `等 ${foreign.length} 个单位` : '');
      throw new DomainError('conflict', 'succession.not-able', `“${to.name}”不是${units}${unable}`);
    }
    if (rows.length > 0) await this.move(tx, kind, rows, from, to);
    const counts = kind !== 'supportPerson';
    await record(
      tx,
      doer,
      ...rows.map(({ id, version }) => ({
        ...{ subject: 'task' as const, subjectId: id, action: 'succeed' },
        changes: [{ field: kind, from: from.name, to: to.name }],
        ...(counts ? { version: version + 1 } : {}),
      })),
    );
  }

  private async move(tx: EntityManager, kind: Kind, rows: readonly Row[], from: Party, to: Party): Promise<void> {
    const ids = rows.map(({ id }) => id);
    const values = [ids, to.id, this.clock.now()];
    await tx.query(KINDS[kind].move, kind === 'supportPerson' ? [...values, from.id] : values);
    if (kind === 'supportPerson') await indexSupporters(tx, ids);
  }

  /** Open tasks that positions own go to whoever holds these positions now. */
  private async follow(tx: EntityManager, doer: Doer, positionIds: readonly string[]): Promise<void> {
    const rows = await tx.query<{ id: string; version: number; from: string | null; to: string; toId: string }[]>(
      `SELECT t.id, t.version, a.name AS "from", p.name AS "to", p.id AS "toId"
       FROM task t JOIN position o ON o.id = t.position_id JOIN person p ON p.id = o.person_id
       LEFT JOIN person a ON a.id = t.assignee_id
       WHERE t.position_id = ANY($1::uuid[]) AND ${OPEN} AND t.assignee_id IS DISTINCT FROM o.person_id
       ORDER BY t.id FOR UPDATE OF t`,
      [positionIds],
    );
    await tx.query(
      `UPDATE task t SET assignee_id = x."toId", updated_at = $2, version = version + 1
       FROM jsonb_to_recordset($1) AS x (id uuid, "toId" uuid) WHERE t.id = x.id`,
      [JSON.stringify(rows), this.clock.now()],
    );
    await record(
      tx,
      doer,
      ...rows.map(({ id, version, from, to }) => ({
        ...{ subject: 'task' as const, subjectId: id, action: 'follow-position', version: version + 1 },
        changes: [{ field: 'assignee', from, to }],
      })),
    );
  }
}
