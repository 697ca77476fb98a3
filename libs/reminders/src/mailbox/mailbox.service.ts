import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { Mailer } from '#platform/mailer';
import type { ListMailbox } from './mailbox.dto';
import type { MailboxPage, StoredMail, StoredMailLine } from './mailbox.view';

const PAGE = 50;

const COLUMNS = `m.id, m.kind, m.subject, p.name AS "recipientName", m.address, m.claimed_at AS at,
  m.claimed_at::text AS "cursorAt"`;

type Row = Omit<StoredMailLine, 'at'> & { at: Date; cursorAt: string };

/** 本机邮箱: where mails lie while no mail server is set. One's own; for who administers the whole organisation, all. */
@Injectable()
export class MailboxService {
  constructor(
    private readonly db: DataSource,
    private readonly mailer: Mailer,
  ) {}

  async list(actor: Actor, ask: ListMailbox): Promise<MailboxPage> {
    const mailServer = this.mailer.ready;
    if (mailServer) return { mailServer, rows: [], nextCursor: null, total: ask.cursor ? null : 0 };
    const limit = ask.limit ?? PAGE;
    const filter = readable(actor);
    const total = ask.cursor ? null : await this.count(filter);
    if (ask.cursor) filter.add('(m.claimed_at, m.id) < (?::timestamptz, ?::uuid)', ...decodeCursor(ask.cursor, 2));
    const rows = await this.db.query<Row[]>(
      `SELECT ${COLUMNS} FROM mail m JOIN person p ON p.id = m.recipient_id ${filter.where}
       ORDER BY m.claimed_at DESC, m.id DESC LIMIT ${filter.value(limit + 1)}`,
      filter.values,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      mailServer,
      rows: shown.map(line),
      nextCursor: rows.length > limit && last ? encodeCursor([last.cursorAt, last.id]) : null,
      total,
    };
  }

  /** Throws mail.unknown, also for a mail of somebody else. */
  async get(actor: Actor, id: string): Promise<StoredMail> {
    const filter = readable(actor).add('m.id = ?', id);
    const [row] = this.mailer.ready
      ? []
      : await this.db.query<(Row & { recipientId: string; text: string; html: string | null })[]>(
          `SELECT ${COLUMNS}, m.recipient_id AS "recipientId", m.text, m.html FROM mail m JOIN person p ON p.id = m.recipient_id ${filter.where}`,
          filter.values,
        );
    if (!row) throw new DomainError('unknown', 'mail.unknown', '没有找到这封邮件，或它不是写给您的。');
    const shown = row.recipientId === actor.personId ? (text: string) => text : withoutLinks;
    return { ...line(row), text: shown(row.text), html: row.html && shown(row.html) };
  }

  private async count(filter: Conditions): Promise<number> {
    const [{ total }] = await this.db.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM mail m ${filter.where}`,
      filter.values,
    );
    return total;
  }
}

/** Whoever holds a signed link acts as the one it was written for: nobody else reads it. */
const withoutLinks = (text: string): string => text.replace(/(\/(?:progress|api\/v1\/unsubscribe)\/)[\w.-]+/g, '$1…');

/** Only what was kept has a text. */
function readable(actor: Actor): Conditions {
  const filter = new Conditions().add(`m.status = 'sent' AND m.text IS NOT NULL`);
  return actor.everywhere('organisation.manage') ? filter : filter.add('m.recipient_id = ?', actor.personId);
}

const line = ({ id, kind, subject, recipientName, address, at }: Row): StoredMailLine => ({
  ...{ id, kind, subject, recipientName, address },
  at: at.toISOString(),
});
