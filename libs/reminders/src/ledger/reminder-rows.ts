import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { visibleTasks } from '#tasks/task-sight';
import { LOCAL_MAILBOX } from '../delivery/local-mailbox';
import type { ReminderStatus } from '../reminder.entity';
import { ruleWords } from '../rule-words';
import { NOTE } from '../reminder-note';
import { kindOf } from '../rules';
import type { ReminderMail, ReminderView } from './ledger.view';

/** What was not delivered for certain may be sent once more. */
export const RESENDABLE: readonly ReminderStatus[] = ['failed', 'uncertain'];

export const REMINDER_TABLES = `reminder r
  JOIN task t ON t.id = r.task_id
  JOIN unit u ON u.id = t.lead_unit_id
  JOIN person p ON p.id = r.recipient_id
  LEFT JOIN person i ON i.id = r.instead_of_id
  LEFT JOIN nudge n ON n.id = r.nudge_id
  LEFT JOIN task_comment c ON c.id = r.comment_id
  LEFT JOIN person b ON b.id = coalesce(n.by_id, c.by_id)
  LEFT JOIN mail m ON m.id = r.mail_id`;

const COLUMNS = `r.id, r.task_id AS "taskId", t.code AS "taskCode", t.title AS "taskTitle", t.lead_unit_id AS "unitId",
  u.name AS "unitName", r.rule, b.name AS "writtenBy", ${NOTE}, r.recipient_id AS "recipientId", p.name AS "recipientName",
  i.name AS "insteadOfName", r.due_on AS "dueOn", r.planned_on AS "plannedOn", r.status, r.at_once AS "atOnce", r.why,
  r.created_at AS "createdAt", coalesce(r.settled_at, CASE WHEN r.status <> 'claimed' THEN m.settled_at END) AS "settledAt", r.read_at AS "readAt", r.created_at::text AS "cursorAt",
  m.id AS "mailId", m.kind AS "mailKind", m.status AS "mailStatus", m.address, m.subject, m.message_id AS "messageId",
  m.answer, m.attempt, m.claimed_at AS "claimedAt", m.sending_at AS "sendingAt", m.settled_at AS "mailSettledAt"`;

type Shown = 'id' | 'taskId' | 'taskCode' | 'unitName' | 'note' | 'recipientId' | 'recipientName' | 'insteadOfName';
type Kept = 'dueOn' | 'plannedOn' | 'status' | 'atOnce' | 'why';

interface MailColumns {
  mailId: string | null;
  mailKind: ReminderMail['kind'];
  mailStatus: ReminderMail['status'];
  address: string;
  subject: string | null;
  messageId: string | null;
  answer: string | null;
  attempt: number;
  claimedAt: Date;
  sendingAt: Date | null;
  mailSettledAt: Date | null;
}

export interface ReminderRow extends Pick<ReminderView, Shown | Kept>, MailColumns {
  taskTitle: string;
  unitId: string;
  rule: string;
  /** Who nudges, or mentions. */
  writtenBy: string | null;
  createdAt: Date;
  settledAt: Date | null;
  readAt: Date | null;
  cursorAt: string;
}

/** The newest `limit` reminders that satisfy `filter`. */
export function newestReminders(db: EntityManager, filter: Conditions, limit: number): Promise<ReminderRow[]> {
  return db.query<ReminderRow[]>(
    `SELECT ${COLUMNS} FROM ${REMINDER_TABLES} ${filter.where}
     ORDER BY r.created_at DESC, r.id DESC LIMIT ${filter.value(limit)}`,
    filter.values,
  );
}

/** Rows as `actor` may see them: a task that is out of his sight keeps its code, but not its title. */
export async function reminderViews(
  db: EntityManager,
  actor: Actor,
  rows: readonly ReminderRow[],
): Promise<ReminderView[]> {
  const open = await openableTasks(
    db,
    actor,
    rows.map(({ taskId }) => taskId),
  );
  return rows.map((row) => {
    const opens = open.has(row.taskId);
    const named = opens || actor.covers('reminder.read', row.unitId);
    return {
      ...{ id: row.id, taskId: row.taskId, taskCode: row.taskCode, taskTitle: named ? row.taskTitle : null },
      ...{ unitName: row.unitName, opens, kind: kindOf(row.rule), rule: ruleWords(row.rule, row.writtenBy) },
      ...{ note: row.note, recipientId: row.recipientId, recipientName: row.recipientName },
      ...{ insteadOfName: row.insteadOfName, dueOn: row.dueOn, plannedOn: row.plannedOn, status: row.status },
      local: row.status === 'sent' && row.answer === LOCAL_MAILBOX,
      ...{ atOnce: row.atOnce, why: row.why, createdAt: row.createdAt.toISOString() },
      settledAt: row.settledAt?.toISOString() ?? null,
      readAt: row.readAt?.toISOString() ?? null,
      mail: mailOf(row),
      mayResend: RESENDABLE.includes(row.status) && actor.covers('reminder.resend', row.unitId),
    };
  });
}

function mailOf(row: MailColumns): ReminderMail | null {
  if (row.mailId === null) return null;
  return {
    ...{ id: row.mailId, kind: row.mailKind, status: row.mailStatus, address: row.address, subject: row.subject },
    ...{ messageId: row.messageId, answer: row.answer, attempt: row.attempt },
    claimedAt: row.claimedAt.toISOString(),
    sendingAt: row.sendingAt?.toISOString() ?? null,
    settledAt: row.mailSettledAt?.toISOString() ?? null,
  };
}

async function openableTasks(db: EntityManager, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const filter = visibleTasks(new Conditions().add('t.id = ANY(?::uuid[])', [...new Set(ids)]), actor);
  const rows = await db.query<{ id: string }[]>(`SELECT t.id FROM task t ${filter.where}`, filter.values);
  return new Set(rows.map(({ id }) => id));
}
