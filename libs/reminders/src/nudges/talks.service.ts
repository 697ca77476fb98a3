import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { TaskCommands } from '#tasks/task-commands';
import { behalfOf, decide } from '#tasks/task-status';
import type { HoldTalk } from './nudge.dto';
import type { TalkCandidate, TalkView } from './nudge.view';
import { refuseUnseen } from './seen-task';
import { Talk } from './talk.entity';

/** Who answers for task $1: everybody active of its lead unit and its supporting units, the one responsible, the leader. */
const CANDIDATES = `SELECT p.id, p.name, string_agg(DISTINCT concat_ws(' ', u.name, o.title), '、') AS places
  FROM task t JOIN person p ON p.active
  LEFT JOIN LATERAL (
    SELECT unit_id FROM role_grant WHERE person_id = p.id UNION SELECT unit_id FROM position WHERE person_id = p.id
  ) m ON m.unit_id = t.lead_unit_id OR m.unit_id IN (SELECT unit_id FROM supporting_unit WHERE task_id = t.id)
  LEFT JOIN unit u ON u.id = m.unit_id LEFT JOIN position o ON o.person_id = p.id AND o.unit_id = u.id
  WHERE t.id = $1 AND (m.unit_id IS NOT NULL OR p.id IN (t.assignee_id, t.leader_id))`;

/** 约谈: a talk about an overdue task, held by people and put on record. */
@Injectable()
export class TalksService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: TaskCommands,
    private readonly clock: Clock,
  ) {}

  /** Throws task.unknown. */
  async candidates(actor: Actor, taskId: string): Promise<TalkCandidate[]> {
    await refuseUnseen(this.db.manager, actor, taskId);
    return this.db.query(`${CANDIDATES} GROUP BY p.id ORDER BY p.name`, [taskId]);
  }

  /** Throws task.unknown, task.move-impossible, task.not-yours, task.not-overdue, talk.in-future or talk.not-answerable. */
  hold(actor: Actor, taskId: string, { personId, heldOn, note }: HoldTalk): Promise<TalkView> {
    return this.db.transaction(async (tx) => {
      const [{ task, standing }] = await this.commands.load(tx, actor, [taskId]);
      decide(standing, 'talk');
      if (heldOn > this.clock.today()) {
        throw new DomainError('invalid', 'talk.in-future', '约谈日期不能晚于今天，请在约谈之后登记。');
      }
      const person = await answerable(tx, task.id, personId);
      const talk = { taskId, personId, byId: actor.personId, heldOn, note, at: this.clock.now() };
      const { id } = await tx.save(Talk, talk);
      await record(tx, actor, {
        ...{ subject: 'task', subjectId: taskId, action: 'talk', reason: note },
        ...{ changes: [{ field: 'talk', from: null, to: `${person.name}，${heldOn}` }] },
        onBehalfOf: behalfOf(standing, 'talk'),
      });
      return { id, personName: person.name, by: actor.name, heldOn, note };
    });
  }
}

async function answerable(tx: EntityManager, taskId: string, personId: string): Promise<TalkCandidate> {
  const [person] = await tx.query<TalkCandidate[]>(`${CANDIDATES} AND p.id = $2 GROUP BY p.id`, [taskId, personId]);
  if (person) return person;
  const message = '所选约谈对象不在牵头单位或配合单位，也不是责任人或挂点领导，或已停用，请重新选择。';
  throw new DomainError('invalid', 'talk.not-answerable', message);
}
