import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ownedRows } from '#organisation/succession/owned-rows';
import { Responsibilities } from '#organisation/succession/responsibilities';
import { Clock } from '#platform/clock';
import { record, type Doer } from '#platform/history';
import { OPEN_STATUSES } from '../task-status';
import { indexSupporters } from './support-store';

const OPEN = `t.status IN (${OPEN_STATUSES.map((status) => `'${status}'`).join(', ')})`;
const UNDONE = 's.done_on IS NULL AND s.waived_on IS NULL';
const OF_TASK = { noun: 'tasks', subject: 'task' } as const;

/** Tells the succession what people answer for in tasks, and moves it. */
@Injectable()
export class TaskResponsibilities implements OnModuleInit {
  constructor(
    private readonly responsibilities: Responsibilities,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.responsibilities.register(this.assignee(), this.leader(), this.supportPerson());
  }

  private assignee() {
    const rows = ownedRows({
      ...OF_TASK,
      ...{ kind: 'assignee', field: 'assignee', label: '责任任务', successor: 'member', newVersion: true },
      mine: `task t JOIN unit u ON u.id = t.lead_unit_id WHERE t.assignee_id = $1 AND ${OPEN}`,
      // A position that moves along goes on owning the task.
      move: (tx, ids, _, to) =>
        tx.query(
          `UPDATE task t SET assignee_id = $2, updated_at = $3, version = version + 1,
             position_id = (SELECT o.id FROM position o WHERE o.id = t.position_id AND o.person_id = $2)
           WHERE id = ANY($1::uuid[])`,
          [ids, to.id, this.clock.now()],
        ),
    });
    return { ...rows, follow: this.follow.bind(this) };
  }

  private leader() {
    return ownedRows({
      ...OF_TASK,
      ...{ kind: 'leader', field: 'leader', label: '挂点联系的任务', successor: 'leader', newVersion: true },
      mine: `task t JOIN unit u ON u.id = t.lead_unit_id WHERE t.leader_id = $1 AND ${OPEN}`,
      move: (tx, ids, _, to) =>
        tx.query(`UPDATE task SET leader_id = $2, updated_at = $3, version = version + 1 WHERE id = ANY($1::uuid[])`, [
          ids,
          to.id,
          this.clock.now(),
        ]),
    });
  }

  private supportPerson() {
    return ownedRows({
      ...OF_TASK,
      ...{ kind: 'supportPerson', field: 'supportPerson', label: '配合事项', successor: 'member', newVersion: false },
      mine: `supporting_unit s JOIN task t ON t.id = s.task_id JOIN unit u ON u.id = s.unit_id
        WHERE s.person_id = $1 AND ${UNDONE} AND ${OPEN}`,
      move: async (tx, ids, from, to) => {
        await tx.query(
          `UPDATE supporting_unit s SET person_id = $2, version = version + 1
           WHERE task_id = ANY($1::uuid[]) AND person_id = $3 AND ${UNDONE}`,
          [ids, to.id, from.id],
        );
        await indexSupporters(tx, ids);
      },
    });
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
