import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';
import { grouped } from '#platform/grouped';
import type { Lit } from '#tasks/light';
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
  nudgedBy: string | null;
  note: string | null;
}

type Row = Omit<Letter, 'lines'> & Line;

/**
 * Records what became of the mails sent before, and marks the next ones as being handed over: in one statement, because
 * there is one for each few mails. What does not hold any more at this moment is superseded; a mail without any line is
 * empty. Returns the mails that are to be sent now.
 */
export async function handOver(
  db: EntityManager,
  answers: readonly Answer[],
  next: readonly string[],
  { now, today }: { now: Date; today: Day },
): Promise<Letter[]> {
  const rows = await db.query<Row[]>(STATEMENT, [JSON.stringify(answers), next, now, today]);
  return [...grouped(rows, ({ id }) => id).values()].map((own) => {
    const [{ id, kind, address, personId, name, subject, text }] = own;
    const lines = own.filter(({ taskId }) => taskId !== null);
    return { id, kind, address, personId, name, subject, text, lines };
  });
}

const STATEMENT = `
  WITH answer AS (
    SELECT * FROM jsonb_to_recordset($1)
      AS x (id uuid, status text, answer text, subject text, "messageId" text, text text, html text)),
  settled AS (
    UPDATE mail m SET status = a.status, answer = a.answer, message_id = a."messageId",
      subject = coalesce(a.subject, m.subject), text = coalesce(a.text, m.text), html = a.html, settled_at = $3
    FROM answer a WHERE m.id = a.id AND m.status IN ('sending', 'uncertain')
    RETURNING m.id, m.status, m.answer),
  ended AS (
    UPDATE reminder r SET
      status = CASE s.status WHEN 'postponed' THEN 'planned' ELSE s.status END,
      mail_id = CASE WHEN s.status <> 'postponed' THEN s.id END,
      settled_at = CASE WHEN s.status <> 'postponed' THEN $3::timestamptz END,
      why = CASE s.status WHEN 'postponed' THEN '邮件服务器暂时不收，稍后再发：' || s.answer
                          WHEN 'failed' THEN '邮件服务器拒收：' || s.answer
                          WHEN 'uncertain' THEN '已交给邮件服务器，没有等到答复，不再重发' END
    FROM settled s WHERE r.mail_id = s.id AND r.status IN ('claimed', 'uncertain')),
  line AS MATERIALIZED (
    SELECT r.id, r.mail_id, ${whyNotSql('$4::date')} AS why
    FROM mail m JOIN reminder r ON r.mail_id = m.id AND r.status = 'claimed'
    JOIN task t ON t.id = r.task_id JOIN person p ON p.id = r.recipient_id
    WHERE m.id = ANY($2::uuid[]) AND m.status = 'claimed'),
  over AS (
    UPDATE reminder r SET status = 'superseded', why = l.why, settled_at = $3, mail_id = NULL
    FROM line l WHERE r.id = l.id AND l.why IS NOT NULL),
  marked AS (
    UPDATE mail m SET
      status = CASE WHEN m.kind = 'notice' OR EXISTS (SELECT 1 FROM line l WHERE l.mail_id = m.id AND l.why IS NULL)
        THEN 'sending' ELSE 'empty' END,
      sending_at = $3
    WHERE m.id = ANY($2::uuid[]) AND m.status = 'claimed'
    RETURNING m.*)
  SELECT m.id, m.kind, m.address, m.recipient_id AS "personId", p.name, m.subject, m.text,
    r.rule, t.id AS "taskId", t.code, t.title, u.name AS "leadUnitName", t.status, t.due_on AS "dueOn", t.due_at AS "dueAt",
    t.assigned_on AS "assignedOn", t.closed_on AS "closedOn", t.closed_at AS "closedAt", t.progress,
    i.name AS "insteadOf", b.name AS "nudgedBy", n.note
  FROM marked m JOIN person p ON p.id = m.recipient_id
  LEFT JOIN line l ON l.mail_id = m.id AND l.why IS NULL
  LEFT JOIN reminder r ON r.id = l.id LEFT JOIN task t ON t.id = r.task_id LEFT JOIN unit u ON u.id = t.lead_unit_id
  LEFT JOIN person i ON i.id = r.instead_of_id
  LEFT JOIN nudge n ON n.id = r.nudge_id LEFT JOIN person b ON b.id = n.by_id
  WHERE m.status = 'sending'
  ORDER BY m.recipient_id, m.id`;
