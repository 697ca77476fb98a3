import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import type { ReminderView } from '../ledger/ledger.view';
import { newestReminders, reminderViews } from '../ledger/reminder-rows';
import { BELL_CHANNEL } from './bell-streams';
import type { BellLine, BellView } from './bell.view';

const SHOWN = 20;
/** Nobody reads a larger number. */
const MOST_COUNTED = 100;

/** Declined as a mail only: of a task that still has to be done by that day. */
const DECLINED = `t.status IN ('assigned', 'accepted', 'in-progress') AND t.due_on = r.due_on
  AND EXISTS (SELECT 1 FROM mail_preference f
    WHERE f.person_id = r.recipient_id AND split_part(r.rule, '-', 1) = ANY(f.declined))`;
/** What was superseded concerns nobody any more. */
const OWN = `r.recipient_id = ? AND (r.status <> 'superseded' OR (${DECLINED}))`;

/** The bell 铃铛: one's own reminders inside the application, whatever became of the mails. */
@Injectable()
export class BellService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor): Promise<BellView> {
    const db = this.db.manager;
    const own = () => new Conditions().add(OWN, actor.personId);
    const unread = own().add('r.read_at IS NULL');
    const [{ count }] = await db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM (
         SELECT 1 FROM reminder r JOIN task t ON t.id = r.task_id ${unread.where} LIMIT ${MOST_COUNTED}) x`,
      unread.values,
    );
    const rows = await reminderViews(db, actor, await newestReminders(db, own(), SHOWN));
    return { unread: count, rows: rows.map(lineOf) };
  }

  /** Marks reminders as seen, and tells one's other windows. What is not one's own is left alone. */
  async read(actor: Actor, ids: readonly string[] | undefined): Promise<void> {
    const unread = new Conditions()
      .add('recipient_id = ?', actor.personId)
      .add('read_at IS NULL')
      .given(ids, 'id = ANY(?::uuid[])');
    await this.db.transaction(async (tx) => {
      await tx.query(`UPDATE reminder SET read_at = ${unread.value(this.clock.now())} ${unread.where}`, unread.values);
      await tx.query('SELECT pg_notify($1, $2)', [BELL_CHANNEL, actor.personId]);
    });
  }
}

const lineOf = (row: ReminderView): BellLine => ({
  ...{ id: row.id, taskId: row.taskId, taskCode: row.taskCode, taskTitle: row.taskTitle, opens: row.opens },
  ...{ kind: row.kind, rule: row.rule, note: row.note, insteadOfName: row.insteadOfName, dueOn: row.dueOn },
  ...{ status: row.status, createdAt: row.createdAt, read: row.readAt !== null },
});
