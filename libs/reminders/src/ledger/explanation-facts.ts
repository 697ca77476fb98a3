import type { EntityManager } from 'typeorm';
import { actingFor } from '#organisation/absence/acting-for';
import { Person } from '#organisation/person.entity';
import { grantsOf } from '#organisation/unit-tree';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { SupportingUnit } from '#tasks/responsibility/supporting-unit.entity';
import type { Task } from '#tasks/task.entity';
import { LOCAL_MAILBOX } from '../delivery/local-mailbox';
import { UndeliverableAddress } from '../delivery/undeliverable-address.entity';
import { MailPreference, SEND_HOUR } from '../preferences/mail-preference.entity';
import { ruleWords } from '../rule-words';
import type { IntendedReminder, ReminderFacts, ReminderPart } from './explain';
import { newestReminders, type ReminderRow } from './reminder-rows';

/** Reminders that an explanation speaks of. */
const MOST_TOLD = 20;

interface Moment {
  now: Date;
  today: Day;
  /** The organisation's zone. */
  zone: string;
}

/** What is known about a person's reminders of one task. */
export async function explanationFacts(
  db: EntityManager,
  task: Task,
  person: Person,
  { now, today, zone }: Moment,
  mailReady: boolean,
): Promise<ReminderFacts> {
  const filter = new Conditions().add('r.task_id = ?', task.id);
  filter.add('r.recipient_id = ? OR r.instead_of_id = ?', person.id, person.id);
  const rows = await newestReminders(db, filter, MOST_TOLD);
  const preference = await db.findOneBy(MailPreference, { personId: person.id });
  const address = person.email?.toLowerCase();
  const refused = address ? await db.findOneBy(UndeliverableAddress, { address }) : null;
  const [absence] = await actingFor(db, today, [person.id]);
  const quiet = preference?.quietFrom != null && preference.quietTo != null;
  return {
    ...{ today, personName: person.name, active: person.active, email: person.email, mailReady },
    refusedAddress: refused?.answer ?? null,
    absence: absence ? { deputyName: absence.deputyName, toDay: absence.toDay } : null,
    declined: preference?.declined ?? [],
    hour: hourIn(preference?.timeZone ?? zone, now),
    sendHour: preference?.sendHour ?? SEND_HOUR,
    quiet: quiet ? { from: preference.quietFrom as number, to: preference.quietTo as number } : null,
    part: await partOf(db, task, person.id),
    task: { status: task.status, dueOn: task.dueOn },
    reminders: rows.map((row) => intended(row, zone)),
  };
}

const hourIn = (timeZone: string, now: Date): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now));

function intended(row: ReminderRow, timeZone: string): IntendedReminder {
  const settledAt = row.settledAt ?? row.mailSettledAt;
  const words = new Intl.DateTimeFormat('zh-CN', { timeZone, dateStyle: 'long', timeStyle: 'short' });
  return {
    ...{ recipientName: row.recipientName, insteadOfName: row.insteadOfName, plannedOn: row.plannedOn },
    ...{ status: row.status, atOnce: row.atOnce, why: row.why, answer: row.answer },
    local: row.status === 'sent' && row.answer === LOCAL_MAILBOX,
    rule: ruleWords(row.rule, row.writtenBy),
    settledAt: settledAt && words.format(settledAt),
  };
}

async function partOf(db: EntityManager, task: Task, personId: string): Promise<ReminderPart | null> {
  if (task.assigneeId === personId) return 'assignee';
  if (task.leaderId === personId) return 'leader';
  const grants = await grantsOf(db, personId);
  if (grants.some(({ role, unitId }) => role === 'liaison' && unitId === task.leadUnitId)) return 'liaison';
  if (await db.existsBy(SupportingUnit, { taskId: task.id, personId })) return 'supporter';
  const above = grants.filter(({ subtree }) => subtree.includes(task.leadUnitId));
  return above.some(({ role }) => role === 'supervisor' || role === 'leader') ? 'overseer' : null;
}
