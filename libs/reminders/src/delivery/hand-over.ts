import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';
import { prepared } from '#platform/prepared';
import { grouped } from '#platform/grouped';
import type { Lit } from '#tasks/light';
import { NOTE } from '../reminder-note';
import type { MailKind, MailStatus } from './mail.entity';
import { whyNotSql } from './still-true';

/** What became of a mail, to be recorded. */
export interface Answer {
  id: string;
  status: Extract<MailStatus, 'sent' | 'failed' | 'postponed' | 'uncertain'>;
  answer: string;
  subject: string | null;
  messageId: string;
  /** Kept where there is no mail server. */
  text?: string;
  html?: string;
}

/** A mail that is being handed over: to whom, and what it is about. */
export interface Letter {
  id: string;
  kind: MailKind;
  address: string;
  personId: string;
  name: string;
  /** Of a notice: what it says. */
  subject: string | null;
  text: string | null;
  lines: Line[];
}

/** A reminder that holds at this moment, with its task. */
export interface Line extends Lit {
  rule: string;
  taskId: string;
  code: string;
  title: string;
  leadUnitName: string;
  /** The absent person in whose stead it is sent. */
  insteadOf: string | null;
  /** Who nudges, or mentions. */
  writtenBy: string | null;
  note: string | null;
}

type Row = Omit<Letter, 'lines'> & Line;

/**
 * Records what became of the mails sent before, and marks the next ones as being handed over: in one statement, because
 * there is one for each few mails. What does not hold any more at this moment is superseded; a mail without any line is
 * empty. Returns the mails that are to be sent now. The reminders of what was sent follow later (`linesFollow`).
 */
export async function handOver(
  db: EntityManager,
  answers: readonly Answer[],
  next: readonly string[],
  { now, today }: { now: Date; today: Day },
): Promise<Letter[]> {
  const rows = await db.query<Row[]>(STATEMENT, [
    ...[JSON.stringify(answers), next, now, today],
    answers.map(({ id }) => id),
  ]);
  return [...grouped(rows, ({ id }) => id).values()].map((own) => {
    const [{ id, kind, address, personId, name, subject, text }] = own;
    const lines = own.filter(({ taskId }) => taskId !== null);
    return { id, kind, address, personId, name, subject, text, lines };
  });
}

const STATEMENT = prepared(`
  WITH answer AS (
    SELECT * FROM jsonb_to_recordset($1)
      AS x (id uuid, status text, answer text, subject text, "messageId" text, text text, html text)),
  settled AS (
    UPDATE mail m SET status = a.status, answer = a.answer, message_id = a."messageId",
      subject = coalesce(a.subject, m.subject), text = coalesce(a.text, m.text), html = a.html, settled_at = $3
    FROM answer a WHERE m.id = a.id AND m.id = ANY($5::uuid[]) AND m.status IN ('sending', 'uncertain')),
  line AS MATERIALIZED (
    SELECT r.id, r.mail_id, ${whyNotSql('$4::date')} AS why,
      r.rule, t.id AS "taskId", t.code, t.title, u.name AS "leadUnitName", t.status, t.due_on AS "dueOn", t.due_at AS "dueAt",
      t.assigned_on AS "assignedOn", t.closed_on AS "closedOn", t.closed_at AS "closedAt", t.progress,
      i.name AS "insteadOf", b.name AS "writtenBy", ${NOTE}
    FROM reminder r JOIN person p ON p.id = r.recipient_id
    JOIN task t ON t.id = r.task_id JOIN unit u ON u.id = t.lead_unit_id
    LEFT JOIN person i ON i.id = r.instead_of_id
    LEFT JOIN nudge n ON n.id = r.nudge_id LEFT JOIN task_comment c ON c.id = r.comment_id
    LEFT JOIN person b ON b.id = coalesce(n.by_id, c.by_id)
    WHERE r.mail_id = ANY($2::uuid[]) AND r.status = 'claimed'),
  over AS (
    UPDATE reminder r SET status = 'superseded', why = l.why, settled_at = $3, mail_id = NULL
    FROM line l WHERE r.id = l.id AND l.why IS NOT NULL),
  marked AS (
    UPDATE mail m SET
      status = CASE WHEN m.kind = 'notice' OR m.id IN (SELECT mail_id FROM line WHERE why IS NULL) THEN 'sending' ELSE 'empty' END,
      sending_at = $3
    WHERE m.id = ANY($2::uuid[]) AND m.status = 'claimed'
    RETURNING m.id, m.kind, m.address, m.recipient_id AS "personId", m.subject, m.text, m.status)
  SELECT m.id, m.kind, m.address, m."personId", p.name, m.subject, m.text,
    l.rule, l."taskId", l.code, l.title, l."leadUnitName", l.status, l."dueOn", l."dueAt",
    l."assignedOn", l."closedOn", l."closedAt", l.progress, l."insteadOf", l."writtenBy", l.note
  FROM marked m JOIN person p ON p.id = m."personId" LEFT JOIN line l ON l.mail_id = m.id AND l.why IS NULL
  WHERE m.status = 'sending'`);
