import { Injectable } from '@nestjs/common';
import { DataSource, Like, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { grouped } from '#platform/grouped';
import { LOCAL_MAILBOX } from '../delivery/local-mailbox';
import { Reminder } from '../reminder.entity';
import { Nudge } from './nudge.entity';
import type { EscalationView, NudgeView, ReminderSent, RungView, TalkView } from './nudge.view';
import { refuseUnseen } from './seen-task';
import { Talk } from './talk.entity';

/** Nobody reads more on the page of a task; all of them stand in its history. */
const MOST = 50;

/** What was done to have a task hurried, for the page of the task. */
@Injectable()
export class EscalationService {
  constructor(private readonly db: DataSource) {}

  /** Throws task.unknown. */
  async of(actor: Actor, taskId: string): Promise<EscalationView> {
    const db = this.db.manager;
    await refuseUnseen(db, actor, taskId);
    return { rungs: await rungsOf(db, taskId), nudges: await nudgesOf(db, taskId), talks: await talksOf(db, taskId) };
  }
}

/** Of mails the answer only: their text is long. */
const WITH_PEOPLE = {
  relations: { recipient: true, insteadOf: true, mail: true },
  select: {
    ...{ id: true, rule: true, plannedOn: true, status: true, nudgeId: true },
    ...{ recipient: { id: true, name: true }, insteadOf: { id: true, name: true }, mail: { id: true, answer: true } },
  },
} as const;

async function rungsOf(db: EntityManager, taskId: string): Promise<RungView[]> {
  const climbed = await db.find(Reminder, {
    where: { taskId, rule: Like('escalate-%') },
    ...WITH_PEOPLE,
    order: { plannedOn: 'DESC', rule: 'ASC', id: 'ASC' },
    take: MOST,
  });
  const rungs = grouped(climbed, ({ rule, plannedOn }) => `${plannedOn} ${rule}`);
  return [...rungs.values()].map((rows) => ({
    ...{ rule: rows[0].rule, plannedOn: rows[0].plannedOn },
    to: rows.map(sent),
  }));
}

async function nudgesOf(db: EntityManager, taskId: string): Promise<NudgeView[]> {
  const nudges = await db.find(Nudge, {
    where: { taskId },
    relations: { by: true },
    order: { at: 'DESC' },
    take: MOST,
  });
  const rows = await db.find(Reminder, {
    where: { taskId, rule: Like('nudge-%') },
    ...WITH_PEOPLE,
    order: { id: 'ASC' },
  });
  const byNudge = grouped(rows, ({ nudgeId }) => nudgeId);
  return nudges.map(({ id, at, by, note }) => ({
    ...{ id, at: at.toISOString(), by: by?.name ?? '', note },
    to: (byNudge.get(id) ?? []).map(sent),
  }));
}

async function talksOf(db: EntityManager, taskId: string): Promise<TalkView[]> {
  const relations = { person: true, by: true };
  const talks = await db.find(Talk, { where: { taskId }, relations, order: { heldOn: 'DESC', at: 'DESC' } });
  return talks.map(({ id, person, by, heldOn, note }) => ({
    ...{ id, heldOn, note, personName: person?.name ?? '', by: by?.name ?? '' },
  }));
}

const sent = ({ recipient, insteadOf, status, mail }: Reminder): ReminderSent => ({
  name: recipient?.name ?? '',
  insteadOf: insteadOf?.name ?? null,
  status,
  local: status === 'sent' && mail?.answer === LOCAL_MAILBOX,
});
