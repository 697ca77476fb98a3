import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor, likePattern } from '#platform/keyset';
import { idsWithWords, searchWords } from '#platform/search-words';
import type { ListOwnReminders, ListReminders } from './ledger.dto';
import type { ReminderPage } from './ledger.view';
import { newestReminders, reminderViews } from './reminder-rows';

const PAGE = 50;
/** Nobody reads a larger number; counting on would read the whole table. */
const MOST_COUNTED = 10_000;

/** The reminders of tasks of the units whose ledger `actor` reads. */
export function ledgerOfUnits(conditions: Conditions, actor: Actor): Conditions {
  if (actor.everywhere('reminder.read')) return conditions;
  return conditions.add('t.lead_unit_id = ANY(?::uuid[])', actor.unitsFor('reminder.read'));
}

/** A page of the ledger; `subtree` narrows to a unit and those below it. Days are those of `zone`. */
export function listReminders(
  db: EntityManager,
  actor: Actor,
  ask: ListReminders & { from: string; to: string },
  subtree: string[] | undefined,
  zone: string,
): Promise<ReminderPage> {
  const filter = ledgerOfUnits(new Conditions(), actor)
    .add('r.created_at >= ?::date::timestamp AT TIME ZONE ?', ask.from, zone)
    .add('r.created_at < (?::date + 1)::timestamp AT TIME ZONE ?', ask.to, zone)
    .given(subtree, 't.lead_unit_id = ANY(?::uuid[])')
    .given(ask.status, 'r.status = ANY(?)')
    .given(ask.kind, `split_part(r.rule, '-', 1) = ANY(?)`);
  if (ask.person) {
    if (isUUID(ask.person)) filter.add('r.recipient_id = ?', ask.person);
    else filter.add('p.name ILIKE ?', likePattern(ask.person.trim()));
  }
  if (ask.q) filter.add(`t.id IN (${idsWithWords(filter, 'task_search', searchWords(ask.q))})`);
  return page(db, actor, filter, ask);
}

/** What was meant for oneself. */
export function listOwnReminders(db: EntityManager, actor: Actor, ask: ListOwnReminders): Promise<ReminderPage> {
  return page(db, actor, new Conditions().add('r.recipient_id = ?', actor.personId), ask);
}

async function page(
  db: EntityManager,
  actor: Actor,
  filter: Conditions,
  { cursor, limit = PAGE }: ListOwnReminders,
): Promise<ReminderPage> {
  // Whoever turns the page knows the number already.
  const total = cursor ? null : await countReminders(db, filter);
  if (cursor) filter.add('(r.created_at, r.id) < (?::timestamptz, ?::uuid)', ...decodeCursor(cursor, 2));
  const rows = await newestReminders(db, filter, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: await reminderViews(db, actor, shown),
    nextCursor: rows.length > limit && last ? encodeCursor([last.cursorAt, last.id]) : null,
    total,
  };
}

export async function countReminders(db: EntityManager, filter: Conditions): Promise<number> {
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (
       SELECT 1 FROM reminder r JOIN task t ON t.id = r.task_id JOIN person p ON p.id = r.recipient_id
       ${filter.where} LIMIT ${MOST_COUNTED}) x`,
    filter.values,
  );
  return total;
}
